import { expect, test } from 'vitest';
import type { ProjectOverview, QuestionCoverage } from '../../../shared/domain/project';
import { listOpenMatters } from './openMatters';

const coverage = (no: string, part: Partial<QuestionCoverage>): QuestionCoverage =>
  ({
    questionId: no,
    no,
    isCurrent: true,
    characters: 10,
    figures: 0,
    tables: 0,
    links: 0,
    itemsWithoutEvidence: [],
    itemsFinal: 1,
    items: 1,
    ...part,
  }) as unknown as QuestionCoverage;

const project = (questions: QuestionCoverage[], details: object = {}): ProjectOverview =>
  ({
    details: {
      company: '甲',
      shortName: '甲',
      code: '000000',
      announcementNo: '2024-001',
      title: '关于回复的公告',
      signedOn: '2024-05-30',
      ...details,
    },
    questions,
  }) as unknown as ProjectOverview;

test('a finished project has nothing open', () => {
  expect(listOpenMatters(project([coverage('1', {})]), 'announcement', { errors: 0, asks: 0 })).toEqual([]);
});

test('blank fields come first, then unanswered questions, then what is not final', () => {
  const questions = [coverage('1', { characters: 0, itemsFinal: 0, items: 2 }), coverage('2', { itemsFinal: 0 })];
  const open = listOpenMatters(project(questions, { announcementNo: ' ' }), 'announcement', { errors: 0, asks: 4 });
  expect(open).toEqual([
    { kind: 'blank', field: 'announcementNo' },
    { kind: 'unanswered', questionId: '1', no: '1' },
    { kind: 'asks', count: 4 },
    { kind: 'notFinal', count: 3 },
  ]);
});

test('a reply of nothing but a table counts as answered', () => {
  expect(listOpenMatters(project([coverage('1', { characters: 0, tables: 1 })]), 'announcement', { errors: 0, asks: 0 })).toEqual([]);
});

test('errors the checks found are open, and so is not having checked', () => {
  expect(listOpenMatters(project([coverage('1', {})]), 'announcement', { errors: 2, asks: 0 })).toEqual([{ kind: 'errors', count: 2 }]);
  expect(listOpenMatters(project([coverage('1', {})]), 'announcement', { errors: null, asks: 0 })).toEqual([{ kind: 'notChecked' }]);
});

test('a verifier’s document lacks only what the company fills in, and a notice nothing of the replies', () => {
  const bare = project([coverage('1', { characters: 0 })], { code: '', announcementNo: '' });
  expect(listOpenMatters(bare, 'auditor', { errors: 0, asks: 0 })).toEqual([{ kind: 'unanswered', questionId: '1', no: '1' }]);
  expect(listOpenMatters(bare, 'deferral', { errors: null, asks: 3 })).toEqual([{ kind: 'blank', field: 'code' }]);
});

test('what an earlier letter’s replies lack is no matter of a document that answers the newest', () => {
  const questions = [coverage('1', { isCurrent: false, characters: 0, itemsFinal: 0, items: 4 }), coverage('1', {})];
  expect(listOpenMatters(project(questions), 'announcement', { errors: 0, asks: 0 })).toEqual([]);
});
