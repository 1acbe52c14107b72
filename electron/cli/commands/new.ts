import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '../../../shared/ipc/errors';
import { say } from '../../../shared/catalogue/catalogue';
import type { Warning } from '../../../shared/domain/place';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { nameLetterInput, recogniseLetter } from '../readLetterInput';
import type { Terminal } from '../terminal';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/** `new PROJECT --letter FILE`: a project from a letter; an existing file is refused. */
export const newCommand: Command = {
  usage: 'PROJECT --letter FILE|- [--json]',
  words: [1, 1],
  options: { letter: { type: 'string' } },
  run: async (given, terminal) => {
    const project = wordAt(given, 0);
    const letter = textOption(given, 'letter');
    if (letter === null) throw new UsageError(say(given.language, 'cli.usage', { usage: `huihan new ${newCommand.usage}` }));
    if (existsSync(resolve(project))) throw new AppError('project-exists', { file: basename(project) });
    const warnings = await createProject(terminal, letter, project);
    const letters = await terminal.call('letter:list', {});
    const questions = letters.flatMap((held) => held.questions);
    const items = questions.reduce((sum, question) => sum + question.items.length, 0);
    return {
      json: {
        project: resolve(project),
        questions: questions.length,
        items,
        ...(warnings.length > 0 ? { warnings: sayWarnings(given.language, warnings) } : {}),
      },
      text: joinText(
        say(given.language, 'cli.made', { file: project, questions: questions.length, items }),
        listWarnings(given.language, warnings),
      ),
    };
  },
};

/** Makes the project; a scan is recognised first, and says so. */
async function createProject(terminal: Terminal, letter: string, project: string): Promise<Warning[]> {
  const input = await nameLetterInput(terminal, letter);
  const target = await terminal.file(project);
  try {
    await terminal.call('project:new', { letter: input, target });
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'scan-unread') throw error;
    const recognised = await recogniseLetter(terminal, input, basename(letter));
    await terminal.call('project:new', { letter: recognised.letter, target });
    return recognised.warnings;
  }
}
