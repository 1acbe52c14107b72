import type { Emphasis } from '../filingBlock';

/** How a change shows: changed words set apart (修订稿), or a bar beside the paragraph (签批稿). */
export type RevisionMark = 'words' | 'bar';

/** What changed words carry. */
export const REVISED: Emphasis = { revised: true };
