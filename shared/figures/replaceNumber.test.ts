import { expect, test } from 'vitest';
import type { FigureId } from '../domain/ids';
import type { Inline } from '../domain/reply';
import { replaceNumber } from './replaceNumber';

const inlines: Inline[] = [
  { type: 'text', text: '收入为 1,2' },
  { type: 'text', text: '34.50', bold: true },
  { type: 'text', text: ' 万元，成本为 ' },
  { type: 'figure', figureId: 'f1' as FigureId, text: '800.00万元' },
  { type: 'text', text: '。' },
];

test('a number is replaced where it stands, also across styles', () => {
  expect(replaceNumber(inlines, 4, '1,234.50', '1,243.50')).toEqual({
    inlines: [{ type: 'text', text: '收入为 1,243.50' }, ...inlines.slice(2)],
  });
});

test('a linked figure is named, not written over', () => {
  expect(replaceNumber(inlines, 20, '800.00万元', '1元')).toEqual({ figureId: 'f1' });
});

test('a linked figure becomes plain text in its own style where that is asked for', () => {
  const styled: Inline[] = [{ type: 'figure', figureId: 'f1' as FigureId, text: '800.00万元', style: { bold: true } }];
  expect(replaceNumber(styled, 0, '800.00万元', '880.00万元', true)).toEqual({
    inlines: [{ type: 'text', text: '880.00万元', bold: true }],
  });
  expect(replaceNumber(styled, 0, '800.00', '880.00', true)).toEqual({ figureId: 'f1' });
});

test('nothing is replaced where the text is not as it was', () => {
  expect(replaceNumber(inlines, 4, '9,999.00', '1')).toBeNull();
});
