import { say, sayMessage } from '../../../shared/catalogue/catalogue';
import { sayPassed } from '../../../shared/catalogue/sayPassed';
import { VARIANTS } from '../../../shared/domain/variant';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { sayWarnings } from '../warnings';

/** `final PROJECT FILE.docx [--variant V]`: the last look at a finished file before it is signed, as somebody left it in Word. */
export const finalCommand: Command = {
  usage: `PROJECT FILE.docx [--variant ${VARIANTS.join('|')}] [--json]`,
  words: [2, 2],
  options: { variant: { type: 'string' } },
  run: async (given, terminal) => {
    const { language } = given;
    const wanted = textOption(given, 'variant') ?? 'announcement';
    const variant = VARIANTS.find((name) => name === wanted);
    if (!variant) throw new UsageError(say(language, 'cli.noVariant', { variant: wanted, variants: VARIANTS.join(' ') }));
    await terminal.open(wordAt(given, 0), 'read');
    const problems = await terminal.call('final:check', { file: await terminal.file(wordAt(given, 1)), variant });
    const verdict = problems.length === 0 ? sayPassed(language, variant) : say(language, 'export.notPassed', { count: problems.length });
    return {
      json: { passed: problems.length === 0, problems: sayWarnings(language, problems) },
      text: [verdict, ...problems.map((problem) => `! ${sayMessage(language, problem.message)}`)].join('\n'),
    };
  },
};
