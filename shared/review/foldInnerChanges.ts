import type { ChangeId } from '../domain/ids';
import { getInlineText, type Inline } from '../domain/reply';
import type { ReviewPayload } from '../domain/review';
import { applyEdits, type Edit, isEdit, type TextBlock } from './applyEdits';
import { compareRank } from './compareRank';
import type { PlacedChange } from './findConflicts';
import { addTo } from '../util/multimap';

/**
 * Carries changes of inserted words into the change that inserts them, so that only changes of the reply's own text are left. `folded` names the ones
 * carried out; one whose outer change is not among those given is left out: its words are not in the text.
 */
export function foldInnerChanges(placed: readonly PlacedChange[]): { changes: PlacedChange[]; folded: ChangeId[] } {
  const inner = new Map<ChangeId, PlacedChange[]>();
  for (const one of placed) {
    if (one.place.kind === 'inside') addTo(inner, one.place.changeId, one);
  }
  const folded: ChangeId[] = [];
  const fold = (outer: PlacedChange): PlacedChange[] => {
    const within = (inner.get(outer.change.changeId) ?? []).filter(({ change }) => canFold(outer.change.payload, change.payload));
    if (within.length === 0) return [outer];
    folded.push(...within.map(({ change }) => change.changeId));
    const edits = within.flatMap((one): Edit[] => {
      if (one.place.kind !== 'inside' || !isEdit(one.change.payload)) return [];
      const { from, to } = one.place;
      return fold(one).map(({ change }) => ({ payload: change.payload, from, to }));
    });
    const ofBlock = within.filter(({ change }) => !isEdit(change.payload)).sort((a, b) => compareRank(a.change, b.change));
    const behind = ofBlock.flatMap((one) =>
      one.change.payload.kind === 'insertBlock' ? fold(one).map(({ change }) => change.payload) : [],
    );
    const pieces = rewriteBlock(
      rewrite(outer.change.payload, edits),
      ofBlock.map(({ change }) => change.payload),
    );
    const payloads = [...pieces, ...behind];
    // Taken away whole: nothing is left of it to be carried out.
    if (payloads.length === 0) folded.push(outer.change.changeId);
    return payloads.map((payload, index) => withPayload(outer, payload, index));
  };
  const changes = placed.filter(({ place }) => place.kind !== 'inside').flatMap(fold);
  return { changes, folded };
}

/** Whether a change of inserted words can be carried into what inserts them. A paragraph cannot be cut or joined inside a figure's words. */
function canFold(outer: ReviewPayload, { kind }: ReviewPayload): boolean {
  switch (outer.kind) {
    case 'insertBlock':
      return kind === 'insertBlock' || kind === 'setBlock' || kind === 'deleteBlock' || isEdit({ kind } as ReviewPayload);
    case 'overrideFigure':
      return kind === 'insert' || kind === 'delete';
    default:
      return isEdit({ kind } as ReviewPayload);
  }
}

/** Several changes in place of one stay together and in order: their rank is a fraction of a rank apart. */
function withPayload({ change, place }: PlacedChange, payload: ReviewPayload, index: number): PlacedChange {
  const order = (change.anchor.order ?? 0) + index / 1_000;
  return { place, change: { ...change, payload, anchor: { ...change.anchor, order } } };
}

/** What an insertion is once its own words were edited: none when they are gone, insertions and cuts in turn when a paragraph was cut in them. */
function rewrite(payload: ReviewPayload, edits: readonly Edit[]): ReviewPayload[] {
  if (edits.length === 0) return [payload];
  switch (payload.kind) {
    case 'insert': {
      const pieces = applyEdits(asBlock(payload.inlines), edits);
      return pieces.flatMap(({ blockId, inlines }, index): ReviewPayload[] => [
        ...(index === 0 ? [] : [{ kind: 'splitBlock' as const, newBlockId: blockId }]),
        ...(inlines.length === 0 ? [] : [{ kind: 'insert' as const, inlines }]),
      ]);
    }
    case 'insertBlock': {
      if (!('inlines' in payload.block)) return [payload];
      const length = getInlineText(payload.block.inlines).length;
      if (edits.some((edit) => edit.payload.kind === 'delete' && edit.from === 0 && edit.to > length)) return [];
      return applyEdits(payload.block, edits).map((block) => ({ ...payload, block }));
    }
    case 'overrideFigure': {
      const [words] = applyEdits(asBlock([{ type: 'text', text: payload.proposed }]), edits);
      return [{ ...payload, proposed: getInlineText(words!.inlines) }];
    }
    case 'splitBlock':
      return edits.some((edit) => edit.payload.kind === 'delete') ? [] : [payload, ...edits.map((edit) => edit.payload)];
    default:
      return [payload];
  }
}

/** An inserted block, or the blocks it was cut into, after changes of it as a whole: gone, or its first part of another kind. */
function rewriteBlock(pieces: readonly ReviewPayload[], changes: readonly ReviewPayload[]): readonly ReviewPayload[] {
  if (changes.some(({ kind }) => kind === 'deleteBlock')) return [];
  const [first, ...rest] = pieces;
  if (first?.kind !== 'insertBlock' || !('inlines' in first.block)) return pieces;
  let { block } = first;
  for (const change of changes) {
    if (change.kind === 'setBlock' && 'inlines' in change.block)
      block = { ...change.block, blockId: block.blockId, inlines: block.inlines };
  }
  return [{ ...first, block }, ...rest];
}

function asBlock(inlines: readonly Inline[]): TextBlock {
  return { type: 'paragraph', blockId: '' as TextBlock['blockId'], inlines: [...inlines] };
}
