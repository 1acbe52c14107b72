import type { DataTable } from '../domain/dataTable';
import type { BlockId, QuestionId, TableId } from '../domain/ids';
import type { MatterRecord, RecordFields } from '../domain/matterRecord';
import { type Block, getInlineText, type Reply } from '../domain/reply';

/**
 * The project as it stands now, as far as changes are held against it. `findTable` and `findRecord` give null for what is gone; without `findRecord`
 * only replies and tables are looked at.
 */
export type ReviewHead = {
  replies: readonly Reply[];
  findTable: (tableId: TableId) => DataTable | null;
  findRecord?: (record: MatterRecord, key: RecordFields) => RecordFields | null;
};

/** A block of the head with its place in reading order; `text` null for a table or picture. */
export type HeadBlock = { questionId: QuestionId; order: number; block: Block; text: string | null };

/** Blocks of every reply by id. */
export type HeadBlocks = ReadonlyMap<BlockId, HeadBlock>;

/** The text a change's places count in; null for a table or picture. */
export function getReviewText(block: Block): string | null {
  return 'inlines' in block ? getInlineText(block.inlines) : null;
}

/** Indexes every block of the replies by id. */
export function indexHead(replies: readonly Reply[]): HeadBlocks {
  const blocks = new Map<BlockId, HeadBlock>();
  for (const { questionId, sections } of replies) {
    for (const section of sections) {
      for (const block of section.blocks) {
        blocks.set(block.blockId, { questionId, order: blocks.size, block, text: getReviewText(block) });
      }
    }
  }
  return blocks;
}
