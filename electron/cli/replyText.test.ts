import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemId } from '../../shared/domain/ids';
import type { Block, Inline, Section } from '../../shared/domain/reply';
import { parseReply, printReply, type ItemNumbers } from './replyText';

const items: ItemNumbers = {
  toNo: new Map([
    ['i1' as ItemId, '1'],
    ['i2' as ItemId, '2'],
  ]),
  toId: new Map([
    ['1', 'i1' as ItemId],
    ['2', 'i2' as ItemId],
  ]),
};

const SAMPLE = `# 公司说明 1,2

## 一、毛利率下降的原因

报告期内毛利率为[33.35%](figure:f1)，<b>下降</b>。

[表](table:t1)

- 其一

  - 其二

# 会计师 核查意见

我们认为……
`;

test('the text of a reply shows its sections, headings, figures, tables and lists, and comes back whole', () => {
  const { sections, problems } = parseReply(SAMPLE, items, []);
  expect(problems).toEqual([]);
  expect(sections.map(({ role, verifier, itemIds }) => ({ role, verifier, itemIds }))).toEqual([
    { role: 'statement', verifier: null, itemIds: ['i1', 'i2'] },
    { role: 'conclusion', verifier: 'auditor', itemIds: [] },
  ]);
  expect(sections[0]?.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'table', 'listItem', 'listItem']);
  expect(printReply(sections, items)).toBe(SAMPLE);
});

test('text without any mark is the company’s statement', () => {
  const { sections } = parseReply('第一段。\n第二段。\n', items, []);
  expect(sections).toMatchObject([
    {
      role: 'statement',
      verifier: null,
      blocks: [
        { type: 'paragraph', inlines: [{ type: 'text', text: '第一段。' }] },
        { type: 'paragraph', inlines: [{ type: 'text', text: '第二段。' }] },
      ],
    },
  ]);
});

test('bold and italic may be typed with asterisks', () => {
  const { sections } = parseReply('甲**乙**丙*丁*', items, []);
  expect(sections[0]?.blocks).toMatchObject([
    { inlines: [{ text: '甲' }, { text: '乙', bold: true }, { text: '丙' }, { text: '丁', italic: true }] },
  ]);
});

test('an address in angle brackets is the address alone, an escaped bracket a bracket', () => {
  const { sections } = parseReply('见<https://a.example/x?a=1&b=2>及\\<http://b.example>。', items, []);
  expect(sections[0]?.blocks).toMatchObject([{ inlines: [{ text: '见https://a.example/x?a=1&b=2及<http://b.example>。' }] }]);
});

test('what cannot be taken as meant is named with its line', () => {
  const { sections, problems } = parseReply('# 前言\n\n文字\n\n# 公司说明 7\n\n| 甲 | 乙 |\n', items, []);
  expect(sections[0]?.blocks[0]).toMatchObject({ type: 'heading', level: 2, inlines: [{ text: '前言' }] });
  expect(problems.map(({ line }) => line)).toEqual([1, 5, 7]);
});

test('unchanged blocks and sections keep their ids when the text is replaced', () => {
  const before = parseReply(SAMPLE, items, []).sections;
  const after = parseReply(SAMPLE.replace('我们认为……', '我们认为合理。'), items, before).sections;
  expect(after[0]).toEqual(before[0]);
  expect(after[1]?.sectionId).toBe(before[1]?.sectionId);
  expect(after[1]?.blocks[0]?.blockId).not.toBe(before[1]?.blocks[0]?.blockId);
});

const id = fc.stringMatching(/^[0-9a-z]{1,16}$/);
const flag = fc.constantFrom(undefined, true as const);
const style = fc
  .record({ bold: flag, italic: flag, underline: flag, sub: flag, sup: flag })
  .map((flags) => Object.fromEntries(Object.entries(flags).filter(([, on]) => on)));
const printable = fc.array(fc.constantFrom('甲', '1', '.', ' ', '#', '-', '*', '\\', '[', ']', '<', '>', '!', '（', 'b', '|'), {
  maxLength: 8,
});
const words = printable.map((letters) => `字${letters.join('')}字`);
const inline = fc.oneof(
  fc.tuple(words, style).map(([text, flags]) => ({ type: 'text', text, ...flags })),
  fc.tuple(id, words, style).map(([figureId, text, flags]) => ({
    type: 'figure',
    figureId,
    text,
    ...(Object.keys(flags).length ? { style: flags } : {}),
  })),
  fc.tuple(fc.constantFrom('question', 'item', 'block'), id, words).map(([kind, target, text]) => ({
    type: 'reference',
    target: { kind, [`${kind}Id`]: target },
    text,
  })),
  words.map((note) => ({ type: 'footnote', note })),
  fc.constant({ type: 'break' }),
);
const inlines = fc.array(inline, { maxLength: 5 }).map((list) => mergeText(list as Inline[]));
const block = fc.oneof(
  fc.record({ type: fc.constant('heading'), blockId: id, level: fc.integer({ min: 2, max: 6 }), inlines }),
  fc.record({ type: fc.constant('paragraph'), blockId: id, inlines }),
  fc.record({
    type: fc.constant('listItem'),
    blockId: id,
    kind: fc.constantFrom('bullet', 'number'),
    depth: fc.integer({ min: 0, max: 3 }),
    inlines,
  }),
  fc.record({ type: fc.constant('table'), blockId: id, tableId: id }),
  fc.record({
    type: fc.constant('chart'),
    blockId: id,
    tableId: id,
    kind: fc.constantFrom('column', 'pie'),
    along: fc.constantFrom('rows', 'columns'),
    rowIds: fc.array(id, { maxLength: 2 }),
    colIds: fc.array(id, { maxLength: 2 }),
    title: words,
    alt: words,
    source: words,
  }),
);

/** Neighbouring text of one style is one run in every stored document. */
function mergeText(list: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const next of list) {
    const last = merged.at(-1);
    const { text: _a, ...styleA } = last?.type === 'text' ? last : { text: '' };
    const { text: _b, ...styleB } = next.type === 'text' ? next : { text: '' };
    if (last?.type === 'text' && next.type === 'text' && JSON.stringify(styleA) === JSON.stringify(styleB)) last.text += next.text;
    else merged.push({ ...next });
  }
  return merged;
}

test('any reply comes back from its text as it was', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const section: Section = {
        sectionId: 's1' as Section['sectionId'],
        role: 'procedures',
        verifier: 'lawyer',
        itemIds: [],
        blocks: blocks as Block[],
      };
      const { sections, problems } = parseReply(printReply([section], items), items, [section]);
      const strip = (list: Section[]) =>
        list.map(({ blocks: held, ...rest }) => ({ ...rest, blocks: held.map(({ blockId: _id, ...body }) => body) }));
      expect(strip(sections)).toEqual(strip([section]));
      expect(problems).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
