import type { Letter, LetterCleaning, ParsedLetter } from '../../../shared/domain/letter';
import type { Warning } from '../../../shared/domain/place';
import { AppError } from '../../../shared/ipc/errors';
import type { LetterInput } from '../../../shared/ipc/letterSchema';
import { parseLetter } from '../../../shared/letter/parseLetter';
import { say } from '../../../shared/catalogue/catalogue';
import type { WritableDb } from '../db/handles';
import type { Recorder } from '../db/history/recordedWrite';
import { storeFile } from '../db/queries/files';
import { insertLetterPages } from '../db/queries/letterPages';
import { insertLetter, insertReply } from '../db/queries/storeLetter';
import { readNamedFile } from '../readNamedFile';
import type { Session } from '../session';
import { createSections } from './replyTemplate';

/** A letter as read from a file, from the clipboard or from pages of a scan. `scanPages` counts pages that are pictures alone and wait for their text. */
export type LetterAsRead = {
  parsed: ParsedLetter;
  bytes: Uint8Array;
  fileName: string;
  text: string;
  cleaned: LetterCleaning[];
  pages: NonNullable<LetterInput['pages']>;
  scanPages: number;
  warnings: Warning[];
};

/** Reads a letter. Rejects with the file's own error codes; a scan without its pages' text gives an empty letter with `scanPages`. */
export async function readLetter(session: Session, { file, pages }: LetterInput): Promise<LetterAsRead> {
  const named = file === null ? null : session.getFile(file);
  if (pages) {
    const text = pages.map((page) => page.text).join('\n');
    const bytes = named ? await readNamedFile(named) : new TextEncoder().encode(text);
    const fileName = named?.name ?? `${say(session.settings.language, 'letter.pastedName')}.txt`;
    const parsed = parseLetter(text);
    return { parsed, bytes, fileName, text, cleaned: parsed.cleaned, pages: named ? pages : [], scanPages: 0, warnings: [] };
  }
  const bytes = await readNamedFile(named!);
  const { text, warnings, cleaned, scanPages } = await session.readers.letter(bytes, named!.name);
  const parsed = parseLetter(text);
  return { parsed, bytes, fileName: named!.name, text, cleaned: [...cleaned, ...parsed.cleaned], pages: [], scanPages, warnings };
}

/** Refuses what is no letter or asks nothing, naming the file: scan-unread, not-a-letter, no-questions. */
export function refuseUnanswerable({ parsed, fileName, scanPages }: LetterAsRead): void {
  if (scanPages > 0) throw new AppError('scan-unread', { file: fileName, pages: scanPages });
  if (parsed.problems.some(({ code }) => code === 'not-a-letter')) throw new AppError('not-a-letter', { file: fileName });
  if (parsed.questions.length === 0) throw new AppError('no-questions', { file: fileName });
}

/** Stores a letter that was read, its file as received, and a reply to write for every question. */
export function storeLetter(
  db: WritableDb,
  recorder: Recorder,
  read: Omit<LetterAsRead, 'warnings' | 'scanPages'>,
  spokenBy: string | null,
): Letter {
  const { parsed, bytes, fileName, text, cleaned, pages } = read;
  const file = storeFile(db, bytes, 'application/octet-stream');
  const letter = insertLetter(db, recorder, { parsed, file, fileName, text, cleaned, spokenBy });
  insertLetterPages(recorder, letter.letterId, pages);
  for (const question of letter.questions) insertReply(recorder, question.questionId, createSections(question));
  return letter;
}
