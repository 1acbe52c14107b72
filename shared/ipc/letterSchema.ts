import { z } from 'zod';
import { fileToken, isoDate, shortText, text } from './schemas';

const page = z.object({ text, confirmed: z.boolean() });

/**
 * A letter to be read: a file; or the text of its pages as recognised, typed or pasted, with the file they were read from when there is one.
 */
export const letterInput = z
  .object({ file: fileToken.nullable(), pages: z.array(page).min(1).max(300).optional() })
  .refine(({ file, pages }) => file !== null || pages !== undefined, { path: ['file'] });

/** As `letterInput`, or the token of its file alone. */
export const letterOrFile = z.union([fileToken.transform((file): LetterInput => ({ file })), letterInput]);

export type LetterInput = z.output<typeof letterInput>;

/** What of a letter's header a user can correct or add; what is absent stays. */
export const letterHeaderChange = z
  .object({
    kind: shortText.nullable(),
    letterNo: shortText.nullable(),
    issuedOn: isoDate.nullable(),
    receivedOn: isoDate.nullable(),
    dueOn: isoDate.nullable(),
  })
  .partial();
