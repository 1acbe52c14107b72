import type { ChangeId, FigureId } from '../../domain/ids';
import type { Redaction } from '../../domain/redaction';
import { getInlineText, type Inline, isTextBlock } from '../../domain/reply';
import type { ReviewedChange, ReviewPlace } from '../../domain/review';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { toEdited } from '../../review/word/replacements';
import type { AnchorMap, WordAnchor } from '../../review/word/wordAnchor';
import { identifyFinding } from '../../checks/identifyFinding';
import { runChecks } from '../../checks/runChecks';
import { assembleDoubts } from '../assembleDoubts';
import { assembleReview, type ReviewDocument } from '../assembleReview';
import { createParagraph } from '../filingBlock';
import { REVIEW_REPLACED } from '../filingWords';
import { type WithheldSnapshot, withholdSnapshot } from '../redaction/withholdSnapshot';

/**
 * 审阅稿 for somebody who must not know what is withheld: made from the project without it. Remarks and proposals that tell it stay out, with those that
 * hang on them; `leftOut` counts them. `anchors` stand for the project's own words, so that what comes back is placed in these.
 */
export function assembleOutsideReview(
  whole: ProjectSnapshot,
  view: readonly ReviewedChange[],
  redactions: readonly Redaction[],
): ReviewDocument {
  const withheld = withholdSnapshot(whole, redactions);
  const kept = leaveOutTelling(view, withheld.say);
  const { snapshot } = withheld;
  // A sum that misses a hidden part is no contradiction: what the checks doubt must be doubted of the whole project too.
  const real = new Set(runChecks(whole).map(identifyFinding));
  const document = assembleReview(
    snapshot,
    kept.map((one) => ({ ...one, place: one.place && movePlace(one.place, whole, withheld) })),
    {
      note: [createParagraph('ReplyBody', REVIEW_REPLACED)],
      doubts: assembleDoubts(snapshot, (finding) => real.has(identifyFinding(finding))),
    },
  );
  const anchors = restoreAnchors(document.anchors, whole, snapshot, withheld);
  return { ...document, anchors, printedAnchors: document.anchors, leftOut: view.length - kept.length };
}

/** Changes that tell nothing withheld, nor hang on one that does: a change is immutable, so that it goes out as it is or not at all. */
function leaveOutTelling(view: readonly ReviewedChange[], say: (text: string) => string): ReviewedChange[] {
  const left = new Set<ChangeId | null | undefined>(view.flatMap(({ change }) => (isTelling(change, say) ? [change.changeId] : [])));
  const hangsOn = ({ change: { anchor, payload } }: ReviewedChange) =>
    left.has(anchor.inside) || (payload.kind === 'comment' && payload.replyTo !== null && left.has(payload.replyTo));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const one of view) if (hangsOn(one)) left.add(one.change.changeId);
  }
  return view.filter(({ change }) => !left.has(change.changeId));
}

/** Whether any text of a value is said otherwise; a paragraph's pieces are read as one. */
function isTelling(value: unknown, say: (text: string) => string): boolean {
  if (typeof value === 'string') return say(value) !== value;
  if (typeof value !== 'object' || value === null) return false;
  const inlines = 'inlines' in value && Array.isArray(value.inlines) ? getInlineText(value.inlines as Inline[]) : '';
  return say(inlines) !== inlines || Object.values(value).some((one) => isTelling(one, say));
}

/** A place in the project's own text as it lies in the text shown. */
function movePlace(place: ReviewPlace, whole: ProjectSnapshot, { listEdits }: WithheldSnapshot): ReviewPlace {
  if (place.kind !== 'text') return place;
  const blocks = whole.replies.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
  const block = blocks.find(({ blockId }) => blockId === place.blockId);
  if (block === undefined || !isTextBlock(block)) return place;
  const edits = listEdits(block);
  return { ...place, from: toEdited(edits, place.from, 'start'), to: toEdited(edits, place.to, 'end') };
}

/** The anchors with the project's own blocks and cells, and what the document shows in their place. */
function restoreAnchors(anchors: AnchorMap, whole: ProjectSnapshot, shown: ProjectSnapshot, { listEdits }: WithheldSnapshot): AnchorMap {
  const blocks = new Map(
    whole.replies.flatMap(({ sections }) => sections.flatMap((section) => section.blocks)).map((block) => [block.blockId, block]),
  );
  const restore = (anchor: WordAnchor): WordAnchor => {
    if (anchor.kind === 'text') {
      const block = blocks.get(anchor.block.blockId);
      if (block === undefined || !isTextBlock(block)) return anchor;
      const sent = new Set(listFigures(anchor.block.inlines));
      const plain = listFigures(block.inlines).filter((figureId) => !sent.has(figureId));
      return { ...anchor, block, replaced: listEdits(block), plain };
    }
    if (anchor.kind !== 'table') return anchor;
    const texts = whole.tables.get(anchor.tableId)!.rows.map(({ cells }) => cells.map(({ text }) => text));
    const replaced = shown.tables
      .get(anchor.tableId)!
      .rows.flatMap(({ cells }, row) =>
        cells.flatMap(({ text }, col): [number, number][] => (text === texts[row]![col] ? [] : [[row, col]])),
      );
    return { ...anchor, texts, replaced };
  };
  return { ...anchors, anchors: Object.fromEntries(Object.entries(anchors.anchors).map(([tag, anchor]) => [tag, restore(anchor)])) };
}

function listFigures(inlines: readonly Inline[]): FigureId[] {
  return inlines.flatMap((inline) => (inline.type === 'figure' ? [inline.figureId] : []));
}
