import type { BlockId, QuestionId } from '../../domain/ids';
import type { FindingPlace } from '../../domain/finding';
import { getInlineText, isTextBlock, type Reply, type TextBlock } from '../../domain/reply';
import { printLike } from '../printLike';
import { findFigures, type FoundFigure } from '../../figures/findFigures';

/** A block of text of a reply as the checks read it: linked numbers are text like any other. `position` counts the blocks of its reply, tables included. */
export type ProseBlock = {
  questionId: QuestionId;
  blockId: BlockId;
  heading: boolean;
  position: number;
  text: string;
  /** Its numbers in reading order. */
  figures: readonly FoundFigure[];
  /** Where cross references stand that know what they lead to. */
  references: readonly { start: number; end: number }[];
};

/** The text blocks of a reply in reading order. */
export function listProse(reply: Reply): ProseBlock[] {
  const blocks = reply.sections.flatMap((section) => section.blocks);
  return blocks.flatMap((block, position): ProseBlock[] => {
    if (!isTextBlock(block)) return [];
    const text = getInlineText(block.inlines);
    const figures = /[\d０-９]|[两二三四五六七八九十][家户名人]/.test(text) ? findFigures(text).filter(isPrinted) : [];
    return [
      {
        questionId: reply.questionId,
        blockId: block.blockId,
        heading: block.type === 'heading',
        position,
        text,
        figures,
        references: listReferences(block),
      },
    ];
  });
}

function listReferences({ inlines }: TextBlock): ProseBlock['references'] {
  if (!inlines.some(({ type }) => type === 'reference')) return [];
  let start = 0;
  return inlines.flatMap((inline) => {
    const end = start + getInlineText([inline]).length;
    const span = { start, end };
    start = end;
    return inline.type === 'reference' ? [span] : [];
  });
}

/** 三成 and 百分之三十 are said, not printed: how exact they are cannot be told. */
function isPrinted({ text, unit }: FoundFigure): boolean {
  return (unit !== '%' && unit !== '‰') || /[\d０-９]/.test(text);
}

/** A text of a question; its block where it stands in the reply. */
export type Passage = Pick<ProseBlock, 'questionId' | 'text'> & { blockId?: BlockId };

/** Characters before a place that say what it is. */
const LABEL_LENGTH = 20;
/** The rest of a number such a label would begin with. */
const CUT_NUMBER = /^[\d.,，]{1,12}\s?(?:[万亿]?元|[%％])?[、，,]?/;

/** The place of a piece of a block's text, one click away. */
export function placeInProse(block: Passage, start: number, end: number): FindingPlace {
  const label = block.text
    .slice(Math.max(0, start - LABEL_LENGTH), start)
    .split(/[。；;！？\n]/)
    .at(-1)!
    .replace(CUT_NUMBER, '')
    .replace(/^[和及与、，,：:\s]+|[，,、：:\s]+$/g, '');
  return {
    questionId: block.questionId,
    ...(block.blockId === undefined ? {} : { blockId: block.blockId }),
    text: block.text.slice(start, end).trim(),
    ...(label === '' ? {} : { label }),
  };
}

/** The place of a number, with what should stand there: the expected value, in the figure's unit, printed as it is. */
export function placeOfWrongNumber(block: Passage, figure: FoundFigure, expected: string): FindingPlace {
  return { ...placeInProse(block, figure.start, figure.end), ...correctNumber(figure, expected) };
}

/** What should stand in a number's place; nothing where words beside it carry a sign that would be wrong then. */
export function correctNumber(figure: FoundFigure, expected: string): Pick<FindingPlace, 'correction'> {
  const negative = expected.startsWith('-');
  if (figure.signByWords && !negative) return {};
  const text = printLike(figure.text, figure.signByWords ? expected.slice(1) : expected);
  return { correction: { start: figure.start, before: figure.text, text } };
}

/** A stretch of text up to its full stop, with its numbers. */
export type Sentence = { start: number; end: number; text: string; figures: readonly FoundFigure[] };

/** The sentences of a block that hold numbers; 。；！？ and line ends close one. */
export function listSentences(block: Pick<ProseBlock, 'text' | 'figures'>): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let next = 0;
  for (const match of block.text.matchAll(/[。；;！？\n]|$/g)) {
    const end = match.index;
    const figures: FoundFigure[] = [];
    while (next < block.figures.length && block.figures[next]!.start < end) figures.push(block.figures[next++]!);
    if (figures.length > 0) sentences.push({ start, end, text: block.text.slice(start, end), figures });
    start = end + 1;
  }
  return sentences;
}
