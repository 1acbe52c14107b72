import { expect, test } from 'vitest';
import { assembleAnnouncement } from './assembleAnnouncement';
import { createParagraph } from './filingBlock';
import { BLANK } from './filingWords';
import { findBlanks } from './findBlanks';
import { buildSnapshot, paragraph } from './testing/buildSnapshot';

test('blanks are listed with the line or the heading they stand in', () => {
  const questions = [
    { no: '1', text: '请说明。', sections: [{ blocks: [paragraph('已说明。')] }] },
    { no: '2', text: '请说明。' },
  ];
  const warnings = findBlanks(assembleAnnouncement(buildSnapshot({ questions })), '公告.docx');
  expect(warnings).toEqual([
    { code: 'blank-left', message: `仍有空白待填：证券代码：300999 证券简称：青禾精工 公告编号：${BLANK}`, file: '公告.docx', place: null },
    { code: 'blank-left', message: '仍有空白待填：问题2', file: '公告.docx', place: null },
  ]);
});

test('a finished document lacks nothing', () => {
  const questions = [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('已说明。')] }] }];
  expect(findBlanks(assembleAnnouncement(buildSnapshot({ details: { announcementNo: '2025-021' }, questions })), '公告.docx')).toEqual([]);
});

test('a picture that could not be written is listed by its mark', () => {
  expect(findBlanks([createParagraph('Figure', '【图片：供热面积】')], 'a.docx')).toEqual([
    { code: 'picture-not-written', message: '图片未能写入，已留标记：【图片：供热面积】', file: 'a.docx', place: null },
  ]);
});
