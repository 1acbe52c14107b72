import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinRuns, type ReadRun, sliceRuns, toInlines } from './readRun';

const runs = fc.array(
  fc.oneof(
    fc.record({ text: fc.string({ maxLength: 6 }) }),
    fc.record({ text: fc.string({ maxLength: 6 }), style: fc.constant({ bold: true as const }) }),
    fc.record({ text: fc.constant(''), note: fc.string({ minLength: 1 }) }),
  ),
  { maxLength: 6 },
);

test('a slice says what the same slice of the text says, and two slices side by side are the whole', () => {
  fc.assert(
    fc.property(runs, fc.nat(40), (all: ReadRun[], cut) => {
      const text = joinRuns(all);
      const at = Math.min(cut, text.length);
      const [before, after] = [sliceRuns(all, 0, at), sliceRuns(all, at, text.length)];
      expect([joinRuns(before), joinRuns(after)]).toEqual([text.slice(0, at), text.slice(at)]);
    }),
  );
});

test('notes, breaks, looks and references become inlines, a reference to what nobody knows its words', () => {
  const read: ReadRun[] = [
    { text: '收入' },
    { text: '', note: '不含税' },
    { text: '增长\nA' },
    { text: 'm', style: { sub: true } },
    { text: '上表', refersTo: 'known' },
    { text: '下图', refersTo: 'unknown' },
  ];
  const target = { kind: 'question', questionId: 'q' as never } as const;
  expect(toInlines({ text: joinRuns(read), runs: read }, (bookmark) => (bookmark === 'known' ? target : null))).toEqual([
    { type: 'text', text: '收入' },
    { type: 'footnote', note: '不含税' },
    { type: 'text', text: '增长' },
    { type: 'break' },
    { type: 'text', text: 'A' },
    { type: 'text', text: 'm', sub: true },
    { type: 'reference', target, text: '上表' },
    { type: 'text', text: '下图' },
  ]);
});
