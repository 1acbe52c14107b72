import type { ReadPart } from '../../domain/dataTable';
import type { QuestionId } from '../../domain/ids';
import { sliceRuns } from '../../domain/readRun';
import { resembles, squeeze, trimEnd } from './compareText';
import type { AskedQuestion } from './draftSplit';
import { readQuestionHeading } from './findQuestions';
import { splitLabel } from './headings';

type Paragraph = Extract<ReadPart, { type: 'paragraph' }>;

/** Characters by which it is told that a question begins. */
const OPENING = 16;
const SHORTEST_OPENING = 4;

/** The headings of the part each question stands in, the outer first; of those before the first heading none. */
export function listPartHeadings(questions: readonly AskedQuestion[]): Map<QuestionId, string[]> {
  let headings: string[] = [];
  return new Map(
    questions.map(({ questionId, partHeading }) => {
      headings = partHeading === null ? headings : partHeading.split('\n').filter((line) => line.trim() !== '');
      return [questionId, headings];
    }),
  );
}

/** Takes the headings of the part a question stands in off the end of what stands above it. */
export function takePartHeadings(parts: ReadPart[], headings: readonly string[]): Paragraph[] {
  const taken: Paragraph[] = [];
  for (const heading of headings.toReversed()) {
    const last = parts.at(-1);
    if (last?.type !== 'paragraph' || last.pictures || last.charts || !isSameHeading(last.text, heading)) continue;
    taken.unshift(last);
    parts.pop();
  }
  return taken;
}

/** The same words, whatever number stands before them. */
function isSameHeading(text: string, heading: string): boolean {
  const [ours, theirs] = [heading, text].map((one) => trimEnd(squeeze(splitLabel(one).rest)));
  return ours === theirs || resembles(ours!, theirs!);
}

/** The parts with each heading a paragraph of its own, also where a question goes on behind it: 一、关于经营业绩 1. 年报显示…. */
export function splitOffHeadings(parts: readonly ReadPart[], questions: readonly AskedQuestion[]): ReadPart[] {
  const headings = listPartHeadings(questions);
  const headed = new Map<string, AskedQuestion[]>();
  for (const question of questions) {
    const key = squeeze(headings.get(question.questionId)!.join(''));
    if (key !== '') headed.set(key, [...(headed.get(key) ?? []), question]);
  }
  return parts.flatMap((part): ReadPart[] => (part.type === 'paragraph' ? splitOff(part, headed) : [part]));
}

function splitOff(part: Paragraph, headed: ReadonlyMap<string, readonly AskedQuestion[]>): Paragraph[] {
  for (const [heading, questions] of headed) {
    const end = findEnd(part.text, heading);
    const behind = end === null ? '' : part.text.slice(end).trimStart();
    if (end === null || !questions.some((question) => beginsQuestion(behind, question))) continue;
    const { text, runs, pictures, charts, ...paragraph } = part;
    const slice = (from: number, to: number) => ({ text: text.slice(from, to), ...(runs && { runs: sliceRuns(runs, from, to) }) });
    return [
      { ...paragraph, ...slice(0, end) },
      { ...paragraph, ...slice(text.length - behind.length, text.length), ...(pictures && { pictures }), ...(charts && { charts }) },
    ];
  }
  return [part];
}

/** Where a squeezed heading at the start of a text ends in it; null when the text begins otherwise or ends there. */
function findEnd(text: string, heading: string): number | null {
  const longest = Math.min(text.length - 1, heading.length * 2 + OPENING);
  if (longest < heading.length || !squeeze(text.slice(0, longest)).startsWith(heading)) return null;
  for (let end = heading.length; end <= longest; end++) if (squeeze(text.slice(0, end)) === heading) return end;
  return null;
}

function beginsQuestion(text: string, { no, text: asked }: AskedQuestion): boolean {
  const named = readQuestionHeading(text);
  const keys = [text, splitLabel(text).rest, named?.rest ?? ''].map((one) => squeeze(one).slice(0, OPENING));
  const opening = squeeze(asked);
  return named?.no === no || keys.some((key) => key.length >= SHORTEST_OPENING && opening.startsWith(key));
}
