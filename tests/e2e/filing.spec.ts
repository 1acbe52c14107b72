import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openItem, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

/** Runs a command by its name in the palette. */
async function runCommand(page: Page, key: Parameters<typeof say>[1]) {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(word(key));
  await page
    .getByRole('menuitem', { name: word(key) })
    .first()
    .click();
}

async function exportAs(page: Page, variant: Parameters<typeof say>[1]) {
  await runCommand(page, 'command.export');
  const dialog = page.getByRole('dialog', { name: word('export.title') });
  await dialog.getByRole('button', { name: new RegExp(word('export.variant')) }).click();
  await page.getByRole('option', { name: word(variant), exact: true }).click();
  await dialog.getByRole('button', { name: word('export.start'), exact: true }).click();
  return page.getByRole('dialog', { name: word('export.title') });
}

test('a name is withheld: the plain announcement is refused, the redacted one written; taken out it is shown again', async ({
  page,
  workbench,
}) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.goto(workbench.url);
  await openSample(page);
  await runCommand(page, 'command.redactions');
  await page.getByRole('button', { name: word('redaction.addName') }).click();
  const form = page.getByRole('dialog', { name: word('redaction.new') });
  await expect(form.getByRole('textbox', { name: word('redaction.names') })).toBeFocused();
  await page.keyboard.type('智能水表');
  await form.getByRole('textbox', { name: word('redaction.alias') }).fill('产品一');
  await form.getByRole('textbox', { name: word('redaction.why') }).fill('与客户约定保密');
  await form.getByRole('button', { name: word('redaction.save'), exact: true }).click();
  await expect(form).toBeHidden();
  const list = page.getByRole('dialog', { name: word('redaction.title') });
  await expect(list.getByText('产品一')).toBeVisible();
  await expect(list.getByRole('button', { name: word('shell.close') }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();

  const refused = await exportAs(page, 'variant.announcement');
  await expect(refused.getByRole('alert')).toContainText('正文');
  await expect(refused.getByRole('alert')).toContainText('智能水表');
  await refused.getByRole('button', { name: word('job.back') }).click();
  await expect(refused.getByRole('button', { name: word('export.start'), exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(refused).toBeHidden();
  const written = await exportAs(page, 'variant.redacted');
  await expect(written.getByText(/^已导出/)).toBeVisible();
  await page.keyboard.press('Escape');

  await runCommand(page, 'command.redactions');
  await list.getByRole('button', { name: word('redaction.remove') }).click();
  await expect(list.getByText(word('redaction.none'))).toBeVisible();
  expect(getTrouble()).toEqual([]);
});

test('words selected in a reply are withheld where they stand', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await openItem(page);
  const text = page.getByRole('textbox', { name: '回复正文' });
  await text
    .getByText(/^如上表所示/)
    .first()
    // On its first line, wherever the lines end.
    .click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('Home');
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowRight');
  await runCommand(page, 'command.redact');
  const form = page.getByRole('dialog', { name: word('redaction.new') });
  await expect(form.getByText('如上表所示', { exact: true })).toBeVisible();
  await form.getByRole('button', { name: word('redaction.save'), exact: true }).click();
  await runCommand(page, 'command.redactions');
  const list = page.getByRole('dialog', { name: word('redaction.title') });
  await expect(list.getByText('如上表所示')).toBeVisible();
  await expect(list.getByText('***', { exact: true })).toBeVisible();
});

test('the folder to file names what is missing and is not frozen while the announcement has blanks', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await runCommand(page, 'command.filingSet');
  const dialog = page.getByRole('dialog', { name: word('filingSet.title') });
  await expect(dialog.getByText(word('filingSet.noPapers'))).toBeVisible();
  await dialog.getByRole('button', { name: word('filingSet.make') }).click();
  await expect(dialog.getByText(/没有通过自检/)).toBeVisible();
  await expect(dialog.getByRole('cell', { name: word('filingSet.missing') }).first()).toBeVisible();
});

test('a blank the last look finds leads to the paragraph that holds it', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  const written = await exportAs(page, 'variant.announcement');
  const complaint = written.getByRole('listitem').filter({ hasText: '【待会计师提供】' });
  await complaint.getByRole('button', { name: word('export.go') }).click();
  await expect(written).toBeHidden();
  await expect(page.getByRole('textbox', { name: word('reply.editor') }).getByText('【待会计师提供】')).toBeInViewport();
});

test('what is typed into the details is stored when one leaves them, without a press of their button', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await runCommand(page, 'command.details');
  const number = page.getByRole('textbox', { name: word('details.announcementNo') });
  await number.fill('2026-200');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('textbox', { name: word('reply.editor') })).toBeVisible();
  await runCommand(page, 'command.details');
  await expect(number).toHaveValue('2026-200');
  await number.fill('');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: word('export.title') });
  await expect(dialog.getByText(word('export.blank', { field: word('details.announcementNo') }))).toBeVisible();
});
