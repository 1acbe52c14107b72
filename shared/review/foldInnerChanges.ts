import type { ChangeId } from '../domain/ids';
import { getInlineText, type Inline } from '../domain/reply';
import type { ReviewPayload } from '../domain/review';
import { applyEdits, type Edit, isEdit, type TextBlock } from './applyEdits';
import type { PlacedChange } from './findConflicts';

/**
 * Carries changes of inserted words into the change that inserts them, so that only changes of the reply's own text are left. `folded` names the ones
 * carried out; one whose outer change is not among those given is left out: its words are not in the text.
 */
export function foldInnerChanges(placed: readonly PlacedChange[]): { changes: PlacedChange[]; folded: ChangeId[] } {
  const inner = new Map<ChangeId, PlacedChange[]>();
  for (const one of placed) {
    if (one.place.kind === 'inside') inner.set(one.place.changeId, [...(inner.get(one.place.changeId) ?? []), one]);
  }
  const folded: ChangeId[] = [];
  const fold = (outer: PlacedChange): PlacedChange[] => {
    const edits = (inner.get(outer.change.changeId) ?? []).flatMap((one): Edit[] => {
      if (one.place.kind !== 'inside' || !isEdit(one.change.payload)) return [];
      folded.push(one.change.changeId);
      const { from, to } = one.place;
      return fold(one).map(({ change }) => ({ payload: change.payload, from, to }));
    });
    return edits.length === 0 ? [outer] : rewrite(outer.change.payload, edits).map((payload, index) => withPayload(outer, payload, index));
  };
  const changes = placed.filter(({ place }) => place.kind !== 'inside').flatMap(fold);
  return { changes, folded };
}

/** Several changes in place of one stay together and in order: their rank is a fraction of a rank apart. */
function withPayload({ change, place }: PlacedChange, payload: ReviewPayload, index: number): PlacedChange {
  const order = (change.anchor.order ?? 0) + index / 1_000;
  return { place, change: { ...change, payload, anchor: { ...change.anchor, order } } };
}

/** What an insertion is once its own words were edited: none when they are gone, insertions and cuts in turn when a paragraph was cut in them. */
function rewrite(payload: ReviewPayload, edits: readonly Edit[]): ReviewPayload[] {
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
    case 'splitBlock':
      return edits.some((edit) => edit.payload.kind === 'delete') ? [] : [payload, ...edits.map((edit) => edit.payload)];
    default:
      return [payload];
  }
}

function asBlock(inlines: readonly Inline[]): TextBlock {
  return { type: 'paragraph', blockId: '' as TextBlock['blockId'], inlines: [...inlines] };
}
