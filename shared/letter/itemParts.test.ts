import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { heading, paragraph } from '../document/testing/buildSnapshot';
import type { BlockId, ItemId } from '../domain/ids';
import type { Item } from '../domain/letter';
import type { Block } from '../domain/reply';
import { splitByItems } from './itemParts';

const item = (no: number, text: string): Item => ({
  itemId: `i${no}` as ItemId,
  no: String(no),
  label: `（${no}）`,
  text,
  status: 'toWrite',
  owner: null,
});
const ITEMS = [
  item(1, '分产品列示营业收入的金额及变动情况；'),
  item(2, '说明净利润下降幅度大于营业收入的原因及合理性；'),
  item(3, '说明坏账准备。'),
];
const list = (blocks: Block[]) => splitByItems(blocks, ITEMS)?.map((part) => `${part.itemIds.join('+')}: ${part.blocks.length}`) ?? null;

test('lines that repeat an item begin its part, whatever their label and end', () => {
  const blocks = [
    heading(2, '一、公司说明'),
    heading(3, '（一）分产品列示营业收入的金额及变动情况'),
    paragraph('如下。'),
    paragraph('（2）说明净利润下降幅度大于营业收入的原因及合理性'),
    paragraph('如下。'),
    heading(3, '（三）说明坏账准备。'),
  ];
  expect(list(blocks)).toEqual([': 1', 'i1: 2', 'i2: 2', 'i3: 1']);
});

test('a heading that repeats two items heads both', () => {
  const blocks = [heading(3, `${ITEMS[0]!.text}${ITEMS[1]!.text}`), paragraph('如下。'), heading(3, '说明坏账准备')];
  expect(list(blocks)).toEqual(['i1+i2: 2', 'i3: 1']);
});

test('headings numbered as many as the items are theirs; fewer or others are not', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, at) => heading(3, `（${'一二三四'[at]}）其他`));
  expect([list(numbered(3)), list(numbered(2)), list(numbered(4))]).toEqual([['i1: 1', 'i2: 1', 'i3: 1'], null, null]);
});

test('a statement that does not name its items is not divided, nor is a question of one item', () => {
  expect(list([paragraph('如下。'), heading(3, '说明')])).toBeNull();
  expect(splitByItems([heading(3, ITEMS[0]!.text)], ITEMS.slice(0, 1))).toBeNull();
});

test('the parts joined are the blocks given, in their order', () => {
  const line = fc.constantFrom('（一）其他', '（二）其他', '（三）其他', '正文', ...ITEMS.map(({ text }) => text));
  const block = fc.tuple(fc.boolean(), line).map(([isHeading, text]) => (isHeading ? heading(3, text) : paragraph(text)));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (made) => {
      const blocks = made.map((one, at) => ({ ...one, blockId: `b${at}` as BlockId }));
      const parts = splitByItems(blocks, ITEMS);
      if (parts !== null) expect(parts.flatMap((part) => part.blocks)).toEqual(blocks);
    }),
  );
});
