import type { BlockId, ItemId } from '../domain/ids';
import type { Item } from '../domain/letter';
import { type Block, getInlineText } from '../domain/reply';
import { readNumeral } from './numerals';

/** A run of a reply's blocks that answers the items named; none for what stands before the first of them. `headId` is the block that heads it. */
export type ItemPart = { itemIds: ItemId[]; headId: BlockId | null; blocks: Block[] };

/** A numbered line: （一）…, （1）…, 1、…, ①…. */
const NUMBERED = /^\s*[（(]?\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*[）)]?\s*[、.．：:]?\s*/;
/** Characters of an item that a line must repeat to be taken for its heading. */
const REPEATED_IN_HEADING = 8;
const REPEATED_IN_PARAGRAPH = 16;

/**
 * The blocks of a company's statement by the item they answer: a line that repeats an item begins its part, and headings numbered like
 * the items do when there is one for each. Null when the statement does not tell its items apart. The parts joined are the blocks given.
 */
export function splitByItems(blocks: readonly Block[], items: readonly Item[]): ItemPart[] | null {
  if (items.length < 2) return null;
  const heads = findHeads(blocks, items);
  if (heads.size === 0) return null;
  const parts: ItemPart[] = [{ itemIds: [], headId: null, blocks: [] }];
  for (const block of blocks) {
    const itemIds = heads.get(block.blockId);
    if (itemIds) parts.push({ itemIds, headId: block.blockId, blocks: [] });
    parts.at(-1)!.blocks.push(block);
  }
  return parts.filter((part) => part.blocks.length > 0);
}

function findHeads(blocks: readonly Block[], items: readonly Item[]): Map<BlockId, ItemId[]> {
  const asked = items.map(({ itemId, text }) => ({ itemId, text: fold(text) }));
  const repeated = new Map<BlockId, ItemId[]>();
  for (const block of blocks) {
    if (block.type !== 'heading' && block.type !== 'paragraph') continue;
    const line = fold(getInlineText(block.inlines).replace(NUMBERED, ''));
    const itemIds = asked.filter(({ text }) => repeatsItem(line, block.type, text)).map(({ itemId }) => itemId);
    if (itemIds.length > 0) repeated.set(block.blockId, itemIds);
  }
  return repeated.size > 0 ? repeated : findNumberedHeads(blocks, items);
}

/** Whether a folded line repeats a folded item: a heading holds its beginning, a paragraph begins with more of it. */
function repeatsItem(line: string, type: 'heading' | 'paragraph', asked: string): boolean {
  if (line === '' || asked === '') return false;
  if (line === asked) return true;
  const beginning = asked.slice(0, type === 'heading' ? REPEATED_IN_HEADING : REPEATED_IN_PARAGRAPH);
  return type === 'heading'
    ? asked.length >= REPEATED_IN_HEADING && line.includes(beginning)
    : asked.length >= REPEATED_IN_PARAGRAPH && line.startsWith(beginning);
}

/** Headings of the outermost level that is numbered from 1 to as many as there are items. */
function findNumberedHeads(blocks: readonly Block[], items: readonly Item[]): Map<BlockId, ItemId[]> {
  for (const level of [2, 3, 4, 5, 6]) {
    const numbered = blocks.flatMap((block) => {
      if (block.type !== 'heading' || block.level !== level) return [];
      const mark = NUMBERED.exec(getInlineText(block.inlines));
      return mark === null ? [] : [{ block, value: readNumeral(mark[1]!) }];
    });
    const matches = numbered.length === items.length && items.every((item, at) => numbered[at]!.value === Number(item.no));
    if (matches) return new Map(items.map((item, at) => [numbered[at]!.block.blockId, [item.itemId]]));
  }
  return new Map();
}

/** Text without white space, brackets and punctuation, so that a heading may end otherwise than the item did. */
function fold(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, '');
}
