import { expect, test } from 'vitest';
import { MENU_COMMANDS } from './host';
import { findCommandForKey, MENU_KEYS } from './menuKeys';

const press = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

test('no key stands for two commands, and every key belongs to a command', () => {
  const keys = Object.values(MENU_KEYS);
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(MENU_KEYS).filter((command) => !(MENU_COMMANDS as readonly string[]).includes(command))).toEqual([]);
});

test('a key press finds its command, with Command in place of Ctrl on macOS', () => {
  expect(findCommandForKey(press('s', ['ctrl']), false)).toBe('save');
  expect(findCommandForKey(press('S', ['ctrl', 'shift']), false)).toBe('saveAs');
  expect(findCommandForKey(press('ArrowDown', ['alt']), false)).toBe('nextQuestion');
  expect(findCommandForKey(press('F8', ['shift']), false)).toBe('previousFinding');
  expect(findCommandForKey(press('s', ['meta']), true)).toBe('save');
});

test('other modifiers or plain typing find nothing', () => {
  expect(findCommandForKey(press('s'), false)).toBeNull();
  expect(findCommandForKey(press('s', ['ctrl', 'alt']), false)).toBeNull();
  expect(findCommandForKey(press('s', ['ctrl']), true)).toBeNull();
});
