import { wordAt, type Command } from '../command';

/** `versions PROJECT`: the project's versions, newest first. */
export const versionsCommand: Command = {
  usage: 'PROJECT [--json]',
  words: [1, 1],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'read');
    const versions = await terminal.call('version:list', {});
    return {
      json: versions.map(({ versionId, ...rest }) => ({ id: versionId, ...rest })),
      text: versions.map(({ versionId, at, actor, name, why }) => `${versionId}  ${at}  ${actor}  ${name}  ${why}`).join('\n'),
    };
  },
};
