import { say } from '../../../shared/catalogue/catalogue';
import { textOption, wordAt, type Command } from '../command';

/** `merge PROJECT FILE`: takes back a copy somebody reviewed or edited. */
export const mergeCommand: Command = {
  usage: 'PROJECT FILE.huihan [--password PASSWORD] [--json]',
  words: [2, 2],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'write');
    const file = await terminal.file(wordAt(given, 1));
    const merged = await terminal.runJob('exchange:merge', { file, password: textOption(given, 'password') ?? undefined });
    return { json: merged, text: say(given.language, 'cli.merged', merged) };
  },
};
