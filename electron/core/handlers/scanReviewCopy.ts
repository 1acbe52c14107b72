import { isNumberWord } from '../../../shared/document/redaction/findForms';
import type { Secret } from '../../../shared/document/redaction/listSecrets';
import { getRedactedWords } from '../../../shared/domain/redaction';
import { isIndexed, readAllValues } from '../db/file/readAllValues';
import type { ReadableDb } from '../db/handles';
import { blankMachineTokens } from '../machineTokens';
import { type FileText, readFileTexts } from '../export/leaks/readFileTexts';
import { type Leak, scanTexts } from '../export/leaks/scanForLeaks';

/** Bytes read at a time, and how far the pieces overlap, so that no word is cut. */
const PIECE_BYTES = 65_536;
const OVERLAP_BYTES = 1_024;

/**
 * Every withheld word in a `.huihan` such as a review copy: its values, the files kept in it unfolded, amounts and words of its search index, and its
 * bare bytes, where deleted rows might lie. `file` names it.
 */
export function scanReviewCopy(file: string, db: ReadableDb, bytes: Uint8Array, secrets: readonly Secret[]): Leak[] {
  if (secrets.length === 0) return [];
  return [
    ...scanTexts(file, readProjectTexts(file, db, bytes), secrets),
    ...scanNumbers(file, db, secrets),
    ...scanIndex(file, db, secrets),
  ];
}

function* readProjectTexts(file: string, db: ReadableDb, bytes: Uint8Array): Generator<FileText> {
  for (const { place, value } of readAllValues(db)) {
    if (typeof value === 'string') yield* readStoredTexts(value).map((text) => ({ part: place, text: blankMachineTokens(text) }));
    else if (typeof value !== 'number') {
      yield* readFileTexts(place, value).map(({ part, text }) => ({ part: part === place ? place : `${place} › ${part}`, text }));
    }
  }
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = bytes.subarray(at, at + PIECE_BYTES + OVERLAP_BYTES);
    yield* readFileTexts(file, piece).map(({ part, text }) => ({ part, text: blankMachineTokens(text) }));
  }
}

/** A stored text as it is; of JSON each text in it, pieces of one paragraph joined. */
function readStoredTexts(value: string): string[] {
  if (!/^\s*[[{]/.test(value)) return [value];
  const texts: string[] = [];
  const read = (json: unknown): void => {
    if (typeof json === 'string') texts.push(json);
    if (typeof json !== 'object' || json === null) return;
    if (Array.isArray(json)) texts.push(json.map((one) => (one as { text?: string } | null)?.text ?? '').join(''));
    Object.values(json).forEach(read);
  };
  try {
    read(JSON.parse(value));
  } catch {
    // A user's own words may begin with a bracket.
    return [value];
  }
  return texts.filter((text) => text !== '');
}

/** Hidden numbers among the amounts kept for searching, whatever fraction of whatever unit these count. */
function scanNumbers(file: string, db: ReadableDb, secrets: readonly Secret[]): Leak[] {
  const hidden = new Map(secrets.flatMap((secret) => secret.words.filter(isLongNumber).map((word) => [readDigits(word), secret] as const)));
  const leaks = new Map<string, Leak>();
  if (hidden.size === 0) return [];
  for (const { place, value } of readAllValues(db)) {
    const secret = typeof value === 'number' ? hidden.get(readDigits(String(value))) : undefined;
    if (secret) leaks.set(`${place} ${secret.redaction.redactionId}`, createLeak(file, place, secret, String(value)));
  }
  return [...leaks.values()];
}

/** Significant digits. */
function readDigits(number: string): string {
  return number
    .normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^0+|0+$/g, '');
}

/** Digits below which a number in the index says nothing: it holds amounts of any unit, and the groups of a number as words of their own. */
const FEWEST_DIGITS = 5;

function isLongNumber(word: string): boolean {
  return isNumberWord(word) && readDigits(word).length >= FEWEST_DIGITS;
}

function scanIndex(file: string, db: ReadableDb, secrets: readonly Secret[]): Leak[] {
  return secrets.flatMap((secret) => {
    const words = secret.words.filter((word) => !isNumberWord(word) || isLongNumber(word));
    const found = words.flatMap((word) => [word, word.replaceAll(',', '')]).find((word) => isIndexed(db, word));
    return found === undefined ? [] : [createLeak(file, 'search_text', secret, found)];
  });
}

function createLeak(file: string, part: string, { redaction }: Secret, quote: string): Leak {
  return { file, part, redaction, words: getRedactedWords(redaction), quote };
}
