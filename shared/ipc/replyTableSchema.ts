import { z } from 'zod';
import type { ReplyTableDefinition } from '../tables/reply/replyTableDefinition';
import { idOf, shortText } from './schemas';

const tableId = idOf<'table'>();
const colId = idOf<'col'>();
const rowId = idOf<'row'>();

const cellFormat = z.object({ unit: shortText, decimals: z.int().min(0).max(12), grouping: z.boolean(), showUnit: z.boolean() }).nullable();
const path = z.array(shortText).max(5);

const columnContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), tableId, colId }),
  z.object({ kind: z.enum(['difference', 'growth', 'share', 'ratio', 'margin']), of: z.tuple([colId, colId]) }),
  z.object({ kind: z.literal('shareOfTotal'), of: colId, whole: rowId.nullable() }),
  z.object({ kind: z.enum(['sum', 'average']), of: z.array(colId).min(1).max(60) }),
  z.object({ kind: z.literal('typed'), texts: z.array(z.object({ rowId, text: shortText })).max(500) }),
]);

const rowContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('source'), from: z.array(z.object({ tableId, rowId })).max(500) }),
  z.object({ kind: z.enum(['sum', 'average', 'difference', 'share']), of: z.array(rowId).min(1).max(500) }),
]);

/** The stored definition of a reply table: what a call brings and every read must satisfy. */
export const replyTableDefinition: z.ZodType<ReplyTableDefinition, ReplyTableDefinition> = z.object({
  caption: shortText.nullable(),
  unit: shortText.nullable(),
  stub: z.object({ colId, path }),
  columns: z
    .array(z.object({ colId, path, format: cellFormat, content: columnContent, hidden: z.boolean(), totalled: z.boolean() }))
    .min(1)
    .max(60),
  rows: z
    .array(z.object({ rowId, label: shortText, format: cellFormat, content: rowContent }))
    .min(1)
    .max(500),
  top: z.object({ colId, count: z.int().min(1).max(500), others: rowId.nullable() }).optional(),
  notes: z.array(shortText).max(50),
}) as unknown as z.ZodType<ReplyTableDefinition, ReplyTableDefinition>;
