import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
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

test('a copy for reviewers is without what is withheld, unless it goes to an insider by name', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await runCommand(page, 'command.redactions');
  await page.getByRole('button', { name: word('redaction.addName') }).click();
  const form = page.getByRole('dialog', { name: word('redaction.new') });
  await form.getByRole('textbox', { name: word('redaction.names') }).fill('智能水表');
  await form.getByRole('textbox', { name: word('redaction.alias') }).fill('产品一');
  await form.getByRole('button', { name: word('redaction.save'), exact: true }).click();
  const list = page.getByRole('dialog', { name: word('redaction.title') });
  await expect(list.getByText('产品一')).toBeVisible();
  await expect(list.getByRole('button', { name: word('shell.close') }).first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(form).toBeHidden();

  await runCommand(page, 'command.export');
  const dialog = page.getByRole('dialog', { name: word('export.title') });
  await dialog.getByRole('button', { name: new RegExp(word('export.variant')) }).click();
  await page.getByRole('option', { name: word('variant.review'), exact: true }).click();
  const replaced = dialog.getByRole('radio', { name: word('exchange.withheld.replaced') });
  await expect(replaced).toBeChecked();
  const start = dialog.getByRole('button', { name: word('export.start'), exact: true });
  await expect(start).toBeEnabled();

  await replaced.focus();
  await expect(replaced).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: word('exchange.withheld.shown') })).toBeChecked();
  await expect(dialog.getByText(word('export.nameInsider'))).toBeVisible();
  await expect(start).toBeDisabled();
  await dialog.getByRole('textbox', { name: word('exchange.recipient') }).fill('王律师');
  await expect(dialog.getByText(word('export.nameInsider'))).toBeHidden();
  await start.click();
  await expect(dialog.getByText(/^已导出/)).toBeVisible();
  await expect(dialog.getByText(/豁免披露的内容，不得对外披露/)).toBeVisible();
  await page.keyboard.press('Escape');

  await runCommand(page, 'command.redactions');
  await list.getByRole('button', { name: word('redaction.exportRegister') }).click();
  await expect(page.getByText(word('register.done', { name: `${word('redaction.registerName')}.xlsx` }))).toBeVisible();
  await list.getByRole('button', { name: word('redaction.edit') }).click();
  await expect(page.getByRole('textbox', { name: word('redaction.insiders') })).toHaveValue('王律师');
});
