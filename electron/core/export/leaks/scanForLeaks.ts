import { getRedactedWords, type Redaction } from '../../../../shared/domain/redaction';
import type { Secret } from '../../../../shared/document/redaction/listSecrets';
import { type FileText, readFileTexts } from './readFileTexts';

/** A withheld word found in a file: the part it stands in and the text around it. */
export type Leak = { file: string; part: string; redaction: Redaction; words: string; quote: string };

/** Characters quoted before and after what was found. */
const AROUND = 8;

/** Every withheld word in a file and its name, read to its last part: one leak for each part and redaction. */
export function scanForLeaks(file: string, bytes: Uint8Array, secrets: readonly Secret[]): Leak[] {
  return scanTexts(file, [{ part: file, text: file }, ...readFileTexts(file, bytes)], secrets);
}

/** The same over texts already read, such as the values of a database. */
export function scanTexts(file: string, texts: Iterable<FileText>, secrets: readonly Secret[]): Leak[] {
  const leaks = new Map<string, Leak>();
  if (secrets.length === 0) return [];
  for (const { part, text } of texts) {
    for (const { redaction, find } of secrets) {
      const key = `${part}\n${redaction.redactionId}`;
      if (leaks.has(key)) continue;
      const [first] = find(text);
      if (first === undefined) continue;
      const quote = text.slice(Math.max(0, first[0] - AROUND), first[1] + AROUND).trim();
      leaks.set(key, { file, part, redaction, words: getRedactedWords(redaction), quote });
    }
  }
  return [...leaks.values()];
}
