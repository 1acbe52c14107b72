import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Secret } from '../../../shared/document/redaction/listSecrets';
import { readAllValues } from '../db/file/readAllValues';
import { type FileText, readFileTexts } from '../export/leaks/readFileTexts';
import { type Leak, scanTexts } from '../export/leaks/scanForLeaks';

/** Every withheld word in a `.huihan` such as a review copy: its values, the files kept in it unfolded, and its bare bytes, where deleted rows might lie. */
export function scanReviewCopy(path: string, secrets: readonly Secret[]): Leak[] {
  return scanTexts(basename(path), readProjectTexts(path), secrets);
}

function* readProjectTexts(path: string): Generator<FileText> {
  for (const { place, value } of readAllValues(path)) {
    if (typeof value === 'string') yield { part: place, text: value };
    else yield* readFileTexts(place, value).map(({ part, text }) => ({ part: part === place ? place : `${place} › ${part}`, text }));
  }
  yield* readFileTexts(basename(path), readFileSync(path));
}
