import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { LANGUAGES } from '../../shared/catalogue/defineWords';

const RECENT_LIMIT = 10;

const stored = z.object({
  language: z.enum(LANGUAGES).nullable().default(null),
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) })
    .nullable()
    .default(null),
  maximized: z.boolean().default(false),
  recent: z.array(z.object({ path: z.string(), openedAt: z.string() })).default([]),
});

/** What the program remembers on this computer between starts; null where the user has not chosen. */
export type Preferences = z.output<typeof stored>;

export type PreferenceStore = {
  get(): Preferences;
  /** Changes some values and writes the whole file, so that a crash leaves the old or the new one. */
  set(change: Partial<Preferences>): void;
  /** Puts a project first in the list of recent ones. */
  addRecent(path: string): void;
};

/** Opens the preferences; a file that is missing or not ours counts as none. */
export function openPreferences(file: string): PreferenceStore {
  let held = read(file);
  function set(change: Partial<Preferences>) {
    held = { ...held, ...change };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(held, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  }
  return {
    get: () => held,
    set,
    addRecent: (path) => {
      const others = held.recent.filter((entry) => entry.path !== path);
      set({ recent: [{ path, openedAt: new Date().toISOString() }, ...others].slice(0, RECENT_LIMIT) });
    },
  };
}

function read(file: string): Preferences {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
      return stored.parse({});
    throw error;
  }
}
