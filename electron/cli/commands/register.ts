import { resolve } from 'node:path';
import { say } from '../../../shared/catalogue/catalogue';
import { wordAt, type Command } from '../command';

/**
 * `register PROJECT OUT.xlsx`: writes the 数据出处索引, replacing a former one: where every number of the replies comes from, intended corrections, and what
 * is withheld; with `--withheld` the register of what is withheld alone, as it goes to the regulator.
 */
export const registerCommand: Command = {
  usage: 'PROJECT OUT.xlsx [--withheld] [--json]',
  words: [2, 2],
  options: { withheld: { type: 'boolean' } },
  run: async (given, terminal) => {
    const out = wordAt(given, 1);
    await terminal.open(wordAt(given, 0), 'read');
    const { sheets } = await terminal.runJob('register:export', {
      target: await terminal.file(out),
      withheldOnly: given.options.withheld === true,
    });
    const lines = sheets.map(({ name, rows }) => say(given.language, 'cli.sheet', { name, rows }));
    return { json: { out: resolve(out), sheets }, text: [resolve(out), ...lines].join('\n') };
  },
};
