import { sayMessage } from '../../../shared/catalogue/catalogue';
import { wordAt, type Command } from '../command';
import { toFindingsJson } from '../findingJson';

/** `check PROJECT`: every check; findings are not a failure. */
export const checkCommand: Command = {
  usage: 'PROJECT [--json]',
  words: [1, 1],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'read');
    const findings = await terminal.runJob('check:run', {});
    return {
      json: await toFindingsJson(given.language, findings, terminal),
      text: findings.map(({ severity, rule, message }) => `${severity}  ${rule}  ${sayMessage(given.language, message)}`).join('\n'),
    };
  },
};
