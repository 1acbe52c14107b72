import { z } from 'zod';
import type { OpinionBlock } from '../domain/opinion';
import { headingLevel, pastedCell, shortText, text } from './schemas';

/** A block of a firm's own section on its way into a reply. */
export const opinionBlock: z.ZodType<OpinionBlock, OpinionBlock> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: headingLevel, text }),
  z.object({ type: z.literal('paragraph'), text }),
  z.object({
    type: z.literal('table'),
    table: z.object({
      caption: text.nullable(),
      unit: shortText.nullable(),
      headerRows: z.int().nonnegative().max(100),
      notes: z.array(text).max(200),
      cells: z.array(z.array(pastedCell).min(1).max(200)).min(1).max(5_000),
    }),
  }),
]);
