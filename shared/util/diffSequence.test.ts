import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffSequence } from './diffSequence';

const letters = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 30 });

test('runs cover both sequences in order, and same runs are the same', () => {
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const runs = diffSequence(before, after);
      let [b, a] = [0, 0];
      for (const run of runs) {
        expect([run.before[0], run.after[0]]).toEqual([b, a]);
        if (run.kind === 'same') expect(before.slice(...run.before)).toEqual(after.slice(...run.after));
        if (run.kind === 'removed') expect(run.after[1]).toBe(run.after[0]);
        if (run.kind === 'added') expect(run.before[1]).toBe(run.before[0]);
        [b, a] = [run.before[1], run.after[1]];
      }
      expect([b, a]).toEqual([before.length, after.length]);
    }),
  );
});

test('as much as possible stays the same', () => {
  const longestCommon = (x: string[], y: string[]): number => {
    const row = Array.from({ length: y.length + 1 }, () => 0);
    for (const one of x) {
      let diagonal = 0;
      for (const [index, other] of y.entries()) {
        const above = row[index + 1]!;
        row[index + 1] = one === other ? diagonal + 1 : Math.max(above, row[index]!);
        diagonal = above;
      }
    }
    return row[y.length]!;
  };
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const same = diffSequence(before, after).filter(({ kind }) => kind === 'same');
      expect(same.reduce((sum, run) => sum + run.before[1] - run.before[0], 0)).toBe(longestCommon(before, after));
    }),
  );
});

test('sequences with nothing in common are one replacement, however long', () => {
  const before = Array.from({ length: 30_000 }, (_, index) => `旧${index}`);
  const after = Array.from({ length: 30_000 }, (_, index) => `新${index}`);
  expect(diffSequence(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
