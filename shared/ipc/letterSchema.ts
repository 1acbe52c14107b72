import { z } from 'zod';
import { fileToken, text } from './schemas';

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
