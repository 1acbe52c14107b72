/**
 * A finding somebody accepted: it stays in sight with its reason, and counts no more. `key` is that of the finding (shared/checks/identifyFinding), so
 * that with another number on either side it comes back.
 */
export type Acceptance = { key: string; rule: string; reason: string; actor: string /** ISO. */; at: string };
