import { z } from 'zod';
import type { Correction } from '../letter/correct/correction';
import { idOf, shortText, text, verifierRole } from './schemas';

const questionId = idOf<'question'>();
const itemId = idOf<'item'>();
const askId = idOf<'ask'>();
const at = z.int().min(0).max(2_000_000);
const words = shortText.trim().min(1);
const itemIds = z.array(itemId).max(500);

/** One correction by hand of how a letter was cut up. */
export const correction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('splitQuestion'), questionId, at }),
  z.object({ type: z.literal('mergeQuestions'), questionId }),
  z.object({ type: z.literal('splitItem'), questionId, at }),
  z.object({ type: z.literal('mergeItems'), questionId, itemId }),
  z.object({ type: z.literal('renumber'), questionId, itemId: itemId.nullable(), no: z.string().regex(/^[1-9]\d{0,2}$/) }),
  z.object({ type: z.literal('setTitle'), questionId, title: words.nullable() }),
  z.object({ type: z.literal('setPartHeading'), questionId, partHeading: words.nullable() }),
  z.object({ type: z.literal('setText'), questionId, itemId: itemId.nullable(), text: text.trim().min(1) }),
  z.object({
    type: z.literal('setVerification'),
    questionId,
    verificationId: idOf<'verification'>().nullable(),
    role: verifierRole,
    itemIds,
  }),
  z.object({ type: z.literal('removeVerification'), questionId, verificationId: idOf<'verification'>() }),
  z.object({ type: z.literal('addAsk'), questionId, itemId: itemId.nullable(), verb: words, object: words }),
  z.object({ type: z.literal('setAsk'), questionId, askId, verb: words, object: words }),
  z.object({ type: z.literal('splitAsk'), questionId, askId, at }),
  z.object({ type: z.literal('mergeAsks'), questionId, askId }),
  z.object({ type: z.literal('removeAsk'), questionId, askId }),
]) satisfies z.ZodType<Correction>;
