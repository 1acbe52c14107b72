import type { Id, ItemId, QuestionId } from './ids';
import type { VersionDifference } from './versionDifference';

export type SignOffId = Id<'signOff'>;

/** Who signs off: 董秘, 律师, 会计师. */
export const SIGN_OFF_ROLES = ['secretary', 'lawyer', 'auditor'] as const;
export type SignOffRole = (typeof SIGN_OFF_ROLES)[number];

/** Somebody's word that an item (null: the whole question) is right as it stood then. It has lapsed once `changes` is not empty: these are what changed since. */
export type SignOff = {
  signOffId: SignOffId;
  questionId: QuestionId;
  itemId: ItemId | null;
  role: SignOffRole;
  actor: string;
  at: string;
  changes: VersionDifference[];
};

/** By when a piece of work is due (ISO date); `itemId` null is the question as a whole. */
export type WorkDue = { questionId: QuestionId; itemId: ItemId | null; dueOn: string };
