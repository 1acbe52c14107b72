import type { Letter } from '../domain/letter';
import type { ProjectDetails } from '../domain/project';
import { stripAutospaceBlanks } from './cjkBlanks';
import { createParagraph, type FilingBlock, type FilingParagraph } from './filingBlock';
import { BOARD, CLOSING, CODE_LABELS, GUARANTEES, toChineseDate } from './filingWords';
import { citeLetter, dateOrBlank, nameLetter, nameSender, orBlank } from './letterNames';

/** What stands before question 1 of an announcement: line of codes, title, guarantee, preamble. */
export function assembleHead(details: ProjectDetails, letter: Letter): FilingBlock[] {
  const preamble = details.preamble.trim() === '' ? composePreamble(details, letter) : details.preamble;
  return [
    createCodeLine(details),
    createParagraph('Title', orBlank(details.company)),
    createParagraph('Title', orBlank(details.title)),
    createParagraph('Guarantee', GUARANTEES[details.exchange]),
    ...splitParagraphs(preamble).map((text) => createParagraph('ReplyBody', stripAutospaceBlanks(text))),
  ];
}

/** What stands after the last reply: 特此公告, the signature block and the date, each only as the project says. */
export function assembleTail(details: ProjectDetails): FilingBlock[] {
  const signature = details.signature.trim() === '' ? `${orBlank(details.company)}${BOARD}` : details.signature;
  const lines = splitParagraphs(signature);
  if (details.signedOn !== '') lines.push(toChineseDate(details.signedOn));
  return [
    ...(details.closing ? [createParagraph('ReplyBody', CLOSING)] : []),
    { type: 'paragraph', style: 'ReplyLead', inlines: [] },
    ...lines.map((text) => createParagraph('SignOff', text)),
  ];
}

/** Code, short name and number in one line, set apart by tabs. */
function createCodeLine(details: ProjectDetails): FilingParagraph {
  const text = (label: string, value: string) => ({ type: 'text' as const, text: `${label}${orBlank(value)}` });
  return {
    type: 'paragraph',
    style: 'AnnCode',
    inlines: [
      text(CODE_LABELS.code, details.code),
      { type: 'tab' },
      text(CODE_LABELS.shortName, details.shortName),
      { type: 'tab' },
      text(CODE_LABELS.announcementNo, details.announcementNo),
    ],
  };
}

/** The opening sentence from what the letter says of itself; what it does not say stays a visible blank. */
function composePreamble(details: ProjectDetails, letter: Letter): string {
  return `${composeArrival(details, letter)}。公司董事会高度重视，对${nameLetter(letter)}所提问题逐项进行了核查落实，现回复如下：`;
}

/** That the company received the letter, when and from whom: how every announcement about a letter begins. No full stop. */
export function composeArrival(details: ProjectDetails, letter: Letter): string {
  const received = dateOrBlank(letter.header.receivedOn);
  return `${orBlank(details.company)}（以下简称“公司”）于${received}收到${nameSender(letter)}下发的${citeLetter(letter)}`;
}

function splitParagraphs(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
