import { expect, test } from 'vitest';
import { message } from '../domain/message';
import { assembleAnnouncement } from './assembleAnnouncement';
import { createParagraph } from './filingBlock';
import { BLANK } from './filingWords';
import { findBlanks } from './findBlanks';
import { buildSnapshot, paragraph } from './testing/buildSnapshot';

test('each blank is listed with the words before it, or the heading it stands under', () => {
  const questions = [
    { no: '1', text: '请说明。', sections: [{ blocks: [paragraph('已说明。')] }] },
    { no: '2', text: '请说明。' },
  ];
  const snapshot = buildSnapshot({ details: { code: '', preamble: '' }, header: { receivedOn: null, regulator: null }, questions });
  expect(findBlanks(assembleAnnouncement(snapshot).blocks, '公告.docx')).toEqual(
    [`证券代码：${BLANK}`, `公告编号：${BLANK}`, `禾精工股份有限公司（以下简称“公司”）于${BLANK}`, `收到${BLANK}`, '问题2'].map(
      (where) => ({ code: 'blank-left', message: message('warning.blank-left', { where }), file: '公告.docx', place: null }),
    ),
  );
});

test('a finished document lacks nothing', () => {
  const questions = [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('已说明。')] }] }];
  expect(
    findBlanks(assembleAnnouncement(buildSnapshot({ details: { announcementNo: '2025-021' }, questions })).blocks, '公告.docx'),
  ).toEqual([]);
});

test('a picture that could not be written is listed by its mark', () => {
  expect(findBlanks([createParagraph('Figure', '【图片：供热面积】')], 'a.docx')).toEqual([
    {
      code: 'picture-not-written',
      message: message('warning.picture-not-written', { mark: '【图片：供热面积】' }),
      file: 'a.docx',
      place: null,
    },
  ]);
});
