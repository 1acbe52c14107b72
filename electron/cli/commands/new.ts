import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '../../../shared/ipc/errors';
import { say } from '../../../shared/catalogue/catalogue';
import { textOption, UsageError, wordAt, type Command } from '../command';

/** `new PROJECT --letter FILE`: a project from a letter; an existing file is refused. */
export const newCommand: Command = {
  usage: 'PROJECT --letter FILE [--json]',
  words: [1, 1],
  options: { letter: { type: 'string' } },
  run: async (given, terminal) => {
    const project = wordAt(given, 0);
    const letter = textOption(given, 'letter');
    if (letter === null) throw new UsageError(say(given.language, 'cli.usage', { usage: `huihan new ${newCommand.usage}` }));
    if (existsSync(resolve(project))) throw new AppError('project-exists', { file: basename(project) });
    await terminal.call('project:new', { letter: await terminal.file(letter), target: await terminal.file(project) });
    const letters = await terminal.call('letter:list', {});
    const questions = letters.flatMap((held) => held.questions);
    const items = questions.reduce((sum, question) => sum + question.items.length, 0);
    return {
      json: { project: resolve(project), questions: questions.length, items },
      text: say(given.language, 'cli.made', { file: project, questions: questions.length, items }),
    };
  },
};
