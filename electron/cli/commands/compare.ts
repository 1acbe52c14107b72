import { say } from '../../../shared/catalogue/catalogue';
import { VERIFIER_ROLES } from '../../../shared/domain/letter';
import type { OpinionDifference } from '../../../shared/domain/opinion';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { compareTwoVersions } from './compareTwoVersions';
import { joinText, listWarnings, sayWarnings } from '../warnings';

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
    const { differences, warnings } = await terminal.runJob('opinion:compare', { file: await terminal.file(wordAt(given, 1)), verifier });
    const lines = differences.map(({ kind, question, ours, theirs, reason }) => {
      const said = say(given.language, 'cli.difference', { question, kind: say(given.language, `opinion.${kind}`), ours, theirs });
      return reason === null ? said : say(given.language, 'cli.acceptedDifference', { said, reason });
    });
    return {
      json: { differences: differences.map(printDifference), warnings: sayWarnings(given.language, warnings) },
      text: joinText(say(given.language, 'cli.compared', { count: differences.length }), ...lines, listWarnings(given.language, warnings)),
    };
  },
};

/** A difference as JSON; the reason stands there once somebody accepted it. */
function printDifference({ reason, ...difference }: OpinionDifference) {
  return reason === null ? difference : { ...difference, reason };
}
