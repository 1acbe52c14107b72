import type { Question } from '../domain/letter';
import { getCalendar, type ProjectSnapshot } from '../domain/snapshot';
import { findDueDate } from '../letter/deadline';
import { assembleHead, composeArrival, joinTitle } from './announcementFrame';
import { assembleNoticeTail } from './assembleNoticeTail';
import { stripAutospaceBlanks } from './cjkBlanks';
import type { NoticeHead } from './documentContext';
import { createParagraph, type FilingBlock } from './filingBlock';
import { type FilingDocument, getLetter } from './filingDocument';
import { toChineseDate } from './filingWords';
import { headPart } from './headPart';
import { nameLetter, nameRegulator } from './letterNames';
import { printAsked } from './questionBlocks';

/** 收函公告: that a letter came, what it asks in its own words, and by when it will be answered. Its number and date are visible blanks unless given. */
export function assembleReceipt(snapshot: ProjectSnapshot, notice?: NoticeHead): FilingDocument {
  const letter = getLetter(snapshot);
  const title = joinTitle(`关于收到${nameRegulator(letter)}`, `${nameLetter(letter)}的公告`);
  const preamble = `${composeArrival(snapshot.details, letter)}，现将${nameLetter(letter)}的主要内容公告如下：`;
  const due = findDueDate(letter.header, getCalendar(snapshot));
  const promise =
    `公司将按照${nameLetter(letter)}的要求，积极组织相关各方对上述问题逐项落实，` +
    `${due === null ? '尽快' : `于${toChineseDate(due)}前`}回复${nameLetter(letter)}，并及时履行信息披露义务。敬请广大投资者注意投资风险。`;
  const blocks = [
    ...assembleHead({ ...snapshot.details, title, announcementNo: notice?.announcementNo ?? '', preamble }, letter),
    ...letter.questions.flatMap(quoteQuestion),
    createParagraph('ReplyBody', promise),
    ...assembleNoticeTail(snapshot.details, notice?.announcedOn ?? null),
  ];
  return { title: title.replace('\n', ''), blocks, shown: [] };
}

/** A question as the letter prints it, below the heading of its part: a label that ends in a mark stands before the first line, any other on a line of its own. */
function quoteQuestion(question: Question): FilingBlock[] {
  const { label, text } = question;
  const opens = /[、.．：:，]$/.test(label.trim());
  const lines = (opens ? label.trim() + text.trimStart() : text).split('\n').filter((line) => line.trim() !== '');
  const quoted = lines.map((line) => createParagraph('QuestionText', printAsked(line)));
  const own = opens || label.trim() === '' ? [] : [createParagraph('ReplyLabel', stripAutospaceBlanks(label.trim()))];
  return [...headPart(question, 'ReplyLabel'), ...own, ...quoted];
}
