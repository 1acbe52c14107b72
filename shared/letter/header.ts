import type { LetterHeader } from '../domain/letter';
import { LETTER_KINDS } from './dictionary';

/** Reads the head of a letter. */
export function parseHeader(raw: string, _clean: string, _isReply: boolean): LetterHeader {
  const kind = LETTER_KINDS.find((name) => raw.slice(0, 3000).includes(name)) ?? null;
  return {
    kind,
    regulator: null,
    department: null,
    company: null,
    code: null,
    shortName: null,
    announcementNo: null,
    letterNo: null,
    letterNoRaw: null,
    issuedOn: null,
    receivedOn: null,
    dueOn: null,
    dueText: null,
    disclose: null,
    copyTo: [],
  };
}
