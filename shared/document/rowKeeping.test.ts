import { expect, test } from 'vitest';
import { keepRows, type MeasuredRow } from './rowKeeping';

const PAGE = 10_000;
const row = (heightTwips: number, groups: MeasuredRow['groups'] = []): MeasuredRow => ({ role: 'body', heightTwips, groups });
const keptWithNext = (rows: readonly MeasuredRow[]) => keepRows(rows, 1, PAGE, false).map(({ keepNext }) => keepNext);

test('a long table lets its rows go to the next page, the header stays with its first row', () => {
  expect(keptWithNext([row(300), row(1500), row(1500), row(1500)])).toEqual([true, false, false, false]);
});

test('rows under one merged label stay together while they are short', () => {
  const group = [{ rowSpan: 2, heightTwips: 300 }];
  expect(keptWithNext([row(300), row(1500, group), row(1500), row(1500), row(1500)])).toEqual([true, true, false, false, false]);
  expect(keptWithNext([row(300), row(2500, group), row(2500), row(1500)])).toEqual([true, false, false, false]);
});

test('a merged text that is taller than its rows is not torn, up to three fifths of a page', () => {
  const text = (heightTwips: number) => [{ rowSpan: 3, heightTwips }];
  expect(keptWithNext([row(300), row(400, text(5000)), row(400), row(400), row(400)])).toEqual([true, true, true, false, false]);
  expect(keptWithNext([row(300), row(400, text(7000)), row(400), row(400), row(400)])).toEqual([true, false, false, false, false]);
});
