import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openItem, openSample } from '../journey/sampleJourney';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

/** A range whose first end lost its 万. */
const SLIP = '预计投入90元至110万元。';
const FIXED = '预计投入90 万元至110万元。';

/** Writes a slip into the reply and runs the checks. */
async function findSlip(page: Page) {
  await openSample(page);
  await openItem(page);
  const text = page.getByRole('textbox', { name: '回复正文' });
  await text.getByText(/人工、折旧等固定成本不随收入同步下降/).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(SLIP);
  await expect(text).toContainText(SLIP);
  await page.keyboard.press('F7');
  const list = page.getByRole('list', { name: word('findings.list') });
  await expect(list.getByText('90元至110万元').first()).toBeVisible();
  return { text, list, row: list.getByRole('listitem').filter({ hasText: '区间两端的单位不同' }) };
}

test('a finding in the text is set right with one press and comes back with undo', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  const { text, row } = await findSlip(page);
  await row.getByRole('button', { name: word('findings.fix', { text: '90 万元' }) }).click();
  await expect(text).toContainText(FIXED);
  await expect(row).toHaveCount(0);
  await page
    .getByRole('button', { name: word('shell.undo') })
    .last()
    .click();
  await expect(text).toContainText(SLIP);
  await expect(row).toHaveCount(1);
});

test('a finding is accepted with a reason by key, shown apart with it, and taken back', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  const { list, row } = await findSlip(page);
  await row.getByRole('button', { name: /区间两端的单位不同/ }).click();
  await expect(row).toHaveAttribute('aria-current', 'true');
  await expect(row).toBeFocused();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: word('findings.acceptTitle') });
  await dialog.getByRole('textbox', { name: word('findings.acceptReason') }).fill('原文如此');
  await dialog.getByRole('button', { name: word('findings.accept') }).click();
  await expect(row).toHaveCount(0);
  await page.getByText(word('findings.acceptedCount', { count: 1 })).click();
  const accepted = page.getByRole('list', { name: word('findings.accepted') });
  await expect(accepted).toContainText('原文如此');
  await accepted.getByRole('button', { name: word('findings.takeBack') }).click();
  await expect(list.getByText('90元至110万元').first()).toBeVisible();
});

test('a number is said to need no source, with undo', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await findSlip(page);
  await page.getByRole('button', { name: word('numbers.title') }).click();
  const open = page.getByRole('list', { name: word('numbers.open') });
  const row = open.getByRole('listitem').filter({ hasText: '110万元' });
  await row.getByRole('button', { name: word('numbers.exempt') }).click();
  const dialog = page.getByRole('dialog', { name: word('numbers.exempt') });
  await dialog.getByRole('textbox').fill('合同约定的金额');
  await dialog.getByRole('button', { name: word('numbers.save') }).click();
  await expect(page.getByRole('list', { name: word('numbers.exempted') })).toContainText('合同约定的金额');
  await expect(row).toHaveCount(0);
  await page
    .getByRole('button', { name: word('shell.undo') })
    .last()
    .click();
  await expect(row).toHaveCount(1);
});

test('another name of a metric is written down, told apart and taken back by key', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: word('numbers.title') }).click();
  const list = page.getByRole('grid', { name: word('numbers.aliases') });
  await expect(list).toBeVisible();
  await page.getByRole('textbox', { name: word('numbers.aliasFirst') }).fill('营业收入');
  await page.getByRole('textbox', { name: word('numbers.aliasSecond') }).fill('总营收');
  await page.getByRole('button', { name: word('numbers.aliasAdd') }).click();
  const row = list.getByRole('row', { name: word('numbers.aliasPair', { first: '总营收', second: '营业收入' }) });
  await expect(row).toContainText(word('numbers.aliasIs.confirmed'));
  await row.focus();
  await expect(row).toBeFocused();
  await page.keyboard.press('x');
  await expect(row).toContainText(word('numbers.aliasIs.rejected'));
  await expect(row).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(row).toHaveCount(0);
  await page
    .getByRole('button', { name: word('shell.undo') })
    .last()
    .click();
  await expect(row).toContainText(word('numbers.aliasIs.rejected'));
});
