import { z } from 'zod';
import { MATTER_RECORDS } from '../domain/matterRecord';
import { OVERRIDE_CHOICES, type ReviewAnchor, type ReviewPayload, VERDICTS } from '../domain/review';
import { block, cellRef, idOf, inline, shortText, text } from './schemas';

const tableId = idOf<'table'>();
const flag = z.boolean().optional();
const place = z.int().min(0).max(2_000_000);
const fields = z.record(z.string().regex(/^[a-z][A-Za-z]{0,40}$/), z.union([text, z.number(), z.null()]));
const cellTexts = z.array(shortText).max(2_000);

/** A change's anchor as stored and as it arrives. */
export const reviewAnchor: z.ZodType<ReviewAnchor> = z.object({
  questionId: idOf<'question'>().nullable(),
  blockId: idOf<'block'>().nullable(),
  from: place,
  to: place,
  quote: text,
  inside: idOf<'change'>().optional(),
  blockText: text.optional(),
  order: z.int().min(0).max(1_000_000).optional(),
  cell: cellRef.optional(),
  further: z
    .array(z.object({ blockId: idOf<'block'>(), from: place, to: place, quote: text, blockText: text.optional() }))
    .min(1)
    .max(1_000)
    .optional(),
}) as unknown as z.ZodType<ReviewAnchor>;

/** What a change proposes, as stored and as it arrives. */
export const reviewPayload: z.ZodType<ReviewPayload> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('comment'), text, replyTo: idOf<'change'>().nullable() }),
  z.object({ kind: z.literal('insert'), inlines: z.array(inline).max(20_000) }),
  z.object({ kind: z.literal('delete') }),
  z.object({ kind: z.literal('format'), style: z.object({ bold: flag, italic: flag, underline: flag, sub: flag, sup: flag }) }),
  z.object({ kind: z.literal('splitBlock'), newBlockId: idOf<'block'>() }),
  z.object({ kind: z.literal('joinBlock') }),
  z.object({ kind: z.literal('insertBlock'), sectionId: idOf<'section'>(), block }),
  z.object({ kind: z.literal('deleteBlock') }),
  z.object({ kind: z.literal('setBlock'), block }),
  z.object({ kind: z.literal('setCell'), text: shortText }),
  z.object({ kind: z.literal('insertRow'), tableId, after: idOf<'row'>().nullable(), texts: cellTexts }),
  z.object({ kind: z.literal('deleteRow'), tableId, rowId: idOf<'row'>() }),
  z.object({ kind: z.literal('insertColumn'), tableId, after: idOf<'col'>().nullable(), texts: cellTexts }),
  z.object({ kind: z.literal('deleteColumn'), tableId, colId: idOf<'col'>() }),
  z.object({ kind: z.literal('overrideFigure'), figureId: idOf<'figure'>(), shown: shortText, proposed: shortText }),
  z.object({
    kind: z.literal('setRecord'),
    record: z.enum(MATTER_RECORDS),
    key: fields,
    was: fields.nullable(),
    becomes: fields.nullable(),
    label: shortText,
  }),
]) as unknown as z.ZodType<ReviewPayload>;

/** A change as another program or file brings it. */
const reviewChange = z.object({
  changeId: idOf<'change'>(),
  author: shortText,
  at: z.iso.datetime({ offset: true }),
  baseVersionId: idOf<'version'>().nullable(),
  anchor: reviewAnchor,
  payload: reviewPayload,
});

/** Suggestions of the local author that stand in one reply: id, time, place and content; core knows the author, the quote and the block's text. */
export const localSuggestions = z.array(reviewChange.pick({ changeId: true, at: true, anchor: true, payload: true })).max(20_000);

export const verdict = z.enum(VERDICTS);
export const overrideChoice = z.enum(OVERRIDE_CHOICES);
