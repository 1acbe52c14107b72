import { expect, test } from 'vitest';
import type { Item } from '../../../shared/domain/letter';
import { findItemParagraphs } from './itemParagraphs';

const item = (no: string): Item => ({
  itemId: no as unknown as Item['itemId'],
  no,
  label: `（${no}）`,
  text: '',
  status: 'toWrite',
  owner: null,
});
const [one, two, three] = [item('1'), item('2'), item('3')] as [Item, Item, Item];

test('an item reaches from its label to the next item', () => {
  const paragraphs = ['报告显示…', '（1）说明原因', '补充的一段', '（2）列示明细', '请会计师核查'];
  expect(findItemParagraphs(paragraphs, [one, two], one)).toEqual({ from: 1, to: 3 });
});

test('the last item is its own paragraph, not the verification request after it', () => {
  expect(findItemParagraphs(['（1）说明', '（2）列示', '请律师核查'], [one, two], two)).toEqual({ from: 1, to: 2 });
});

test('an item whose label stands inside a paragraph is not marked', () => {
  expect(findItemParagraphs(['请说明：（1）原因；（2）金额'], [one, two], two)).toBeNull();
});

test('each item is looked for after the item before it', () => {
  expect(findItemParagraphs(['（1）甲', '（2）乙', '（3）丙'], [one, two, three], three)).toEqual({ from: 2, to: 3 });
});
