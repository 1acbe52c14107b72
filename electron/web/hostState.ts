import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../shared/catalogue/defineWords';

const stored = z.object({
  language: z.enum(LANGUAGES).default('zh-CN'),
  recent: z.array(z.object({ path: z.string(), openedAt: z.string() })).default([]),
});

/** What the browser host remembers between starts. */
export type HostState = { language: Language; recent: { path: string; openedAt: string }[] };

/** Reads the remembered state; a file that is missing or not ours gives the first state. */
export function readHostState(file: string): HostState {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) {
      return { language: 'zh-CN', recent: [] };
    }
    throw error;
  }
}

/** Writes the state whole: a start that dies while writing leaves the former file. */
export function writeHostState(file: string, state: HostState): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
