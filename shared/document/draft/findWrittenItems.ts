import type { ItemId } from '../../domain/ids';
import type { Question } from '../../domain/letter';
import { type Block, getInlineText, type Section } from '../../domain/reply';
import { splitByItems } from '../../letter/itemParts';
import { OPEN_BLANK } from '../openBlank';

/**
 * The items of a question its statement has words or content for, blanks to be filled apart; all of them where it does not tell them apart. A question without items is
 * its own only one: null.
 */
export function findWrittenItems(question: Question, sections: readonly Section[]): (ItemId | null)[] {
  const statements = sections.filter((section) => section.role === 'statement');
  const units = question.items.length > 0 ? question.items.map(({ itemId }) => itemId) : [null];
  return units.filter((itemId) =>
    statements.some((section) => {
      if (itemId !== null && section.itemIds.length > 0 && !section.itemIds.includes(itemId)) return false;
      const parts = itemId === null ? null : splitByItems(section.blocks, question.items);
      const own = parts?.filter(({ itemIds }) => itemIds.includes(itemId!)).flatMap(({ blocks }) => blocks);
      return (own ?? section.blocks).some(hasContent);
    }),
  );
}

function hasContent(block: Block): boolean {
  if (block.type === 'heading') return false;
  return !('inlines' in block) || getInlineText(block.inlines).replace(OPEN_BLANK, '').trim() !== '';
}
