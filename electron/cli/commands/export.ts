import { resolve } from 'node:path';
import { say } from '../../../shared/catalogue/catalogue';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { joinText, listWarnings } from '../warnings';

/** `export PROJECT OUT.docx [--variant V]`: writes a document, replacing a former one. */
export const exportCommand: Command = {
  usage: 'PROJECT OUT.docx [--variant announcement] [--json]',
  words: [2, 2],
  options: { variant: { type: 'string' } },
  run: async (given, terminal) => {
    const variant = textOption(given, 'variant') ?? 'announcement';
    if (variant !== 'announcement') throw new UsageError(say(given.language, 'cli.noVariant', { variant }));
    const out = wordAt(given, 1);
    await terminal.open(wordAt(given, 0), 'read');
    const { tables, figures, warnings } = await terminal.runJob('export:document', { variant, target: await terminal.file(out) });
    return {
      json: { out: resolve(out), tables, figures, warnings },
      text: joinText(say(given.language, 'cli.exported', { file: out, tables, figures }), listWarnings(warnings)),
    };
  },
};
