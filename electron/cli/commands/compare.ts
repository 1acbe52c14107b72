import { say } from '../../../shared/catalogue/catalogue';
import type { Language } from '../../../shared/catalogue/defineWords';
import { VERIFIER_ROLES } from '../../../shared/domain/letter';
import type { OpinionBlock, OpinionDifference, OpinionSuggestion } from '../../../shared/domain/opinion';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { compareTwoVersions } from './compareTwoVersions';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/** Characters of a firm's own section that the terminal shows. */
const LONGEST_QUOTE = 60;

/** `compare PROJECT FILE --role R`: an intermediary's own file against ours. Accepted differences carry their reason. */
export const compareCommand: Command = {
  usage: `PROJECT FILE --role ${VERIFIER_ROLES.join('|')} [--json] | PROJECT V1 V2 [--json]`,
  words: [2, 3],
  options: { role: { type: 'string' } },
  run: async (given, terminal) => {
    const role = textOption(given, 'role');
    if (role === null && given.words.length === 3) return compareTwoVersions(given, terminal);
    const wanted = role ?? '';
    const verifier = VERIFIER_ROLES.find((role) => role === wanted);
    if (!verifier) throw new UsageError(say(given.language, 'cli.noRole', { role: wanted, roles: VERIFIER_ROLES.join(' ') }));
    await terminal.open(wordAt(given, 0), 'read');
    const { differences, suggestions, warnings } = await terminal.runJob('opinion:compare', {
      file: await terminal.file(wordAt(given, 1)),
      verifier,
    });
    const lines = differences.map(({ kind, question, ours, theirs, reason }) => {
      const said = say(given.language, 'cli.difference', { question, kind: say(given.language, `opinion.${kind}`), ours, theirs });
      return reason === null ? said : say(given.language, 'cli.acceptedDifference', { said, reason });
    });
    return {
      json: {
        differences: differences.map(printDifference),
        suggestions: suggestions.map(printSuggestion),
        warnings: sayWarnings(given.language, warnings),
      },
      text: joinText(
        say(given.language, 'cli.compared', { count: differences.length }),
        ...lines,
        ...suggestions.map((one) => saySuggestion(given.language, one)),
        listWarnings(given.language, warnings),
      ),
    };
  },
};

/** A firm's own section as JSON: its text line by line, cells apart by tabs, and whether the reply already says so. */
function printSuggestion({ question, role, adopted, blocks }: OpinionSuggestion) {
  return { question, role, adopted, text: blocks.map(printBlock).join('\n') };
}

function printBlock(block: OpinionBlock): string {
  if (block.type !== 'table') return block.text;
  return block.table.cells.map((row) => row.map(({ text }) => text).join('\t')).join('\n');
}

function saySuggestion(language: Language, { question, role, adopted, blocks }: OpinionSuggestion): string {
  const words = blocks.map(printBlock).join(' ');
  const text = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
  const said = say(language, 'cli.suggestion', { question, role: say(language, `opinion.${role}`), text });
  return adopted ? `${said} ${say(language, 'opinion.adopted')}` : said;
}

/** A difference as JSON; the reason stands there once somebody accepted it. */
function printDifference({ reason, ...difference }: OpinionDifference) {
  return reason === null ? difference : { ...difference, reason };
}
