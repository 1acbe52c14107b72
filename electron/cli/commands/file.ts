import { resolve } from 'node:path';
import { say, sayMessage } from '../../../shared/catalogue/catalogue';
import { sayUnshared } from '../../../shared/domain/sharedText';
import { toShanghaiDate } from '../../../shared/letter/deadline';
import type { FilingEntry } from '../../../shared/domain/filingSet';
import { type Command, type Given, textOption, wordAt } from '../command';
import { joinText, sayWarnings } from '../warnings';

/** `file PROJECT FOLDER [--filed-on DATE] [--pattern NAMES]`: makes the folder that is filed. Nothing is printed here: there is no PDF, and the pages of Word files are estimated. */
export const fileCommand: Command = {
  usage: 'PROJECT FOLDER [--filed-on YYYY-MM-DD] [--pattern NAMES] [--json]',
  words: [2, 2],
  options: { 'filed-on': { type: 'string' }, pattern: { type: 'string' } },
  run: async (given, terminal) => {
    const { language } = given;
    await terminal.open(wordAt(given, 0), 'write');
    const pattern = textOption(given, 'pattern');
    const { plan } = await terminal.call('filingSet:get', {});
    if (pattern !== null && pattern !== plan.pattern) await terminal.call('filingSet:setPlan', { ...plan, pattern });
    const folder = wordAt(given, 1);
    const { entries, problems, round, warnings, shared } = await terminal.runJob('filingSet:make', {
      target: await terminal.file(folder),
      filedOn: textOption(given, 'filed-on') ?? toShanghaiDate(new Date()),
      prints: [],
    });
    const lines = entries.map(
      ({ title, fileName, pages, pagesHow }) =>
        `${fileName ?? say(language, 'filingSet.missing')}\t${title}\t${printPages(language, pages, pagesHow)}`,
    );
    const verdict =
      round === null ? say(language, 'filingSet.notFrozen', { count: problems.length }) : say(language, 'filingSet.frozen', { round });
    return {
      json: {
        folder: resolve(folder),
        entries,
        problems: sayWarnings(language, problems),
        round,
        warnings: sayWarnings(language, warnings),
      },
      text: joinText(
        say(language, 'filingSet.done', { name: folder }),
        verdict,
        problems.map((problem) => `! ${sayMessage(language, problem.message)}`).join('\n'),
        lines.join('\n'),
        ...shared.map(({ title, shared: { paragraphs, tables, differences } }) =>
          joinText(
            differences.length === 0
              ? say(language, 'filingSet.shared', { title, paragraphs, tables })
              : say(language, 'filingSet.unshared', { title, count: differences.length }),
            ...differences.map((one) => `! ${sayMessage(language, sayUnshared(one))}`),
          ),
        ),
      ),
    };
  },
};

function printPages(language: Given['language'], pages: number | null, how: FilingEntry['pagesHow']): string {
  if (pages === null) return '—';
  return how === 'counted' ? String(pages) : say(language, 'filingSet.about', { pages });
}
