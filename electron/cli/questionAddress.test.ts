import { expect, test } from 'vitest';
import type { Letter } from '../../shared/domain/letter';
import { findQuestionAddress } from './questionAddress';
import { message } from '../../shared/domain/message';
import { AppError } from '../../shared/ipc/errors';

const item = (no: string) => ({ itemId: `i${no}`, no, label: `（${no}）`, text: '', status: 'toWrite', owner: null });
const letters = [
  {
    letterId: 'l',
    fileName: '函.txt',
    header: {},
    questions: [
      {
        questionId: 'q1',
        no: '1',
        label: '1.',
        title: null,
        text: '',
        status: 'toWrite',
        owner: null,
        items: [item('1'), item('2')],
        verifications: [],
      },
      { questionId: 'q2', no: '2', label: '2.', title: null, text: '', status: 'toWrite', owner: null, items: [], verifications: [] },
    ],
  },
] as unknown as Letter[];

test('a number finds the question, a second number its item', () => {
  expect(findQuestionAddress(letters, '2')).toMatchObject({ question: { no: '2' }, item: null });
  expect(findQuestionAddress(letters, '1.2')).toMatchObject({ question: { no: '1' }, item: { no: '2' } });
});

test('a number that is not there is named', () => {
  expect(() => findQuestionAddress(letters, '9')).toThrow(new AppError('not-found', { what: message('what.question'), id: '9' }));
  expect(() => findQuestionAddress(letters, '2.1')).toThrow(new AppError('not-found', { what: message('what.item'), id: '2.1' }));
});
