import { parseArgs } from 'node:util';
import { say, sayError } from '../../shared/catalogue/catalogue';
import { LANGUAGES, type Language } from '../../shared/catalogue/defineWords';
import { AppError } from '../../shared/ipc/errors';
import { UsageError, type Command } from './command';
import { createTerminal } from './terminal';

/** Every command by its word; each is read only when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  letter: async () => (await import('./commands/letter')).letterCommand,
  new: async () => (await import('./commands/new')).newCommand,
  reply: async () => (await import('./commands/reply')).replyCommand,
  draft: async () => (await import('./commands/draft')).draftCommand,
  add: async () => (await import('./commands/add')).addCommand,
  tables: async () => (await import('./commands/tables')).tablesCommand,
  search: async () => (await import('./commands/search')).searchCommand,
  link: async () => (await import('./commands/link')).linkCommand,
  asks: async () => (await import('./commands/asks')).asksCommand,
  figures: async () => (await import('./commands/figures')).figuresCommand,
  'set-cell': async () => (await import('./commands/setCell')).setCellCommand,
  check: async () => (await import('./commands/check')).checkCommand,
  export: async () => (await import('./commands/export')).exportCommand,
  final: async () => (await import('./commands/final')).finalCommand,
  file: async () => (await import('./commands/file')).fileCommand,
  compare: async () => (await import('./commands/compare')).compareCommand,
  register: async () => (await import('./commands/register')).registerCommand,
  inspect: async () => (await import('./commands/inspect')).inspectCommand,
  copy: async () => (await import('./commands/copy')).copyCommand,
  merge: async () => (await import('./commands/merge')).mergeCommand,
  review: async () => (await import('./commands/review')).reviewCommand,
  versions: async () => (await import('./commands/versions')).versionsCommand,
  restore: async () => (await import('./commands/restore')).restoreCommand,
};

const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  state: { type: 'string' },
  password: { type: 'string' },
} as const;

let language: Language = 'zh-CN';

async function main(line: readonly string[]): Promise<void> {
  const [name = '', ...rest] = line;
  if (name === '--help' || name === 'help' || name === '') return printHelp();
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new UsageError(say(language, 'cli.unknownCommand', { name, commands: Object.keys(COMMANDS).join(' ') }));
  const command = await load();
  const { values, positionals } = parseLine(command, name, rest);
  language = readLanguage(values['lang']);
  const stateFolder = typeof values['state'] === 'string' ? values['state'] : null;
  const password = typeof values['password'] === 'string' ? values['password'] : null;
  const terminal = createTerminal(language, stateFolder, import.meta.dirname, password);
  try {
    const told = await command.run({ language, words: positionals, options: values }, terminal);
    await terminal.close();
    print(values['json'] === true ? JSON.stringify(told.json) : told.text);
  } catch (error) {
    // What the command did before it failed is core's to keep or undo; the failure to report is the first one.
    await terminal.close().catch(() => {});
    throw error;
  }
}

/** Lists every command with what it takes. */
async function printHelp(): Promise<void> {
  const lines: string[] = [];
  for (const [name, load] of Object.entries(COMMANDS)) lines.push(`huihan ${name} ${(await load()).usage}`);
  print(lines.join('\n'));
}

function parseLine(command: Command, name: string, rest: readonly string[]) {
  const usage = `huihan ${name} ${command.usage}`;
  let parsed: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      allowPositionals: true,
      options: { ...COMMON_OPTIONS, ...command.options },
    });
    parsed = { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw new UsageError(say(language, 'cli.badOption', { reason: error instanceof Error ? error.message : String(error), usage }));
  }
  const [least, most] = command.words;
  if (parsed.positionals.length < least || parsed.positionals.length > most) {
    throw new UsageError(say(language, 'cli.usage', { usage }));
  }
  return parsed;
}

function readLanguage(value: string | boolean | undefined): Language {
  if (value === undefined) return 'zh-CN';
  const found = LANGUAGES.find((language) => language === value);
  if (!found) throw new UsageError(say(language, 'cli.badLanguage', { languages: LANGUAGES.join(' ') }));
  return found;
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`);
}

/** One line for stderr: the sentence of a failure, without line breaks. */
function describeFailure(error: unknown): string {
  if (error instanceof AppError) return sayError(language, { code: error.code, data: error.data });
  if (error instanceof UsageError) return error.message;
  return sayError(language, { code: 'internal', data: { reason: error instanceof Error ? error.message : String(error) } });
}

// A reader that stops early (head) ends the output, not the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error).replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
