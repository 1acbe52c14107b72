import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findMoved } from './findMoved';

it('names the fewest that stand out of order', () => {
  expect([...findMoved([])]).toEqual([]);
  expect([...findMoved([0, 1, 5, 9])]).toEqual([]);
  expect([...findMoved([5, 0, 1, 2])]).toEqual([0]);
  expect([...findMoved([0, 3, 1, 2, 4])]).toEqual([1]);
});

it('leaves the others in order, whatever was moved', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(200)), (places) => {
      const moved = findMoved(places);
      const left = places.filter((_, index) => !moved.has(index));
      expect(left).toEqual(left.toSorted((a, b) => a - b));
    }),
  );
});
