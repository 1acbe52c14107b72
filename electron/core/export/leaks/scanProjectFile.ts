import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Secret } from '../../../../shared/document/redaction/listSecrets';
import { readAllValues } from '../../db/file/readAllValues';
import { type FileText, readFileTexts } from './readFileTexts';
import { type Leak, scanTexts } from './scanForLeaks';

/** Every withheld word in a `.huihan` (a review copy): its values, files kept in it unfolded, and its bare bytes, where deleted rows might lie. */
export function scanProjectFile(path: string, secrets: readonly Secret[]): Leak[] {
  return scanTexts(basename(path), readProjectTexts(path), secrets);
}

function* readProjectTexts(path: string): Generator<FileText> {
  for (const { place, value } of readAllValues(path)) {
    if (typeof value === 'string') yield { part: place, text: value };
    else yield* readFileTexts(place, value).map(({ part, text }) => ({ part: part === place ? place : `${place} › ${part}`, text }));
  }
  yield* readFileTexts(basename(path), readFileSync(path));
}
