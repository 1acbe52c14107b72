import type { Finding } from '../../domain/finding';
import type { Question } from '../../domain/letter';
import { message } from '../../domain/message';
import type { Reply } from '../../domain/reply';
import { readNumeral } from '../../letter/numerals';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import {
  HEADING_REFERENCE,
  IN_ANOTHER_DOCUMENT,
  IN_THIS_DOCUMENT,
  ITEM_REFERENCE,
  QUESTION_REFERENCE,
  TABLE_ABOVE,
  TABLE_BELOW,
} from './documentTerms';

/** What is written like a reference; one that knows what it leads to is looked after by itself (checkBrokenReferences). */
function listTypedMatches({ text, references }: ProseBlock, pattern: RegExp): RegExpExecArray[] {
  const isLive = ({ index, 0: whole }: RegExpExecArray) => references.some(({ start, end }) => start < index + whole.length && index < end);
  return [...text.matchAll(pattern)].filter((match) => !isLive(match));
}

/** References to questions the letter does not have: 详见问题 12. */
export function checkQuestionReferences(questions: readonly Question[], prose: readonly ProseBlock[]): Finding[] {
  if (questions.length === 0) return [];
  const known = new Set(questions.map((question) => Number(question.no)));
  return prose.flatMap((block) =>
    listTypedMatches(block, QUESTION_REFERENCE).flatMap((match): Finding[] => {
      const no = readNumeral(match[1]!);
      if (no === null || known.has(no)) return [];
      return [
        {
          rule: 'reference-question',
          severity: 'error',
          message: message('finding.reference-question', { reference: match[0], no, count: known.size }),
          expected: null,
          stated: match[0],
          places: [placeInProse(block, match.index, match.index + match[0].length)],
        },
      ];
    }),
  );
}

/** References to items a question does not have: 问题 3（7）, or 问题（7） where question 3 is answered. */
export function checkItemReferences(questions: readonly Question[], own: Question, prose: readonly ProseBlock[]): Finding[] {
  return prose.flatMap((block) =>
    listTypedMatches(block, ITEM_REFERENCE).flatMap((match): Finding[] => {
      const no = match[1] === undefined ? Number(own.no) : readNumeral(match[1]);
      const item = readNumeral(match[2]!);
      const question = questions.find((each) => Number(each.no) === no);
      if (!question || question.items.length === 0 || question.items.some((each) => Number(each.no) === item)) return [];
      const reference = match[0].replace(/\s+/g, '');
      return [
        {
          rule: 'reference-item',
          severity: 'warning',
          message: message('finding.reference-item', { reference, no: question.no, item: item ?? match[2]! }),
          expected: null,
          stated: reference,
          places: [placeInProse(block, match.index, match.index + match[0].length)],
        },
      ];
    }),
  );
}

/** 如上表所示 without a table or picture before it in its reply, 如下表所示 without one after it. */
export function checkTableReferences(reply: Reply, prose: readonly ProseBlock[]): Finding[] {
  const shown = reply.sections.flatMap((section) => section.blocks).map((block) => block.type === 'table' || block.type === 'picture');
  const first = shown.indexOf(true);
  const last = shown.lastIndexOf(true);
  const report = (block: ProseBlock, match: RegExpMatchArray, says: 'finding.reference-above' | 'finding.reference-below'): Finding => ({
    rule: 'reference-table',
    severity: 'error',
    message: message(says, { reference: match[0] }),
    expected: null,
    stated: match[0],
    places: [placeInProse(block, Math.max(0, match.index! - 6), match.index! + match[0].length + 4)],
  });
  return prose.flatMap((block) => [
    ...[...block.text.matchAll(TABLE_ABOVE)]
      .filter(() => first < 0 || first > block.position)
      .map((match) => report(block, match, 'finding.reference-above')),
    ...[...block.text.matchAll(TABLE_BELOW)]
      .filter(() => last < block.position)
      .map((match) => report(block, match, 'finding.reference-below')),
  ]);
}

/** A block of more characters is no heading. */
const LONGEST_HEADING = 200;

/** References by a heading's words that no block of the replies has: 详见上文“…”. References into other documents are passed over. */
export function checkHeadingReferences(prose: readonly ProseBlock[]): Finding[] {
  const referring = prose.filter((block) => block.text.includes('“') && /见/.test(block.text));
  if (referring.length === 0) return [];
  let headings: string[] | null = null;
  const listHeadings = () =>
    (headings ??= prose
      .filter((block) => block.heading || (block.text.length < LONGEST_HEADING && !referring.includes(block)))
      .map((block) => comparable(block.text)));
  return referring.flatMap((block) =>
    listTypedMatches(block, HEADING_REFERENCE).flatMap((match): Finding[] => {
      const [whole, lead = '', title = ''] = match;
      if (!IN_THIS_DOCUMENT.test(lead) || IN_ANOTHER_DOCUMENT.test(lead)) return [];
      const wanted = comparable(title);
      if (wanted.length < 3 || listHeadings().some((text) => text.includes(wanted))) return [];
      return [
        {
          rule: 'reference-heading',
          severity: 'warning',
          message: message('finding.reference-heading', { title }),
          expected: null,
          stated: title,
          places: [placeInProse(block, match.index, match.index + whole.length)],
        },
      ];
    }),
  );
}

/** Words without blanks, labels, brackets and closing marks. */
function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])+/, '')
    .replace(/[（）()“”"'‘’：:；;，,。、]/g, '');
}
