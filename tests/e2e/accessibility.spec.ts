import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
import { test } from './workbench';

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

/** Rules the screen breaks now, with the first element that breaks each. The debugger runs axe, so the content policy stays as it is. */
async function findViolations(page: Page): Promise<string[]> {
  // What fades in has its full contrast only when it stands.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(axeSource);
  const results = (await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: { run(root: unknown, options: object): Promise<unknown> } }).axe.run(document, { runOnly: rules }),
    RULES,
  )) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen can be used by everyone, in ${colorScheme} colours`, async ({ page, workbench }) => {
    // Colours are those at rest: a button that becomes usable while axe looks would be caught between two.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(workbench.url);
    await expect(page.getByRole('button', { name: word('start.sample') })).toBeVisible();
    expect(await findViolations(page), 'start').toEqual([]);

    await openSample(page);
    await expect(page.getByRole('heading', { name: word('overview.matrix') })).toBeVisible();
    expect(await findViolations(page), 'overview').toEqual([]);

    await page
      .getByRole('treegrid', { name: word('tree.name') })
      .getByRole('row', { name: /^半年报问询函/ })
      .click();
    await page.getByRole('textbox', { name: word('desk.text', { no: 1 }) }).focus();
    await expect(page.getByRole('grid', { name: word('desk.asks') })).toBeVisible();
    expect(await findViolations(page), 'letter desk').toEqual([]);
    await page.keyboard.press('v');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findViolations(page), 'setting a verification').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: word('desk.assign') }).click();
    expect(await findViolations(page), 'assigning owners').toEqual([]);
    await page.keyboard.press('Escape');

    await page
      .getByRole('treegrid', { name: word('tree.name') })
      .getByRole('row', { name: /^问题 1 / })
      .click();
    await expect(page.getByRole('textbox', { name: word('reply.editor') })).toContainText('万元');
    await page
      .getByRole('row', { name: /^报告期内，公司分产品的营业收入情况如下：/ })
      .first()
      .click();
    await page.getByRole('gridcell', { name: '14,286.52' }).click();
    await expect(page.getByRole('region', { name: word('cell.name') })).toBeVisible();
    expect(await findViolations(page), 'reply and table').toEqual([]);

    await page.getByRole('button', { name: word('origin.show'), exact: true }).click();
    await expect(page.getByRole('table', { name: word('origin.table') })).toBeVisible();
    expect(await findViolations(page), 'table beside its source').toEqual([]);
    await page.getByRole('button', { name: word('origin.hide'), exact: true }).click();

    await page.getByRole('button', { name: word('cell.correct') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findViolations(page), 'correcting a cell').toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: word('replyTable.make'), exact: true }).click();
    await page.getByRole('button', { name: word('replyTable.details', { name: '变动金额' }) }).click();
    expect(await findViolations(page), 'making a reply table').toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.press('F7');
    await expect(page.getByRole('list', { name: word('findings.list') })).toBeVisible();
    expect(await findViolations(page), 'findings').toEqual([]);

    await page.keyboard.press('Control+4');
    await expect(page.getByRole('heading', { name: word('history.title') })).toBeVisible();
    expect(await findViolations(page), 'versions').toEqual([]);

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findViolations(page), 'commands').toEqual([]);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+e');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findViolations(page), 'export').toEqual([]);
  });
}
