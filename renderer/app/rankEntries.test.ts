import { expect, test } from 'vitest';
import { say } from '../../shared/catalogue/catalogue';
import { commandKeywords, findCommandKeywords } from '../../shared/catalogue/commandKeywords';
import { takePinyinInitials } from '../../shared/catalogue/pinyinInitials';
import type { AppCommand } from './keymap';
import { rankEntries } from './rankEntries';

const COMMANDS = ['exchange', 'export', 'insertChart', 'takeBackWord', 'tabReview', 'runChecks'] as const;
const entries = COMMANDS.map((command) => ({ command, name: say('zh-CN', `command.${command}`), keywords: findCommandKeywords(command) }));
const find = (typed: string) => rankEntries(typed, entries).map(({ command }) => command);

test('a command is found by other words for it, those that name it first', () => {
  expect(find('审阅')).toEqual(['takeBackWord', 'exchange', 'export', 'tabReview']);
  expect(find('会签')).toEqual(['exchange', 'export']);
  expect(find('律师')).toEqual(['exchange', 'export', 'takeBackWord']);
  expect(find('PDF')).toEqual(['export']);
  expect(find('报备稿')).toEqual(['export']);
});

test('of several words each must fit, and what fits nothing finds nothing', () => {
  expect(find('审阅 律师')).toEqual(['exchange', 'export', 'takeBackWord']);
  expect(find('审阅 饼图')).toEqual([]);
  expect(find('')).toEqual([...COMMANDS]);
});

test('a command is found by the initials of its pinyin', () => {
  expect(find('crtb')).toEqual(['insertChart']);
  expect(find('hd')).toEqual(['runChecks']);
  expect(takePinyinInitials('插入图表…（DOCX）')).toBe('crtb…（docx）');
});

test('other words belong to commands that are there', () => {
  // Does not compile where one is not.
  const named: readonly AppCommand[] = Object.keys(commandKeywords.en) as (keyof typeof commandKeywords.en)[];
  expect(named.filter((command) => findCommandKeywords(command).trim() === '')).toEqual([]);
});
