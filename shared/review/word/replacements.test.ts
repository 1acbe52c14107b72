import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toEdited, toOriginal, touchesReplaced } from './replacements';

/** A text in pieces, some of them replaced by other words. */
const pieces = fc.array(
  fc.record({
    text: fc.string({ minLength: 1, maxLength: 6 }),
    by: fc.option(fc.string({ unit: fc.constantFrom('客', '户', '*'), minLength: 1, maxLength: 5 })),
  }),
  { maxLength: 8 },
);

function replace(given: readonly { text: string; by: string | null }[]) {
  let from = 0;
  const edits = given.flatMap(({ text, by }) => {
    const start = from;
    from += text.length;
    return by === null ? [] : [{ from: start, to: from, text: by }];
  });
  return { edits, text: given.map(({ text }) => text).join(''), shown: given.map(({ text, by }) => by ?? text).join('') };
}

test('what is kept is found again in both directions, and a place inside replaced words goes to the end asked for', () => {
  fc.assert(
    fc.property(pieces, (given) => {
      const { edits, text, shown } = replace(given);
      let [at, shownAt] = [0, 0];
      for (const piece of given) {
        const length = (piece.by ?? piece.text).length;
        const range = [toOriginal(edits, shownAt, 'start'), toOriginal(edits, shownAt + length, 'end')] as const;
        expect(text.slice(...range)).toBe(piece.text);
        expect(shown.slice(toEdited(edits, at, 'start'), toEdited(edits, at + piece.text.length, 'end'))).toBe(piece.by ?? piece.text);
        for (let inside = 1; inside < length; inside++) {
          const place = toOriginal(edits, shownAt + inside, 'start');
          expect(place).toBe(piece.by === null ? at + inside : at);
          expect(touchesReplaced(edits, shownAt + inside, shownAt + inside)).toBe(piece.by !== null);
        }
        at += piece.text.length;
        shownAt += length;
      }
    }),
  );
});

test('a range beside replaced words does not touch them', () => {
  const edits = [{ from: 3, to: 7, text: '客户一' }];
  expect([touchesReplaced(edits, 0, 3), touchesReplaced(edits, 6, 9), touchesReplaced(edits, 5, 7), touchesReplaced(edits, 2, 4)]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
