import { z } from 'zod';
import { REDACTION_METHODS, type Redaction, SECRET_KINDS } from '../domain/redaction';
import { cellRef, idOf, isoDate, shortText } from './schemas';

const name = shortText.refine((text) => text.trim().length > 0);

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('name'), names: z.array(name).min(1).max(20) }),
  z.object({
    kind: z.literal('span'),
    questionId: idOf<'question'>(),
    blockId: idOf<'block'>(),
    from: z.int().nonnegative(),
    to: z.int().nonnegative(),
    quote: name,
  }),
  z.object({ kind: z.literal('cell'), cell: cellRef, text: shortText }),
  z.object({ kind: z.literal('column'), tableId: idOf<'table'>(), colId: idOf<'col'>(), title: shortText }),
]);

const record = z.object({
  secret: z.enum(SECRET_KINDS),
  what: shortText,
  why: shortText,
  basis: shortText,
  approvedBy: shortText,
  approvedOn: isoDate.or(z.literal('')),
  until: shortText,
  disclosedLater: z.boolean(),
  alreadyPublic: z.boolean(),
  impact: shortText,
  insiders: shortText,
});

/** What a redaction says: what a call brings and every read must satisfy. Words that replace others must be given. */
export const redactionContent: z.ZodType<Omit<Redaction, 'redactionId'>, Omit<Redaction, 'redactionId'>> = z
  .object({ target, method: z.enum(REDACTION_METHODS), replacement: shortText, record })
  .refine(({ method, replacement }) => method === 'hidden' || replacement.trim() !== '', { path: ['replacement'] })
  .refine(({ method, target: { kind } }) => method !== 'alias' || kind === 'name', { path: ['method'] }) as unknown as z.ZodType<
  Omit<Redaction, 'redactionId'>,
  Omit<Redaction, 'redactionId'>
>;
