import { expect, test } from 'vitest';
import type { LetterId, QuestionId, TableId } from '../../shared/domain/ids';
import { findNeighbour, navigate, START } from './navigation';

const [first, second, third] = ['q1', 'q2', 'q3'] as QuestionId[] as [QuestionId, QuestionId, QuestionId];

test('opening a table from a dialog closes the dialog and shows the evidence', () => {
  const searching = { ...START, tab: 'versions' as const, dialog: { name: 'search' as const } };
  expect(navigate(searching, { type: 'openTable', tableId: 't1' as TableId })).toEqual({
    ...START,
    tab: 'evidence',
    table: { tableId: 't1', cell: null },
    dialog: null,
  });
});

test('a dialog whose work ends late closes itself only, not the one opened after it', () => {
  const saving = { name: 'terms' as const };
  const palette = navigate({ ...START, dialog: saving }, { type: 'openDialog', dialog: { name: 'commands' } });
  expect(navigate(palette, { type: 'closeDialog', dialog: saving })).toBe(palette);
  expect(navigate(palette, { type: 'closeDialog', dialog: palette.dialog }).dialog).toBeNull();
  expect(navigate(palette, { type: 'closeDialog' }).dialog).toBeNull();
});

test('opening a question keeps the side pane as it was', () => {
  const reading = { ...START, tab: 'findings' as const };
  expect(navigate(reading, { type: 'openQuestion', questionId: first })).toEqual({
    ...reading,
    centre: { view: 'question', questionId: first, itemId: null, blockId: null },
  });
});

test('what is asked for in the right pane is shown beside an open letter, which has that room otherwise', () => {
  const letter = navigate(START, { type: 'openLetter', letterId: 'l1' as LetterId });
  expect(letter.sideByLetter).toBe(false);
  const shown = navigate(letter, { type: 'openTab', tab: 'preview' });
  expect([shown.tab, shown.sideByLetter]).toEqual(['preview', true]);
  expect(navigate(letter, { type: 'openTable', tableId: 't1' as TableId }).sideByLetter).toBe(true);
  expect(navigate(shown, { type: 'leaveSide' })).toEqual({ ...letter, tab: 'preview' });
  expect(navigate(shown, { type: 'openLetter', letterId: 'l2' as LetterId }).sideByLetter).toBe(false);
  expect(navigate(START, { type: 'openTab', tab: 'preview' }).sideByLetter).toBe(false);
});

test('the neighbour of a question stops at either end', () => {
  const all = [first, second, third];
  const at = (questionId: QuestionId) => ({ view: 'question' as const, questionId, itemId: null, blockId: null });
  expect(findNeighbour(all, at(second), 1)).toBe(third);
  expect(findNeighbour(all, at(second), -1)).toBe(first);
  expect(findNeighbour(all, at(third), 1)).toBe(third);
  expect(findNeighbour(all, at(first), -1)).toBe(first);
});

test('from the overview the next question is the first and the previous one the last', () => {
  expect(findNeighbour([first, second], { view: 'overview' }, 1)).toBe(first);
  expect(findNeighbour([first, second], { view: 'overview' }, -1)).toBe(second);
  expect(findNeighbour([], { view: 'overview' }, 1)).toBeNull();
});
