import type { BlockId, ItemId } from '../../../shared/domain/ids';
import type { Item } from '../../../shared/domain/letter';
import type { Section } from '../../../shared/domain/reply';
import { splitByItems } from '../../../shared/letter/itemParts';

/** The block of the company's statement at which the answer to an item begins; null where the statement does not tell its items apart. */
export function findItemStart(sections: readonly Section[], items: readonly Item[], itemId: ItemId): BlockId | null {
  for (const { role, itemIds, blocks } of sections) {
    if (role !== 'statement') continue;
    const part = splitByItems(blocks, items)?.find((one) => one.itemIds.includes(itemId));
    const start = part?.headId ?? (itemIds.includes(itemId) ? blocks[0]?.blockId : undefined);
    if (start !== undefined) return start;
  }
  return null;
}
