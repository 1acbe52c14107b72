import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { HISTORY_PUSH_TAG, UNDO_COMMAND } from 'lexical';
import { describe, expect, it } from 'vitest';
import { figure, outline, paragraph, procedures, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $selectText } from '../testing/selectText';
import { $findMatches, $replaceMatches } from './findMatches';

const open = () =>
  openHeadlessReply([
    statement(paragraph('p1', '收入为', figure('f1', '26,715.63万元'), '，上年收入为ABC'), paragraph('p2', '收入收入')),
    procedures(paragraph('p3', '检查收入', { type: 'break' }, 'abc')),
  ]);

describe('finding in a reply', () => {
  it('finds words in every section, across the seams of figures, without regard to case', () => {
    const editor = open();
    const count = (words: string) => editor.read(() => $findMatches(words).length);
    expect(count('收入')).toBe(5);
    expect(count('为26,')).toBe(1);
    expect(count('万元，')).toBe(1);
    expect(count('abc')).toBe(2);
    expect(count('')).toBe(0);
    expect(editor.read(() => $findMatches('万元')).map((match) => match.breaksFigure)).toEqual([true]);
    expect(editor.read(() => $findMatches('收入为')).some((match) => match.breaksFigure)).toBe(false);
  });

  it('replaces all in one change, unlinks only figures it changed, and one undo takes all back', () => {
    const editor = open();
    registerHistory(editor, createEmptyHistoryState(), 0);
    change(editor, () => $selectText(['p1', 0]).insertText('年'));
    const before = outline(readReply(editor));
    editor.update(() => $replaceMatches($findMatches('收入'), '营业收入'), { discrete: true, tag: HISTORY_PUSH_TAG });
    expect(outline(readReply(editor))).toEqual([
      'p1 年营业收入为[26,715.63万元]，上年营业收入为ABC',
      'p2 营业收入营业收入',
      'p3 检查营业收入⏎abc',
    ]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    editor.update(() => {}, { discrete: true });
    expect(outline(readReply(editor))).toEqual(before);
  });

  it('replacing inside a figure leaves plain text, and nothing put in its place deletes', () => {
    const editor = open();
    change(editor, () => $replaceMatches($findMatches('715'), '999'));
    expect(outline(readReply(editor))[0]).toBe('p1 收入为26,999.63万元，上年收入为ABC');
    change(editor, () => $replaceMatches($findMatches('收入'), ''));
    expect(outline(readReply(editor))).toEqual(['p1 为26,999.63万元，上年为ABC', 'p2 ', 'p3 检查⏎abc']);
  });
});
