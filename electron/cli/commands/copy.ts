import { basename } from 'node:path';
import { say } from '../../../shared/catalogue/catalogue';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { joinText, listWarnings, sayWarnings } from '../warnings';
import { findQuestionAddress } from '../questionAddress';

/** `copy PROJECT OUT --for NAME`: a copy for a reviewer, of some questions or all, with or without sources, in full for an insider or without what is withheld. */
export const copyCommand: Command = {
  usage: 'PROJECT OUT.huihan --for NAME [--questions 1,3] [--without-sources] [--insider] [--password PASSWORD] [--json]',
  words: [2, 2],
  options: {
    for: { type: 'string' },
    questions: { type: 'string' },
    'without-sources': { type: 'boolean' },
    insider: { type: 'boolean' },
  },
  run: async (given, terminal) => {
    const recipient = textOption(given, 'for')?.trim() ?? '';
    if (recipient === '') throw new UsageError(say(given.language, 'cli.usage', { usage: `huihan copy ${copyCommand.usage}` }));
    await terminal.open(wordAt(given, 0), 'write');
    const letters = await terminal.call('letter:list', {});
    const numbers = (textOption(given, 'questions') ?? '').split(/[,，、\s]+/).filter((no) => no !== '');
    const questionIds = [...new Set(numbers.map((no) => findQuestionAddress(letters, no).question.questionId))];
    const password = textOption(given, 'password') ?? undefined;
    const target = await terminal.file(wordAt(given, 1));
    const withSources = given.options['without-sources'] !== true;
    const isInsider = given.options.insider === true;
    const exchange = await terminal.runJob('exchange:copy', { recipient, questionIds, withSources, isInsider, password, target });
    const questions = questionIds.length || letters.flatMap((letter) => letter.questions).length;
    const file = basename(exchange.fileName);
    return {
      json: {
        out: wordAt(given, 1),
        for: recipient,
        questions,
        changes: 0,
        conflicts: 0,
        unplaced: 0,
        warnings: sayWarnings(given.language, exchange.warnings),
      },
      text: joinText(
        say(given.language, 'cli.copied', { party: recipient, file, questions }),
        listWarnings(given.language, exchange.warnings),
      ),
    };
  },
};
