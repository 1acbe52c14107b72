import type { BlockId, ChangeId, SectionId } from '../../../shared/domain/ids';
import type { Block, Section } from '../../../shared/domain/reply';
import { compareRank } from '../../../shared/review/compareRank';
import type { ReviewChange, ReviewedChange } from '../../../shared/domain/review';
import { type LaidOut, layOutText, type TextMark } from './layOutText';
import { type BlockShell, joinMarked, type MarkedBlock, type MarkedSection, plainBlock, toShell } from './markedReply';

/** Open changes of one reply as `review:list` gives them. */
export type OpenChange = Pick<ReviewedChange, 'change' | 'place'>;

/**
 * A reply's stored sections with its open changes marked upon them: what is inserted stands in the text, what is deleted is still there. Changes of
 * tables, remarks on the question and changes without a place leave no mark. The inverse is `readMarks`.
 */
export function markSections(sections: readonly Section[], open: readonly OpenChange[]): MarkedSection[] {
  const marks = new MarkIndex(open);
  return sections.map(({ blocks, ...head }) => ({
    head,
    blocks: [
      ...marks.listAtHead(head.sectionId).flatMap((change) => layOutInserted(change, marks)),
      ...blocks.flatMap((block) => [
        ...layOutBlock(block, marks.list(block.blockId), marks),
        ...marks.listAfter(block.blockId).flatMap((change) => layOutInserted(change, marks)),
      ]),
    ],
  }));
}

/** Open changes by where they stand, in the order they are carried out. */
class MarkIndex {
  readonly #byBlock = new Map<BlockId, TextMark[]>();
  readonly #inside = new Map<ChangeId, TextMark[]>();
  readonly #atHead = new Map<SectionId, ReviewChange[]>();

  constructor(open: readonly OpenChange[]) {
    for (const { change, place } of [...open].sort((a, b) => compareRank(a.change, b.change))) {
      const { payload } = change;
      if (place?.kind === 'inside') put(this.#inside, place.changeId, { change, from: place.from, to: place.to });
      else if (place?.kind === 'text') {
        for (const { blockId, from, to } of [place, ...(place.further ?? [])]) put(this.#byBlock, blockId, { change, from, to });
      } else if (place?.kind === 'question' && payload.kind === 'insertBlock') put(this.#atHead, payload.sectionId, change);
    }
  }

  list(blockId: BlockId): readonly TextMark[] {
    return this.#byBlock.get(blockId) ?? [];
  }

  /** Changes that stand in what another inserts. */
  listInside = (changeId: ChangeId): readonly TextMark[] => this.#inside.get(changeId) ?? [];

  listAtHead(sectionId: SectionId): readonly ReviewChange[] {
    return this.#atHead.get(sectionId) ?? [];
  }

  /** The changes that put a block behind this one. */
  listAfter(blockId: BlockId): readonly ReviewChange[] {
    return this.list(blockId).flatMap(({ change }) => (change.payload.kind === 'insertBlock' ? [change] : []));
  }
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** A new block, with those of others that stand right before and behind it. */
function layOutInserted(change: ReviewChange, marks: MarkIndex): MarkedBlock[] {
  if (change.payload.kind !== 'insertBlock') return [];
  const inside = marks.listInside(change.changeId);
  const beside = (isBefore: boolean) =>
    inside
      .filter((mark) => mark.change.payload.kind === 'insertBlock' && (mark.from === 0) === isBefore)
      .flatMap((mark) => layOutInserted(mark.change, marks));
  return [...beside(true), ...layOutBlock(change.payload.block, inside, marks, change.changeId), ...beside(false)];
}

/** A block with its changes: several when a change cuts it. */
function layOutBlock(block: Block, changes: readonly TextMark[], marks: MarkIndex, ins: ChangeId | null = null): MarkedBlock[] {
  const del = idsOf(changes, 'deleteBlock');
  const join = idsOf(changes, 'joinBlock');
  if (!('inlines' in block)) return [{ ...plainBlock(block), ins, del }];
  const parts: LaidOut[] = [];
  const items = layOutText(block.inlines, { changes, ins, comments: [], listInside: marks.listInside });
  let part: LaidOut = { inlines: [], cut: null };
  for (const item of items) {
    if ('inline' in item) part.inlines.push(item);
    else {
      parts.push({ ...part, cut: item });
      part = { inlines: [], cut: null };
    }
  }
  parts.push(part);
  const base = toShell(block);
  return parts.map(({ inlines, cut }, index): MarkedBlock => {
    const before = parts[index - 1]?.cut ?? null;
    const own: BlockShell = before === null ? base : { ...base, blockId: before.newBlockId };
    const kinds = before === null ? changes : marks.listInside(before.changeId);
    return {
      ...setKind(own, kinds),
      ins,
      del,
      split: cut?.changeId ?? null,
      join: cut === null ? join : idsOf(marks.listInside(cut.changeId), 'joinBlock'),
      inlines: joinMarked(inlines),
    };
  });
}

function idsOf(changes: readonly TextMark[], kind: ReviewChange['payload']['kind']): ChangeId[] {
  return changes.filter(({ change }) => change.payload.kind === kind).map(({ change }) => change.changeId);
}

function setKind(shell: BlockShell, changes: readonly TextMark[]): Pick<MarkedBlock, 'shell' | 'was' | 'set'> {
  const set: ChangeId[] = [];
  let shown = shell;
  for (const { change } of changes) {
    if (change.payload.kind !== 'setBlock' || !('inlines' in change.payload.block)) continue;
    set.push(change.changeId);
    shown = { ...toShell(change.payload.block), blockId: shell.blockId };
  }
  return { shell: shown, was: set.length > 0 ? shell : null, set };
}
