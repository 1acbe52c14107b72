import type { LetterId } from '../../../../shared/domain/ids';
import type { LetterPage } from '../../../../shared/domain/letter';
import { message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** Pages of a letter that came as pictures, in order; none for a letter that came as text. */
export function listLetterPages(db: ReadableDb, letterId: LetterId): LetterPage[] {
  return db
    .all<{ page: number; text: string; confirmed: number }>(
      sql`SELECT page, text, confirmed FROM letter_page WHERE letterId = ${letterId} ORDER BY page`,
    )
    .map((row) => ({ ...row, confirmed: row.confirmed === 1 }));
}

/** Keeps the pages of a new letter, numbered from 1. */
export function insertLetterPages(recorder: Recorder, letterId: LetterId, pages: readonly Omit<LetterPage, 'page'>[]): void {
  pages.forEach(({ text, confirmed }, at) =>
    recorder.insertRow('letter_page', { letterId, page: at + 1, text, confirmed: confirmed ? 1 : 0 }),
  );
}

/** Marks a page as read against its picture, or takes the mark back. Throws not-found. */
export function confirmLetterPage(db: ReadableDb, recorder: Recorder, letterId: LetterId, page: number, confirmed: boolean): void {
  if (!listLetterPages(db, letterId).some((one) => one.page === page))
    throw new AppError('not-found', { what: message('what.page'), id: String(page) });
  recorder.updateRow('letter_page', { letterId, page }, { confirmed: confirmed ? 1 : 0 });
}
