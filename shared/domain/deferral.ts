import type { DeferralId, LetterId } from './ids';

/** 延期: one announcement that the reply to a letter will come later. Dates are ISO, null where they are not known or not told. */
export type Deferral = {
  deferralId: DeferralId;
  letterId: LetterId;
  announcedOn: string | null;
  /** The new day; a notice may leave it open. */
  dueOn: string | null;
  /** Why, as the notice words it; empty means it is printed as a visible blank. */
  reason: string;
  /** Whether the notice apologises to investors. */
  apology: boolean;
};
