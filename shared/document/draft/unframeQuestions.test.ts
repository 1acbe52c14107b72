import { expect, test } from 'vitest';
import type { ReadPart } from '../../domain/dataTable';
import { splitDraft } from './splitDraft';
import { ask, makeParts, outlineSections } from './testing/draftFixture';

const LINES = [
  '年报显示，你公司报告期存货余额大幅增加。请你公司：',
  '（1）说明存货余额增加的原因及合理性；',
  '（2）说明存货跌价准备计提是否充分。',
];
const QUESTION = ask('1', LINES);

/** A table of one column with these lines in each of its cells. */
function frame(...cells: string[][]): ReadPart {
  const [part] = makeParts(['[表]']);
  if (part?.type !== 'table') throw new Error('a fixture table is a table');
  const cell = part.table.rows[0]![0]!;
  return { ...part, table: { ...part.table, rows: cells.map((lines) => [{ ...cell, text: lines.join('\n'), value: null }]) } };
}

const split = (...parts: ReadPart[]) => splitDraft([...parts, ...makeParts(['回复：', '正文。'])], [QUESTION]);

test.each([[[LINES]], [LINES.map((line) => [line])], [[[`1、${LINES[0]}`, ...LINES.slice(1)]]]])(
  'a question in a frame is the question, however it is cut',
  (cells) => {
    for (const heading of [[], makeParts(['问题 1'])]) {
      const draft = split(...heading, frame(...cells));
      expect(draft.replies[0]!.restated.map(({ exact }) => exact)).toEqual([true, true, true]);
      expect([draft.tables, draft.warnings]).toEqual([[], []]);
    }
  },
);

test('a frame around something else stays a table of the reply', () => {
  const draft = splitDraft([...makeParts(['问题 1', ...LINES, '回复：']), frame(['公司承诺按期整改。'])], [QUESTION]);
  expect(outlineSections(draft, '1')).toEqual(['# statement -', '[table]']);
});
