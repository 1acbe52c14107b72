import type { BlockId, ChangeId, SectionId } from '../domain/ids';
import type { Block, Section } from '../domain/reply';
import type { ReviewChange, ReviewPlace } from '../domain/review';
import type { PlacedChange } from './findConflicts';
import { applyEdits, type Edit, isEdit, type TextBlock } from './applyEdits';
import { compareRank } from './compareRank';
import { foldInnerChanges } from './foldInnerChanges';
import { joinRuns } from './inlineSlices';
import { addTo } from '../util/multimap';

/** A reply's sections with changes carried out, and which could be. */
export type AppliedSections = { sections: Section[]; applied: ChangeId[] };

type TextPlace = Extract<ReviewPlace, { kind: 'text' }>;
type TextChange = { change: ReviewChange; place: TextPlace };

/**
 * Carries out changes of a reply's text, all against the same sections, so that the order in which they were accepted cannot matter: what any of them
 * deletes is gone, what any of them inserts is there, insertions at one place follow author, rank and time. An accepted override takes its figure's
 * link away and leaves the words proposed. Changes of tables and remarks are none of its business.
 */
export function applyToSections(sections: readonly Section[], placed: readonly PlacedChange[]): AppliedSections {
  const { changes: whole, folded: applied } = foldInnerChanges(placed);
  const ordered = whole.sort((a, b) => compareRank(a.change, b.change));
  const byBlock = new Map<BlockId, TextChange[]>();
  for (const { change, place } of ordered) {
    if (place.kind === 'text') addTo(byBlock, place.blockId, { change, place });
  }
  const result = sections.map((section) => {
    const blocks: Block[] = insertAtHead(section.sectionId, ordered, applied);
    let joining: TextBlock | null = null;
    let waiting: Block[] = [];
    section.blocks.forEach((block, index) => {
      const changes = byBlock.get(block.blockId) ?? [];
      const pieces = applyToBlock(block, changes, applied);
      const [first, ...rest] = pieces;
      if (joining && first && 'inlines' in first) {
        blocks.push({ ...joining, inlines: joinRuns([...joining.inlines, ...first.inlines]) }, ...rest);
        joining = null;
      } else blocks.push(...pieces);
      waiting.push(...listInserted(changes, applied));
      const joins = changes.filter(({ change }) => change.payload.kind === 'joinBlock').map(({ change }) => change.changeId);
      const last = blocks.at(-1);
      const next = section.blocks[index + 1];
      if (joins.length > 0 && next && 'inlines' in next && pieces.length > 0 && last && 'inlines' in last) {
        applied.push(...joins);
        if (!isDeleted(byBlock.get(next.blockId))) {
          joining = last;
          blocks.pop();
          return;
        }
      }
      blocks.push(...waiting);
      waiting = [];
    });
    return { ...section, blocks };
  });
  // What others cut or went on behind is carried out in several parts.
  return { sections: result, applied: [...new Set(applied)] };
}

function insertAtHead(sectionId: SectionId, ordered: readonly PlacedChange[], applied: ChangeId[]): Block[] {
  return ordered.flatMap(({ change, place }) => {
    const { payload } = change;
    if (place.kind !== 'question' || payload.kind !== 'insertBlock' || payload.sectionId !== sectionId) return [];
    applied.push(change.changeId);
    return [payload.block];
  });
}

function listInserted(changes: readonly TextChange[], applied: ChangeId[]): Block[] {
  return changes.flatMap(({ change }) => {
    if (change.payload.kind !== 'insertBlock') return [];
    applied.push(change.changeId);
    return [change.payload.block];
  });
}

function isDeleted(changes: readonly TextChange[] | undefined): boolean {
  return changes?.some(({ change }) => change.payload.kind === 'deleteBlock') ?? false;
}

/** One block after its changes: none when it is deleted, several when it is cut. */
function applyToBlock(block: Block, changes: readonly TextChange[], applied: ChangeId[]): Block[] {
  const deletion = changes.find(({ change }) => change.payload.kind === 'deleteBlock');
  if (deletion) {
    applied.push(...changes.filter(({ change }) => change.payload.kind === 'deleteBlock').map(({ change }) => change.changeId));
    return [];
  }
  if (!('inlines' in block)) return [block];
  const edits: Edit[] = changes
    .filter(({ change }) => isEdit(change.payload))
    .map(({ change, place }) => ({ payload: change.payload, ...place }));
  applied.push(...changes.filter(({ change }) => isEdit(change.payload)).map(({ change }) => change.changeId));
  const pieces = edits.length > 0 ? applyEdits(block, edits) : [block];
  const [first, ...rest] = pieces;
  return [applyKind(first!, changes, applied), ...rest];
}

/** The block as another kind of block, its id and text kept. */
function applyKind(block: TextBlock, changes: readonly TextChange[], applied: ChangeId[]): TextBlock {
  let kind = block;
  for (const { change } of changes) {
    const { payload } = change;
    if (payload.kind !== 'setBlock' || !('inlines' in payload.block)) continue;
    kind = { ...payload.block, blockId: block.blockId, inlines: block.inlines };
    applied.push(change.changeId);
  }
  return kind;
}
