import type { FigureId, QuestionId, SectionId } from '../../domain/ids';
import { getInlineText, type TextBlock } from '../../domain/reply';
import type { ReviewAnchor } from '../../domain/review';
import { diffTexts, mapOffset } from '../textDiff';
import type { SentFigure } from './figureEdits';
import type { CharacterStyle, ParagraphForm } from './reviewedDocument';
import { countObjects, listStyles } from './textEdits';
import { toEdited, toOriginal, touchesReplaced } from './replacements';
import type { TextUnit } from './units';
import type { AnchorMap, Replacement, WordAnchor } from './wordAnchor';

/** A paragraph as it was sent, and what it stands for in the project; `anchor` null for the parts of the document no reply is in. */
export type Target = {
  anchor: WordAnchor | null;
  text: string;
  form: ParagraphForm;
  /** Looks of its characters; null where they are not compared. */
  styles: CharacterStyle[] | null;
  notes: ReadonlyMap<number, string>;
  objects: number;
  figures: (SentFigure & { figureId: FigureId })[];
  /** The project's place of a range of the sent text. */
  place(from: number, to: number): ReviewAnchor;
  /** Whether a range of the sent text reaches into words that stood there in place of others, or lies within them. */
  isReplaced(from: number, to: number): boolean;
};

/** Reads what a paragraph of the sent document stands for. */
export function createTarget(unit: TextUnit, anchors: AnchorMap): Target {
  const tag = unit.tags.find((one) => anchors.anchors[one] !== undefined);
  const anchor = tag === undefined ? null : anchors.anchors[tag]!;
  return {
    anchor,
    text: unit.text,
    form: unit.paragraphs.at(-1)!.formChange?.before ?? unit.paragraphs.at(-1)!.form,
    styles: listStyles(unit.paragraphs),
    notes: listNotes(unit),
    objects: countObjects(unit.paragraphs),
    figures: [...listFigures(unit, anchors), ...listPlainFigures(unit.text, anchor)],
    ...createPlacing(unit.text, anchor),
  };
}

function listNotes(unit: TextUnit): Map<number, string> {
  const notes = new Map<number, string>();
  let offset = 0;
  for (const piece of unit.paragraphs.flatMap(({ pieces }) => pieces)) {
    if (piece.type !== 'text' || piece.inserted.length > 0) continue;
    if (piece.note) notes.set(offset, piece.note.before);
    offset += piece.text.length;
  }
  return notes;
}

function listFigures(unit: TextUnit, anchors: AnchorMap): Target['figures'] {
  const figures: Target['figures'] = [];
  let offset = 0;
  for (const piece of unit.paragraphs.flatMap(({ pieces }) => pieces)) {
    if (piece.type !== 'text' || piece.inserted.length > 0) continue;
    const from = offset;
    offset += piece.text.length;
    if (piece.figure === null) continue;
    const last = figures.at(-1);
    const figureId = anchors.figures[piece.figure];
    if (last?.tag === piece.figure && last.to === from) last.to = offset;
    else if (figureId !== undefined) figures.push({ tag: piece.figure, figureId, from, to: offset });
  }
  return figures;
}

/** Figures that were sent as plain words, because what they are computed from is withheld: an edit of them is one of the figure all the same. */
function listPlainFigures(sentText: string, anchor: WordAnchor | null): Target['figures'] {
  if (anchor?.kind !== 'text' || anchor.replaced === undefined) return [];
  const { block, replaced } = anchor;
  const hunks = diffTexts(replaceStretches(getInlineText(block.inlines), replaced), sentText);
  let offset = 0;
  return block.inlines.flatMap((inline) => {
    const start = offset;
    offset += getInlineText([inline]).length;
    const end = offset;
    if (inline.type !== 'figure' || !anchor.plain?.includes(inline.figureId)) return [];
    if (replaced.some((stretch) => stretch.from < end && start < stretch.to)) return [];
    const from = mapOffset(hunks, toEdited(replaced, start, 'start'), 'after');
    const to = mapOffset(hunks, toEdited(replaced, end, 'end'), 'before');
    return [{ tag: `${inline.figureId} ${start}`, figureId: inline.figureId, from, to }];
  });
}

type Placing = Pick<Target, 'place' | 'isReplaced'>;

function createPlacing(sentText: string, anchor: WordAnchor | null): Placing {
  if (anchor?.kind === 'text') {
    const { questionId, block, replaced = [] } = anchor;
    const blockText = getInlineText(block.inlines);
    const shown = replaceStretches(blockText, replaced);
    const hunks = diffTexts(sentText, shown);
    const toShown = (from: number, to: number): [number, number] => {
      const start = Math.min(mapOffset(hunks, from, from === to ? 'before' : 'after'), shown.length);
      return [start, from === to ? start : Math.min(Math.max(start, mapOffset(hunks, to, 'before')), shown.length)];
    };
    return {
      place: (from, to) => {
        const [first, last] = toShown(from, to);
        const start = toOriginal(replaced, first, 'start');
        const end = from === to ? start : toOriginal(replaced, last, 'end');
        return { questionId, blockId: block.blockId, from: start, to: end, quote: blockText.slice(start, end), blockText };
      },
      isReplaced: (from, to) => touchesReplaced(replaced, ...toShown(from, to)),
    };
  }
  const questionId = anchor?.questionId ?? null;
  const blockId = anchor?.kind === 'part' || anchor?.kind === 'table' ? anchor.blockId : null;
  const place = (from: number, to: number): ReviewAnchor => {
    const words = sentText.slice(from, to);
    // A question as a whole has no words to be found by: a quote would be looked for in its reply.
    const quote = questionId !== null && blockId === null ? '' : words || sentText;
    return { questionId, blockId, from: 0, to: 0, quote, blockText: sentText };
  };
  return { place, isReplaced: () => false };
}

function replaceStretches(text: string, replaced: readonly Replacement[]): string {
  return replaced.reduceRight((shown, { from, to, text: words }) => shown.slice(0, from) + words + shown.slice(to), text);
}

/** A block of a reply as it stands, as if it had been sent so. Looks of its characters are not compared. */
export function createBlockTarget(questionId: QuestionId, block: TextBlock): Target {
  const text = getInlineText(block.inlines);
  const figures: Target['figures'] = [];
  let offset = 0;
  for (const inline of block.inlines) {
    const { length } = getInlineText([inline]);
    if (inline.type === 'figure')
      figures.push({ tag: `${inline.figureId} ${offset}`, figureId: inline.figureId, from: offset, to: offset + length });
    offset += length;
  }
  const anchor: WordAnchor = { kind: 'text', questionId, sectionId: '' as SectionId, block };
  return { anchor, text, form: NO_FORM, styles: null, notes: new Map(), objects: 0, figures, ...createPlacing(text, anchor) };
}

const NO_FORM: ParagraphForm = { style: '', level: null, align: null, list: null };

/** True for a place that is no place: the change is listed with its text. */
export function isUnplaced(anchor: ReviewAnchor): boolean {
  return anchor.questionId === null && anchor.blockId === null;
}

/** No place in the project. */
export function createNowhere(quote: string): ReviewAnchor {
  return { questionId: null, blockId: null, from: 0, to: 0, quote };
}
