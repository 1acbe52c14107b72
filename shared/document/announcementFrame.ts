import type { Letter } from '../domain/letter';
import type { ProjectDetails } from '../domain/project';
import { stripAutospaceBlanks } from './cjkBlanks';
import { createParagraph, type FilingBlock, type FilingParagraph } from './filingBlock';
import { BOARD, CLOSING, CODE_LABELS, GUARANTEES, toChineseDate } from './filingWords';
import { printSecurityCodes } from './securityCodes';
import { measureEms } from './textMeasure';
import { citeLetter, dateOrBlank, nameLetter, nameSender, orBlank } from './letterNames';

/** What stands before question 1 of an announcement: line of codes, title with what `copy` it is of, guarantee, preamble. */
export function assembleHead(details: ProjectDetails, letter: Letter, copy: string | null = null): FilingBlock[] {
  const preamble = details.preamble.trim() === '' ? composePreamble(details, letter) : details.preamble;
  return [
    ...createCodeLines(details),
    createParagraph('Title', orBlank(details.company)),
    createParagraph('Title', breakTitle(orBlank(details.title)) + (copy === null ? '' : appendCopy(details.title, copy))),
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
    ...(details.closing ? [{ ...createParagraph('ReplyBody', CLOSING), keepNext: true as const }] : []),
    { type: 'paragraph', style: 'ReplyLead', inlines: [] },
    ...lines.map((text) => createParagraph('SignOff', text)),
  ];
}

/** Width of a line of the title in em. */
const TITLE_EMS = 23;

/** What copy a document is, behind its title: on a line of its own where both do not fit one. */
export function appendCopy(title: string, copy: string): string {
  return measureEms(title + copy) > TITLE_EMS ? `\n${copy}` : copy;
}

/** A title too long for one line broken before its last words (回复的公告), where only a piece of them would stand on the second. */
function breakTitle(title: string): string {
  const over = measureEms(title) - TITLE_EMS;
  const seam = TITLE_SEAM.exec(title)?.index ?? 0;
  return over > 0 && over < SHORTEST_LINE_EMS && seam > 0 && !title.includes('\n')
    ? `${title.slice(0, seam)}\n${title.slice(seam)}`
    : title;
}

const TITLE_SEAM = /(?:(?:相关|有关|所涉)(?:问题|事项)的)?(?:专项)?(?:回复|回函|答复|说明)(?:的?公告)?$/;
/** A second line shorter than this looks like a slip. */
const SHORTEST_LINE_EMS = 5;

/** A composed title: in two lines at the seam of its parts where both do not fit one, so that no word is torn. */
export function joinTitle(front: string, back: string): string {
  return measureEms(front + back) > TITLE_EMS ? `${front}\n${back}` : front + back;
}

/** Half the line of codes in em, where the middle of its second part stands. */
const HALF_LINE_EMS = 17.3;

/** Code, short name and number in one line, set apart by tabs; several codes leave the number a line of its own, further securities have theirs. */
function createCodeLines(details: ProjectDetails): FilingParagraph[] {
  const { code, name, further } = printSecurityCodes({ code: orBlank(details.code), shortName: orBlank(details.shortName) });
  const number = `${CODE_LABELS.announcementNo}${orBlank(details.announcementNo)}`;
  const lines =
    fitsBeside(name, code) && fitsBeside(name, number) ? [`${code}\t${name}\t${number}`] : [`${code}\t\t${name}`, `\t\t${number}`];
  const others = further.map(([own = '', itsName]) =>
    itsName === undefined ? own : own + (fitsBeside(itsName, own) ? '\t' : '\t\t') + itsName,
  );
  return [...lines, ...others].map((line) => createParagraph('AnnCode', line));
}

/** Whether a part at the edge leaves one in the middle its room. */
function fitsBeside(middle: string, edge: string): boolean {
  return measureEms(edge) <= HALF_LINE_EMS - measureEms(middle) / 2;
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
