import { z } from 'zod';
import type { AcceptedChange } from '../domain/sourceUpdate';
import { cellRef, idOf } from './schemas';

/** One change of a newer version of a file that is accepted. */
export const acceptedChange: z.ZodType<AcceptedChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cell'), cell: cellRef }),
  z.object({ kind: z.literal('row'), tableId: idOf<'table'>(), rowId: idOf<'row'>() }),
  z.object({ kind: z.literal('table'), tableId: idOf<'table'>() }),
  z.object({ kind: z.literal('newTable'), tableId: idOf<'table'>() }),
]) as unknown as z.ZodType<AcceptedChange>;
