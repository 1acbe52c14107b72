import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { MENU_COMMANDS, type MenuCommand } from '../../shared/ipc/host';

vi.mock('electron', () => ({ Menu: {} }));
const { makeMenuTemplate } = await import('./applicationMenu');

function listItems(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? listItems(item.submenu) : [])]);
}

function makeItems(change: { language?: 'zh-CN' | 'en'; isMac?: boolean; isPackaged?: boolean } = {}) {
  const sent: MenuCommand[] = [];
  const opened: string[] = [];
  const template = makeMenuTemplate({
    language: 'zh-CN',
    isMac: false,
    isPackaged: true,
    recent: [{ path: '/甲/一.huihan', name: '一.huihan' }],
    send: (command) => sent.push(command),
    openRecent: (path) => opened.push(path),
    showLog: () => {},
    ...change,
  });
  return { items: listItems(template), sent, opened };
}

test.each([false, true])('every command stands in the menu exactly once (macOS: %s) and sends itself', (isMac) => {
  const { items, sent } = makeItems({ isMac });
  const ids = items.flatMap(({ id }) => (id === undefined ? [] : [id]));
  expect(ids.toSorted()).toEqual([...MENU_COMMANDS].toSorted());
  for (const { id, click } of items) if (id !== undefined) (click as () => void)();
  expect(sent).toEqual(ids);
});

test('both languages name every entry, and differently', () => {
  const chinese = makeItems().items.map(({ label }) => label);
  const english = makeItems({ language: 'en' }).items.map(({ label }) => label);
  expect(chinese).toContain('新建项目…');
  expect(english).toContain('New Project…');
  expect(english).toHaveLength(chinese.length);
  expect(english.filter((label) => label?.startsWith('menu.'))).toEqual([]);
});

test('a recent project opens by its path', () => {
  const { items, opened } = makeItems();
  const entry = items.find(({ label }) => label === '一.huihan');
  (entry!.click as () => void)();
  expect(opened).toEqual(['/甲/一.huihan']);
});

test('developer tools are not offered in a packaged program', () => {
  expect(makeItems({ isPackaged: true }).items.filter(({ role }) => role === 'toggleDevTools')).toEqual([]);
  expect(makeItems({ isPackaged: false }).items.filter(({ role }) => role === 'toggleDevTools')).toHaveLength(1);
});
