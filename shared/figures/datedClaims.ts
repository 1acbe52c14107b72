import type { Figure } from '../domain/figure';
import type { BlockId, FigureId, QuestionId } from '../domain/ids';
import { getInlineText, isTextBlock, type TextBlock } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { getFigureContext } from './figureContext';
import { AFTER_PERIOD, AS_OF_DAY, AS_OF_NOW, NUMBER_FOLLOWS, PERIOD_END } from './figureTerms';

/** A linked figure in a statement that carries a date, with the date somebody gave it. */
export type DatedFigure = { figureId: FigureId; shown: string; asOf: string | null };

/**
 * A statement of a reply that says as of when it is: 截至回函日, 截至 2024 年 4 月 30 日, 期后. `text` is the words, at `start` of the block's text;
 * `rolls` is false for the end of a reporting period, which no deferral moves.
 */
export type DatedClaim = {
  questionId: QuestionId;
  blockId: BlockId;
  start: number;
  text: string;
  clause: string;
  rolls: boolean;
  figures: DatedFigure[];
};

/**
 * Every statement of the replies that carries a date, and every figure with an as-of date of its own, in reading order. What repeats the letter's own
 * words is no statement: it must stay as it is.
 */
export function listDatedClaims({ letters, replies, figures }: Pick<ProjectSnapshot, 'letters' | 'replies' | 'figures'>): DatedClaim[] {
  const asked = new Map(letters.flatMap(({ questions }) => questions.map(({ questionId, text }) => [questionId, comparable(text)])));
  return replies.flatMap(({ questionId, sections }) =>
    sections
      .flatMap((section) => section.blocks)
      .filter(isTextBlock)
      .filter((block) => !repeats(asked.get(questionId) ?? '', getInlineText(block.inlines)))
      .flatMap((block) => listInBlock(questionId, block, figures)),
  );
}

/** A shorter text may stand in the letter by chance. */
const LEAST_REPEATED = 10;

function repeats(asked: string, text: string): boolean {
  const words = comparable(
    text.replace(/^\s*(?:问题\s*[\d一二三四五六七八九十]+|[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])[、.．：:]?/, ''),
  );
  return words.length >= LEAST_REPEATED && asked.includes(words);
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\s,.;:、。“”"()]+/g, '');
}

function listInBlock(questionId: QuestionId, block: TextBlock, figures: ReadonlyMap<FigureId, Figure>): DatedClaim[] {
  const text = getInlineText(block.inlines);
  const shown = listShown(block, figures);
  const claims = findDatedWords(text).map(({ start, words }): DatedClaim => {
    const clauseStart = text.lastIndexOf(getFigureContext(text, { start, end: start + words.length }), start);
    const clause = getFigureContext(text, { start, end: start + words.length });
    const inside = shown.filter((figure) => figure.start >= clauseStart && figure.start < clauseStart + clause.length);
    return {
      questionId,
      blockId: block.blockId,
      start,
      text: words,
      clause,
      rolls: !PERIOD_END.test(words),
      figures: inside.map(withoutStart),
    };
  });
  const covered = new Set(claims.flatMap((claim) => claim.figures.map(({ figureId }) => figureId)));
  const alone = shown
    .filter(({ figureId, asOf }) => asOf !== null && !covered.has(figureId))
    .map((figure): DatedClaim => {
      const clause = getFigureContext(text, { start: figure.start, end: figure.start + figure.shown.length });
      return { questionId, blockId: block.blockId, start: figure.start, text: '', clause, rolls: true, figures: [withoutStart(figure)] };
    });
  return [...claims, ...alone].toSorted((a, b) => a.start - b.start);
}

function withoutStart({ figureId, shown, asOf }: DatedFigure & { start: number }): DatedFigure {
  return { figureId, shown, asOf };
}

function listShown(block: TextBlock, figures: ReadonlyMap<FigureId, Figure>): (DatedFigure & { start: number })[] {
  const shown: (DatedFigure & { start: number })[] = [];
  let start = 0;
  for (const inline of block.inlines) {
    if (inline.type === 'figure') {
      shown.push({ figureId: inline.figureId, shown: inline.text, asOf: figures.get(inline.figureId)?.asOf ?? null, start });
    }
    start += getInlineText([inline]).length;
  }
  return shown;
}

/** The words that say as of when; of words within words the longer. */
function findDatedWords(text: string): { start: number; words: string }[] {
  const found = [AS_OF_DAY, AS_OF_NOW].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, words: match[0] })),
  );
  return found
    .filter(
      ({ start, words }) =>
        !found.some(
          (other) => other.words.length > words.length && other.start <= start && start + words.length <= other.start + other.words.length,
        ),
    )
    .filter(({ start, words }) => !AFTER_PERIOD.test(words) || NUMBER_FOLLOWS.test(text.slice(start + words.length)))
    .toSorted((a, b) => a.start - b.start);
}
