import type { ChangeId } from '../../../shared/domain/ids';
import type { ReviewLedger } from './ReviewLedger';

/** Something that changes add at a place: `owner` as marked in the text, `changeId` as it is stored, and how much it adds. */
export type Ranked = { owner: ChangeId; changeId: ChangeId; at: number; length: number };

/** The rank of a point, and the neighbour in whose beginning or end it stands. */
export type Rank = { order: number; inside: { changeId: ChangeId; from: number } | null };

/**
 * Ranks for points in reading order. What we add beside something another added at the same place is placed at its beginning or end, so that the
 * two stay in the order in which they stand, whoever's name comes first.
 */
export function rankPoints(points: readonly Ranked[], ledger: ReviewLedger): Rank[] {
  let order = 0;
  return points.map((point, index) => {
    order = points[index - 1]?.at === point.at ? order + 1 : 0;
    if (!ledger.isOwn(point.owner)) return { order: ledger.get(point.owner)?.order ?? 0, inside: null };
    const isOthers = (other: Ranked) => other.at === point.at && !ledger.isOwn(other.owner);
    const after = points.slice(index + 1).find(isOthers);
    const before = points.slice(0, index).findLast(isOthers);
    if (after && !(before && ledger.isInside(before.owner, after.owner))) return { order, inside: { changeId: after.changeId, from: 0 } };
    return { order, inside: before ? { changeId: before.changeId, from: before.length } : null };
  });
}
