import { expect, test } from 'vitest';
import { heading, paragraph } from '../../../shared/document/testing/buildSnapshot';
import type { ItemId } from '../../../shared/domain/ids';
import type { Item } from '../../../shared/domain/letter';
import type { Block, Section } from '../../../shared/domain/reply';
import { findItemStart } from './findItemStart';

const item = (no: number, text: string): Item => ({
  itemId: `i${no}` as ItemId,
  no: String(no),
  label: `（${no}）`,
  text,
  status: 'toWrite',
  owner: null,
});
const ITEMS = [item(1, '分产品列示营业收入的金额及变动情况；'), item(2, '说明净利润下降幅度大于营业收入的原因；')];
const section = (role: Section['role'], blocks: Block[], itemIds: ItemId[] = []): Section => ({
  sectionId: role as Section['sectionId'],
  role,
  verifier: role === 'statement' ? null : 'auditor',
  itemIds,
  blocks,
});

test('the answer to an item begins at the line of the statement that repeats it, not where the accountants repeat it', () => {
  const head = heading(3, '（二）说明净利润下降幅度大于营业收入的原因');
  const sections = [
    section('procedures', [heading(3, '（二）说明净利润下降幅度大于营业收入的原因'), paragraph('核查。')]),
    section('statement', [heading(2, '一、公司说明'), heading(3, '（一）分产品列示营业收入的金额及变动情况'), paragraph('如下。'), head]),
  ];
  expect(findItemStart(sections, ITEMS, ITEMS[1]!.itemId)).toBe(head.blockId);
});

test('a section written for an item alone is its answer; a statement that tells no items apart begins nowhere', () => {
  const own = paragraph('原因如下。');
  const whole = section('statement', [paragraph('公司说明如下。')]);
  expect(findItemStart([whole, section('statement', [own], [ITEMS[1]!.itemId])], ITEMS, ITEMS[1]!.itemId)).toBe(own.blockId);
  expect(findItemStart([whole], ITEMS, ITEMS[1]!.itemId)).toBeNull();
});
