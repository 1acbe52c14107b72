import { resolve } from 'node:path';
import { say } from '../../../shared/catalogue/catalogue';
import { VARIANTS } from '../../../shared/domain/variant';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/** `export PROJECT OUT.docx [--variant V]`: writes a document, replacing a former one. Open asks are counted for people and listed in the JSON. */
export const exportCommand: Command = {
  usage: `PROJECT OUT.docx [--variant ${VARIANTS.join('|')}] [--json]`,
  words: [2, 2],
  options: { variant: { type: 'string' } },
  run: async (given, terminal) => {
    const wanted = textOption(given, 'variant') ?? 'announcement';
    const variant = VARIANTS.find((name) => name === wanted);
    if (!variant) throw new UsageError(say(given.language, 'cli.noVariant', { variant: wanted, variants: VARIANTS.join(' ') }));
    const out = wordAt(given, 1);
    await terminal.open(wordAt(given, 0), 'read');
    const { tables, figures, warnings } = await terminal.runJob('export:document', { variant, target: await terminal.file(out) });
    const others = warnings.filter(({ code }) => code !== 'ask-open');
    const open = warnings.length - others.length;
    return {
      json: { out: resolve(out), tables, figures, warnings: sayWarnings(given.language, warnings) },
      text: joinText(
        say(given.language, 'cli.exported', { file: out, tables, figures }),
        open === 0 ? '' : say(given.language, 'cli.openAsks', { count: open }),
        listWarnings(given.language, others),
      ),
    };
  },
};
