import { z } from 'zod';
import type { Formula } from '../domain/figure';
import type { Id } from '../domain/ids';
import { ITEM_STATUSES, VERIFIER_ROLES } from '../domain/letter';
import { type Block, type Chart, CHART_KINDS, type Inline, type ReferenceTarget, type Section } from '../domain/reply';

/** Parser of one noun's id: 1 to 40 characters of lower-case letters and digits. */
export function idOf<Noun extends string>() {
  return z
    .string()
    .regex(/^[0-9a-z]{1,40}$/)
    .transform((text) => text as Id<Noun>);
}

export const fileHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as Id<'file'>);

/** A handle the host gave for a file the user chose; the window never names a path. */
export const fileToken = z.string().regex(/^[0-9a-z]{8,64}$/);

export const text = z.string().max(2_000_000);
export const shortText = z.string().max(2_000);
export const isoDate = z.iso.date();

export const cellRef = z.object({ tableId: idOf<'table'>(), rowId: idOf<'row'>(), colId: idOf<'col'>() });

export const formula: z.ZodType<Formula> = z.lazy(() =>
  z.union([
    z.object({ op: z.literal('cell'), cell: cellRef }),
    z.object({ op: z.literal('constant'), value: z.string().regex(/^-?\d+(\.\d+)?$/), unit: shortText }),
    z.object({ op: z.enum(['difference', 'growth', 'share', 'ratio', 'sum', 'average', 'cagr']), args: z.array(formula).min(1).max(500) }),
  ]),
) as z.ZodType<Formula>;

export const figureFormat = z.object({
  unit: shortText,
  decimals: z.int().min(-8).max(12),
  grouping: z.boolean(),
  showUnit: z.boolean(),
  wording: shortText,
  signByWords: z.boolean(),
});

const styleFlag = z.literal(true).optional();
const textStyle = { bold: styleFlag, italic: styleFlag, underline: styleFlag, sub: styleFlag, sup: styleFlag };

export const referenceTarget: z.ZodType<ReferenceTarget> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), questionId: idOf<'question'>() }),
  z.object({ kind: z.literal('item'), itemId: idOf<'item'>() }),
  z.object({ kind: z.literal('block'), blockId: idOf<'block'>() }),
]) as unknown as z.ZodType<ReferenceTarget>;

export const inline: z.ZodType<Inline> = z.union([
  z.object({ type: z.literal('text'), text, ...textStyle }),
  z.object({ type: z.literal('figure'), figureId: idOf<'figure'>(), text: shortText, style: z.object(textStyle).optional() }),
  z.object({ type: z.literal('reference'), target: referenceTarget, text: shortText, style: z.object(textStyle).optional() }),
  z.object({ type: z.literal('footnote'), note: shortText }),
  z.object({ type: z.literal('break') }),
]) as z.ZodType<Inline>;

const inlines = z.array(inline).max(20_000);
const blockId = idOf<'block'>();

const chartFields = {
  tableId: idOf<'table'>(),
  kind: z.enum(CHART_KINDS),
  along: z.enum(['rows', 'columns']),
  rowIds: z.array(idOf<'row'>()).max(2_000),
  colIds: z.array(idOf<'col'>()).max(200),
  title: shortText,
  alt: shortText,
  source: shortText,
};

/** What a chart is drawn from, as a dialog hands it over. */
export const chart: z.ZodType<Chart> = z.object(chartFields) as unknown as z.ZodType<Chart>;

/** Level of a heading of a reply. */
export const headingLevel = z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);

export const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('heading'),
    blockId,
    level: headingLevel,
    inlines,
  }),
  z.object({ type: z.literal('paragraph'), blockId, inlines, align: z.enum(['left', 'center', 'right']).optional() }),
  z.object({ type: z.literal('listItem'), blockId, kind: z.enum(['bullet', 'number']), depth: z.int().min(0).max(8), inlines }),
  z.object({ type: z.literal('table'), blockId, tableId: idOf<'table'>() }),
  z.object({
    type: z.literal('picture'),
    blockId,
    file: fileHash,
    mime: shortText,
    alt: shortText,
    widthPx: z.number().min(1).max(20_000),
    heightPx: z.number().min(1).max(20_000),
  }),
  z.object({ type: z.literal('chart'), blockId, ...chartFields }),
]) as unknown as z.ZodType<Block>;

/** A cell of a table from outside the project. */
export const pastedCell = z.object({
  text: z.string().max(20_000),
  rowSpan: z.int().min(1).max(2_000),
  colSpan: z.int().min(1).max(200),
  covered: z.boolean(),
});

/** Paragraphs and tables from the clipboard, in order, and the text as received. */
export const pastedSource = z.object({
  parts: z
    .array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('paragraph'), text: shortText }),
        z.object({
          type: z.literal('table'),
          cells: z.array(z.array(pastedCell).min(1).max(200)).min(1).max(5_000),
          spansKnown: z.boolean(),
        }),
      ]),
    )
    .min(1)
    .max(5_000),
  received: z.string().max(20_000_000),
  disclosed: z.boolean(),
});

/** A table from the clipboard with a few paragraphs before and after it. `spansKnown` false for lines with tabs. */
export const pastedTable = z.object({
  before: z.array(shortText).max(4),
  cells: z.array(z.array(pastedCell).min(1).max(200)).min(1).max(2_000),
  spansKnown: z.boolean(),
  after: z.array(shortText).max(4),
});

export const verifierRole = z.enum(VERIFIER_ROLES);
export const itemStatus = z.enum(ITEM_STATUSES);

export const section: z.ZodType<Section> = z.object({
  sectionId: idOf<'section'>(),
  role: z.enum(['statement', 'procedures', 'conclusion']),
  verifier: verifierRole.nullable(),
  itemIds: z.array(idOf<'item'>()).max(500),
  blocks: z.array(block).max(20_000),
}) as unknown as z.ZodType<Section>;

/** The stored reply document: what migrations and imports must produce and every read must satisfy. */
export const replySections = z.array(section).max(200);

export const projectDetails = z.object({
  company: shortText,
  shortName: shortText,
  code: shortText,
  announcementNo: shortText,
  exchange: z.enum(['szse', 'sse', 'bse']),
  title: shortText,
  preamble: text,
  closing: z.boolean(),
  signedOn: shortText,
  signature: shortText,
});

/** What a notice has of its own; empty and null while it is not known. */
export const noticeHead = z.object({ announcementNo: shortText, announcedOn: isoDate.nullable() });
