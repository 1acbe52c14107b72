import { z } from 'zod';
import type { CellCorrection, DataTable, DescribedCell, OpenTable, Source, TableRow, TableSummary } from '../../domain/dataTable';
import type { ChangedFigure } from '../../domain/figure';
import type { JobId, QuestionId, TableId } from '../../domain/ids';
import type { Link } from '../../domain/link';
import type { ParagraphOrigin, PlacedPart, SheetWindow, TableOrigin } from '../../domain/tableOrigin';
import { DISCLOSURE_DECISIONS, type IntendedCorrection, type SourceFile, type SourceUpdate } from '../../domain/sourceUpdate';
import type { ReplyTableDefinition } from '../../tables/reply/replyTableDefinition';
import { replyTableDefinition } from '../replyTableSchema';
import { acceptedChange } from '../sourceUpdateSchema';
import { cellRef, fileHash, fileToken, idOf, pastedSource, pastedTable, shortText, text } from '../schemas';
import { call, none, questionId, tableId } from './call';
import type { CellUse, CorrectionResult, AcceptedResult } from '../results';

/** Calls about sources, their tables and cells, tables made for the reply, and links. */
export const evidenceCalls = {
  // Evidence
  /** Imports files; one named in `updates` by its token is a newer version of that source, whose changes wait to be accepted. */
  'source:import': call<{ jobId: JobId }>()(
    z.object({
      files: z.array(fileToken).min(1).max(200),
      disclosed: z.boolean(),
      updates: z.record(fileToken, idOf<'source'>()).optional(),
    }),
  ),
  /** Stores tables from the clipboard as a source of its own. */
  'source:paste': call<Source>()(pastedSource),
  'source:list': call<Source[]>()(none),
  'source:remove': call<null>()(z.object({ sourceId: idOf<'source'>() })),
  /** Newer versions of files with all that still differs from what was accepted (待确认的更新). */
  'sourceUpdate:list': call<SourceUpdate[]>()(none),
  /** Takes changes over as 数据调整: those named, or all for null. */
  'sourceUpdate:accept': call<AcceptedResult>()(
    z.object({ newSourceId: idOf<'source'>(), changes: z.array(acceptedChange).min(1).max(20_000).nullable() }),
  ),
  /** Forgets a newer version; what was accepted of it stays. */
  'sourceUpdate:discard': call<null>()(z.object({ newSourceId: idOf<'source'>() })),
  'sourceUpdate:files': call<SourceFile[]>()(z.object({ sourceId: idOf<'source'>() })),
  /** Writes a received file out again as it was received. */
  'sourceUpdate:saveFile': call<null>()(z.object({ sourceId: idOf<'source'>(), file: fileHash, target: fileToken })),
  /** Changed numbers of disclosed sources (拟更正事项) and what is decided about them. */
  'correction:list': call<IntendedCorrection[]>()(none),
  'correction:decide': call<null>()(z.object({ correctionId: shortText, decision: z.enum(DISCLOSURE_DECISIONS), note: shortText })),
  'table:list': call<TableSummary[]>()(z.object({ sourceId: idOf<'source'>().nullable() })),
  'table:get': call<DataTable>()(z.object({ tableId })),
  /** A table to be looked at: its head and first rows. The others come by `table:rows` as they are scrolled to. */
  'table:open': call<OpenTable>()(z.object({ tableId })),
  'table:rows': call<TableRow[]>()(z.object({ tableId, from: z.int().min(0), count: z.int().min(1).max(1_000) })),
  /** Position of a row among its table's rows, from 0; null when it is gone. */
  'table:findRow': call<number | null>()(z.object({ tableId, rowId: idOf<'row'>() })),
  /** The next cell (or the one before) that holds the text, in reading order from a cell on; null when there is none. */
  'table:findText': call<{ row: number; col: number } | null>()(
    z.object({ tableId, text: shortText.min(1), row: z.int(), col: z.int(), backwards: z.boolean() }),
  ),
  /** Confirms that what a table's reading was unsure of is right: the doubt at this position goes. */
  'table:settleDoubt': call<null>()(z.object({ tableId, index: z.int().min(0) })),
  /** Which question's reply shows which table. */
  'table:listShown': call<{ questionId: QuestionId; tableId: TableId }[]>()(none),
  'table:setHeaderRows': call<DataTable>()(z.object({ tableId, headerRows: z.int().min(0).max(20) })),
  'table:setUnit': call<DataTable & { changedFigures: ChangedFigure[] }>()(z.object({ tableId, unit: shortText.nullable() })),
  'table:setCaption': call<DataTable>()(z.object({ tableId, caption: shortText.nullable() })),
  /** Stores a pasted table, read with the paragraphs around it; `consumed` are those (of before, then after) that became its unit line or notes. */
  'table:fromPaste': call<{ table: DataTable; consumed: number[] }>()(pastedTable),
  /** What a reply table is made from; null for a table of a source and for a pasted one. */
  'replyTable:get': call<ReplyTableDefinition | null>()(z.object({ tableId })),
  /** Makes a reply table and links it to the question it was made for. */
  'replyTable:create': call<DataTable>()(z.object({ questionId: questionId.nullable(), definition: replyTableDefinition })),
  'replyTable:update': call<DataTable & { changedFigures: ChangedFigure[] }>()(z.object({ tableId, definition: replyTableDefinition })),
  'replyTable:remove': call<null>()(z.object({ tableId })),
  /** How the place a table was read from can be shown. */
  'origin:get': call<TableOrigin>()(z.object({ tableId })),
  /** A paragraph of a source, named by its key as a search hit has it, with what stands around it. */
  'origin:paragraph': call<ParagraphOrigin>()(z.object({ sourceId: idOf<'source'>(), paragraph: z.string().regex(/^\d{1,15}$/) })),
  /** A page of a source's file as a picture. */
  'origin:page': call<{ bytes: Uint8Array; mime: string; pages: number }>()(z.object({ sourceId: idOf<'source'>(), page: z.int().min(1) })),
  /** Where the pages of its file print a table's cells; empty where none was found. */
  'origin:parts': call<PlacedPart[]>()(z.object({ tableId })),
  /** Rows of the sheet a table was read from, around a row of the table or from a row of the sheet on, both from 0. */
  'origin:sheet': call<SheetWindow>()(
    z.object({ tableId, at: z.union([z.object({ row: z.int().min(0) }), z.object({ from: z.int().min(0) })]) }),
  ),
  'cell:correct': call<CorrectionResult>()(z.object({ cell: cellRef, text, kind: z.enum(['misread', 'restated']), why: shortText })),
  'cell:describe': call<DescribedCell | null>()(z.object({ cell: cellRef })),
  'cell:history': call<CellCorrection[]>()(z.object({ cell: cellRef })),
  'cell:whereUsed': call<CellUse[]>()(z.object({ cell: cellRef })),
  // Links
  'link:list': call<Link[]>()(none),
  'link:add': call<Link>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), tableId, reason: shortText })),
  'link:remove': call<null>()(z.object({ linkId: idOf<'link'>() })),
} as const;
