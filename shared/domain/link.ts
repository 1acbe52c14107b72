import type { ItemId, LinkId, QuestionId, TableId } from './ids';

/** 引用: a table is evidence for a question, or for one item of it, with a reason. */
export type Link = { linkId: LinkId; questionId: QuestionId; itemId: ItemId | null; tableId: TableId; reason: string; createdAt: string };
