import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder that hold a sentence in plain text, in either encoding SQLite, logs and temporary files may use. */
export function findInFolder(folder: string, sentence: string): string[] {
  if (!existsSync(folder)) return [];
  const wanted = [Buffer.from(sentence, 'utf8'), Buffer.from(sentence, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => wanted.some((bytes) => readFileSync(path).includes(bytes)));
}
