import type { QuestionId } from './ids';

/** A question as the imported draft repeats it above its reply, paragraphs separated by \n. */
export type RestatedQuestion = { questionId: QuestionId; text: string };
