import { say } from '../../../shared/catalogue/catalogue';
import { wordAt, type Command } from '../command';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/** `draft PROJECT FILE`: takes an existing reply in: text, headings, tables. */
export const draftCommand: Command = {
  usage: 'PROJECT FILE [--json]',
  words: [2, 2],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'write');
    const { questions, warnings } = await terminal.runJob('reply:importDraft', { file: await terminal.file(wordAt(given, 1)) });
    const lines = questions.map((question) => say(given.language, 'cli.drafted', question));
    return {
      json: { questions, warnings: sayWarnings(given.language, warnings) },
      text: joinText(...lines, listWarnings(given.language, warnings)),
    };
  },
};
