import { expect, test } from 'vitest';
import { setFormulas } from './setFormulas';
import type { FilingBlock, FilingInline } from './filingBlock';

const print = (...inlines: FilingInline[]) => {
  const block: FilingBlock = { type: 'paragraph', style: 'ReplyBody', inlines };
  const [set] = setFormulas([block]);
  return set?.type === 'paragraph' ? set.inlines : null;
};

test('a formula becomes runs, an address typed in angle brackets is printed plain beside it', () => {
  expect(print({ type: 'text', text: '当$A \\geq A_m$时，见<https://a.example/x>。' })).toEqual([
    { type: 'text', text: '当A≥A' },
    { type: 'text', text: 'm', sub: true },
    { type: 'text', text: '时，见https://a.example/x。' },
  ]);
  expect(print({ type: 'footnote', note: '<https://a.example/x>' })).toEqual([{ type: 'footnote', note: 'https://a.example/x' }]);
});

test('the words of a cross reference stay as they are, being one field', () => {
  const reference: FilingInline = {
    type: 'text',
    text: '问题3之“<https://a.example>”',
    refersTo: 'q1',
  };
  expect(print(reference)).toEqual([reference]);
});
