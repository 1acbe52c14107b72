import { say } from '../../../shared/catalogue/catalogue';
import { wordAt, type Command } from '../command';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/** `add PROJECT FILE…`: imports sources; internal unless `--disclosed`. */
export const addCommand: Command = {
  usage: 'PROJECT FILE… [--disclosed] [--json]',
  words: [2, 201],
  options: { disclosed: { type: 'boolean' } },
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'write');
    const files: string[] = [];
    for (const path of given.words.slice(1)) files.push(await terminal.file(path));
    const { sources, warnings } = await terminal.runJob('source:import', { files, disclosed: given.options['disclosed'] === true });
    const json = {
      sources: sources.map(({ sourceId, fileName, tableCount }) => ({
        id: sourceId,
        file: fileName,
        tables: tableCount,
        warnings: sayWarnings(
          given.language,
          warnings.filter((warning) => warning.file === fileName),
        ),
      })),
    };
    const lines = sources.map(({ fileName, tableCount, sourceId }) =>
      say(given.language, 'cli.added', { file: fileName, tables: tableCount, id: sourceId }),
    );
    return { json, text: joinText(...lines, listWarnings(given.language, warnings)) };
  },
};
