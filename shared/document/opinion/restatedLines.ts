import { readNumeral } from '../../letter/numerals';
import { squeeze, trimEnd } from '../draft/compareText';
import type { AskedQuestion, DraftReply } from '../draft/draftSplit';
import { readQuestionHeading } from '../draft/findQuestions';
import { splitLabel } from '../draft/headings';
import { repeatsItem } from '../draft/repeatsItem';

/** Characters by which the beginning of a question is told. */
const OPENING = 8;
const NUMBER = /\d{1,3}|[一二三四五六七八九十]{1,3}/;

/**
 * A question as a firm's document repeats it, line by line: with the title its heading holds, without the number the letter prints before it, and with the
 * items that head their answers further down.
 */
export function listRestatedLines(question: AskedQuestion, theirs: DraftReply): string[] {
  const [first = ''] = question.text.split('\n');
  const restated = theirs.restated.map(({ text }) => text);
  const title = theirs.heading
    .map(({ text }) => leaveNumber(text, first, question))
    .find((text) => trimEnd(squeeze(text)) === trimEnd(squeeze(first)));
  const lines = restated.length === 0 ? [] : [leaveNumber(restated[0]!, first, question), ...restated.slice(1)];
  const hasTitle = title === undefined || lines.some((line) => squeeze(line).startsWith(squeeze(first)));
  return [...(hasTitle ? [] : [title!]), ...lines, ...listItemsBelow(question, restated, theirs)];
}

/** The items that head their answers, in the order asked, where none stands above the reply. */
function listItemsBelow(question: AskedQuestion, restated: readonly string[], { sections }: DraftReply): string[] {
  const [asked, above] = [question.text, restated.join('')].map(squeeze) as [string, string];
  const items = question.items.filter(({ text }) => asked.includes(squeeze(text)));
  if (items.some((item) => above.includes(trimEnd(squeeze(item.text))) || restated.some((text) => repeatsItem(text, item)))) return [];
  const headings = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : [])));
  return items.flatMap((item) => headings.find((text) => repeatsItem(text, item)) ?? []);
}

/** A line without the number of its question before it, where ours has none; another number stays, to be told. */
function leaveNumber(text: string, first: string, { no, label }: AskedQuestion): string {
  const opening = squeeze(first).slice(0, OPENING);
  if (squeeze(text).startsWith(opening)) return text;
  const ownLabel = text.trimStart().startsWith(label.trim()) ? text.trimStart().slice(label.trim().length) : text;
  const rest = [ownLabel, readQuestionHeading(text)?.rest ?? text, splitLabel(text).rest].find((one) => squeeze(one).startsWith(opening));
  if (rest === undefined) return text;
  const number = NUMBER.exec(text.slice(0, text.length - rest.length))?.[0];
  return number === undefined || String(readNumeral(number)) === no ? rest.trimStart() : text;
}
