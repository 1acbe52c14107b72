import { OPINION_END } from '../../../../shared/document/filingWords';
import { message, type Message } from '../../../../shared/domain/message';
import { CODE_FIELDS, findOpenMark, isCodeFilled } from './blankPatterns';
import { getStyleId, listParagraphs, readParagraph, sayStoryPlace, type Placed } from './storyPlaces';
import { findElements, getElement } from './xmlTree';

/** Characters quoted around a mark. */
const AROUND = 12;

/** Whose own document it is, and the style its questions begin with; null for the company's. */
export type FirmPart = { firstHeading: string } | null;

/**
 * Everything left to fill in: marks, codes without their value, lines drawn by underlining blanks, and prompts of form fields. A firm's own document is
 * finished by the firm: above its first question and below its last word blanks of ours may be open, which are its name, number, signatures and date.
 */
export function findOpenBlanks(placed: readonly Placed[], firm: FirmPart): Message[] {
  const paragraphs = listParagraphs(placed);
  const ofFirm = new Set(
    firm === null ? [] : listFrame(paragraphs, firm.firstHeading).filter(({ text }) => findOpenMark(fillBlanks(text)) === null),
  );
  return [
    ...paragraphs.flatMap((one) => {
      const { place, text } = one;
      if (ofFirm.has(one)) return [];
      const mark = findOpenMark(text);
      if (mark !== null) return [message('warning.final-blank', { where: sayStoryPlace(place, quoteAround(text, mark.at)) })];
      const codes = place.kind === 'body' && place.table === null ? listEmptyCodes(text) : [];
      return codes.map((code) => message('warning.final-code', { code }));
    }),
    ...placed.flatMap(({ element, place }) =>
      isDrawnBlank(element) ? [message('warning.final-blank', { where: sayStoryPlace(place) })] : [],
    ),
  ];
}

type Paragraph = ReturnType<typeof listParagraphs>[number];

/** What stands above the first question and below the words that end a firm's document. */
function listFrame(paragraphs: readonly Paragraph[], firstHeading: string): Paragraph[] {
  const body = paragraphs.filter(({ place }) => place.kind === 'body');
  const first = body.findIndex(({ element }) => getStyleId(element) === firstHeading);
  const last = body.findLastIndex(({ text }) => text.trim() === OPINION_END);
  return body.filter((_, index) => index < first || (last >= 0 && index > last));
}

/** A text as it reads once its visible blanks are filled in. */
function fillBlanks(text: string): string {
  return text.replaceAll(/【\s*】年\s*月\s*日/g, '2000年1月1日').replaceAll(/【\s*】/g, '某');
}

function quoteAround(text: string, at: number): string {
  return text.slice(Math.max(0, at - AROUND), at + AROUND).trim();
}

/** Labels of the head whose value is missing or cut short; only a line of codes has them with a colon at its beginning or after a tab. */
function listEmptyCodes(text: string): string[] {
  if (!/^\s*(?:证券|股票|债券|A股|公告编号|编号)/.test(text)) return [];
  return Array.from(text.matchAll(CODE_FIELDS)).flatMap(([, label = '', value = '']) => (isCodeFilled(label, value) ? [] : [label]));
}

/** A line to write on: blanks underlined, or a form field that still shows its prompt. */
function isDrawnBlank({ name, children }: Placed['element']): boolean {
  if (name === 'w:sdtPr') return children.some((child) => typeof child !== 'string' && child.name === 'w:showingPlcHdr');
  if (name !== 'w:r') return false;
  const run = { name, attributes: {}, children };
  const properties = getElement(run, 'w:rPr');
  const line = properties && getElement(properties, 'w:u');
  return (
    line !== undefined &&
    line.attributes['w:val'] !== 'none' &&
    /^\s{2,}$|^\t+$/.test(readParagraph(run)) &&
    findElements(run, 'w:t', 'w:tab').length > 0
  );
}
