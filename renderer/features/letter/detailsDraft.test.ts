import { expect, test } from 'vitest';
import { buildSnapshot } from '../../../shared/document/testing/buildSnapshot';
import { followDetails } from './detailsDraft';

test('fields nobody touched follow what is stored, the one being typed stays', () => {
  const { details: before } = buildSnapshot({ questions: [] });
  const typed = { ...before, announcementNo: '2026-1' };
  const after = { ...before, announcementNo: '2026-100', title: '关于年报问询函回复的公告' };
  expect(followDetails(typed, before, after)).toEqual({ ...before, announcementNo: '2026-1', title: '关于年报问询函回复的公告' });
  expect(followDetails(before, before, after)).toEqual(after);
});
