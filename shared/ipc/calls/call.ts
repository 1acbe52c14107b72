import { z } from 'zod';
import { idOf } from '../schemas';

/** No parameters. */
export const none = z.object({}).strict();
export const questionId = idOf<'question'>();
export const tableId = idOf<'table'>();

/** Declares one call: its parameter parser, and by type alone its result. */
export function call<Result>() {
  return <Params extends z.ZodType>(params: Params) => ({ params, result: undefined as unknown as Result });
}
