import type { parseArgs } from 'node:util';
import type { Language } from '../../shared/catalogue/defineWords';
import type { Terminal } from './terminal';

/** What a command was given: positional words and options as `parseArgs` returns them, and the language to answer in. */
export type Given = { language: Language; words: readonly string[]; options: Readonly<Record<string, string | boolean | undefined>> };

/** What a command says: one JSON value for programs, lines for people. Warnings are told on stderr in the human form. */
export type Told = { json: unknown; text: string };

/** One command of the terminal. `words` are the least and most positional words it takes. */
export type Command = {
  usage: string;
  words: readonly [least: number, most: number];
  options?: NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;
  run(given: Given, terminal: Terminal): Promise<Told>;
};

/** A command line that cannot be obeyed: the sentence teaches the right form. */
export class UsageError extends Error {}

/** The positional word at `index`; the parser has already seen to it that there are enough. */
export function wordAt(given: Given, index: number): string {
  const word = given.words[index];
  if (word === undefined) throw new UsageError(`word ${index + 1} is missing`);
  return word;
}

/** A text option, or null when it was not given. */
export function textOption(given: Given, name: string): string | null {
  const value = given.options[name];
  return typeof value === 'string' ? value : null;
}
