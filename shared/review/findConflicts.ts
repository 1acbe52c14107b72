import type { ChangeId } from '../domain/ids';
import { isContrary } from '../domain/matterRecord';
import type { ReviewChange, ReviewPlace } from '../domain/review';
import { addTo } from '../util/multimap';

/** An open change with where it stands. */
export type PlacedChange = { change: ReviewChange; place: ReviewPlace };

/**
 * Pairs of open changes of different authors that cannot both be carried out, or only in an order that would matter: by change, the ids of the others.
 * Remarks conflict with nothing, and the same proposal made twice is agreement.
 */
export function findConflicts(placed: readonly PlacedChange[]): Map<ChangeId, ChangeId[]> {
  const groups = new Map<string, PlacedChange[]>();
  for (const one of placed) {
    if (one.change.payload.kind === 'comment') continue;
    const key = getGroup(one);
    addTo(groups, key, one);
  }
  const conflicts = new Map<ChangeId, ChangeId[]>();
  const note = (a: ReviewChange, b: ReviewChange) => addTo(conflicts, a.changeId, b.changeId);
  for (const group of groups.values()) {
    group.forEach((a, index) => {
      for (const b of group.slice(index + 1)) {
        if (a.change.author === b.change.author || !conflict(a, b)) continue;
        note(a.change, b.change);
        note(b.change, a.change);
      }
    });
  }
  return conflicts;
}

function getGroup({ change, place }: PlacedChange): string {
  switch (place.kind) {
    case 'question':
      return 'question';
    case 'text':
      return place.blockId;
    case 'inside':
      return place.changeId;
    case 'cell':
      return place.cell.tableId;
    case 'table':
      return place.tableId;
    case 'record':
      return change.payload.kind === 'setRecord' ? JSON.stringify([change.payload.record, change.payload.key]) : 'record';
  }
}

function conflict(a: PlacedChange, b: PlacedChange): boolean {
  if (isSameProposal(a, b)) return false;
  if ((a.place.kind === 'text' && b.place.kind === 'text') || (a.place.kind === 'inside' && b.place.kind === 'inside')) {
    return conflictInText(a.change, a.place, b.change, b.place) || conflictInText(b.change, b.place, a.change, a.place);
  }
  return conflictInTable(a, b) || conflictInTable(b, a);
}

function isSameProposal(a: PlacedChange, b: PlacedChange): boolean {
  return JSON.stringify([a.place, a.change.payload]) === JSON.stringify([b.place, b.change.payload]);
}

type TextPlace = Extract<ReviewPlace, { from: number }>;

/** One direction of the question: whether `a` leaves no unambiguous place or meaning for `b`. */
function conflictInText(a: ReviewChange, at: TextPlace, b: ReviewChange, other: TextPlace): boolean {
  const overlap = at.from < other.to && other.from < at.to;
  const isInside = at.from < other.from && other.from < at.to;
  switch (a.payload.kind) {
    case 'deleteBlock':
      return b.payload.kind !== 'insertBlock';
    case 'delete':
    case 'overrideFigure':
      if (b.payload.kind === 'insert' || b.payload.kind === 'splitBlock') return isInside;
      if (b.payload.kind === 'delete' || b.payload.kind === 'overrideFigure') return overlap;
      return b.payload.kind === 'format' && a.payload.kind === 'overrideFigure' && overlap;
    case 'insert':
      return (b.payload.kind === 'insert' || b.payload.kind === 'splitBlock') && at.from === other.from;
    case 'format': {
      if (b.payload.kind !== 'format' || !overlap) return false;
      const styles = Object.entries(a.payload.style);
      const others: Record<string, boolean | undefined> = b.payload.style;
      return styles.some(([name, on]) => others[name] !== undefined && others[name] !== on);
    }
    case 'setBlock':
      return b.payload.kind === 'setBlock' || b.payload.kind === 'splitBlock';
    case 'insertBlock':
      return b.payload.kind === 'insertBlock' || b.payload.kind === 'joinBlock';
    default:
      return false;
  }
}

function conflictInTable(a: PlacedChange, b: PlacedChange): boolean {
  const one = a.change.payload;
  const other = b.change.payload;
  const cell = b.change.anchor.cell;
  switch (one.kind) {
    case 'setCell':
      return other.kind === 'setCell' && a.change.anchor.cell?.rowId === cell?.rowId && a.change.anchor.cell?.colId === cell?.colId;
    case 'deleteRow':
      return (other.kind === 'setCell' && cell?.rowId === one.rowId) || (other.kind === 'insertRow' && other.after === one.rowId);
    case 'deleteColumn':
      return (other.kind === 'setCell' && cell?.colId === one.colId) || (other.kind === 'insertColumn' && other.after === one.colId);
    case 'insertRow':
      return other.kind === 'insertRow' && other.after === one.after;
    case 'insertColumn':
      return other.kind === 'insertColumn' && other.after === one.after;
    case 'insertBlock':
      return other.kind === 'insertBlock' && one.sectionId === other.sectionId;
    case 'setRecord':
      return other.kind === 'setRecord' && isContrary(one, other);
    default:
      return false;
  }
}
