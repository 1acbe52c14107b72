import { PART_OF_REPLY } from './dictionary';
import { countBefore, type Marker } from './markers';
import { CHINESE_DIGIT, readNumeral } from './numerals';

/** A line above a question that may be a heading over several: 一、… (`outer`) or （一）…. */
type HeadingLine = { text: string; isOuter: boolean; value: number };

const LABELLED = new RegExp(`^(?:([${CHINESE_DIGIT}]{1,3})、|[（(] ?([${CHINESE_DIGIT}]{1,3}) ?[)）])\\s*(\\S[\\s\\S]*)$`);
const LONGEST = 60;
const LEAD_LENGTH = 400;
const MOST_LINES = 2;
/** One heading alone may as well be the document's own. */
const FEWEST_PARTS = 2;

/**
 * The headings over several questions that a reply repeats, for each question the one directly above it or null. Answers have headings of their own, so
 * only a series is believed that begins above the first question, counts on without a gap, and is none of an answer's parts (二、会计师核查意见).
 */
export function findRepeatedHeadings(
  text: string,
  questions: readonly Marker[],
  replies: readonly number[],
  bodyStart: number,
): (string | null)[] {
  const nothing = questions.map(() => null);
  if (questions[0]?.style === 'chinese') return nothing;
  const next = { outer: 1, inner: 1 };
  const headings = questions.map(({ start }, at) => {
    const from = at === 0 ? Math.max(bodyStart, start - LEAD_LENGTH) : replies[countBefore(replies, start) - 1]!;
    const lines = readHeadingLines(text.slice(from, start));
    if (!countsOn(lines, next, at === 0)) return null;
    for (const { isOuter, value } of lines) {
      if (isOuter) Object.assign(next, { outer: value + 1, inner: 1 });
      else next.inner = value + 1;
    }
    return lines.map((line) => line.text).join('\n');
  });
  return headings[0] === null || headings.filter((heading) => heading !== null).length < FEWEST_PARTS ? nothing : headings;
}

/** The headings at the end of what stands above a question: one of a level, the outer first. */
function readHeadingLines(above: string): HeadingLine[] {
  const lines = above.split('\n').map((line) => line.trim());
  const found: HeadingLine[] = [];
  for (const line of lines.filter((one) => one !== '').toReversed()) {
    const heading = readHeadingLine(line);
    const below = found[0];
    if (heading === null || (below && (below.isOuter || !heading.isOuter))) break;
    found.unshift(heading);
    if (found.length === MOST_LINES) break;
  }
  return found;
}

function readHeadingLine(line: string): HeadingLine | null {
  const match = LABELLED.exec(line);
  const value = match && readNumeral(match[1] ?? match[2]!);
  if (!match || value === null || line.length > LONGEST || /[。；：？！]./.test(line) || /[。；？！]$|请/.test(line)) return null;
  return PART_OF_REPLY.test(match[3]!) ? null : { text: line, isOuter: match[1] !== undefined, value };
}

function countsOn(lines: readonly HeadingLine[], next: { outer: number; inner: number }, isFirst: boolean): boolean {
  const [outer, inner] = [lines.find(({ isOuter }) => isOuter), lines.find(({ isOuter }) => !isOuter)];
  if (outer) return outer.value === next.outer && (inner === undefined || inner.value === 1);
  return inner !== undefined && inner.value === next.inner && (isFirst || inner.value > 1);
}
