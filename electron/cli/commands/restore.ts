import { say } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/ipc/errors';
import { wordAt, type Command } from '../command';
import { message } from '../../../shared/domain/message';

/** `restore PROJECT V`: brings a version back, named by its id or its name. */
export const restoreCommand: Command = {
  usage: 'PROJECT VERSION [--json]',
  words: [2, 2],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'write');
    const wanted = wordAt(given, 1);
    const versions = await terminal.call('version:list', {});
    const named = versions.filter(({ name }) => name === wanted);
    const version = versions.find(({ versionId }) => versionId === wanted) ?? (named.length === 1 ? named[0] : undefined);
    if (!version) throw new AppError('not-found', { what: message('what.version'), id: wanted });
    await terminal.call('version:restore', { versionId: version.versionId });
    return { json: { restored: version.versionId, name: version.name }, text: say(given.language, 'cli.restored', { name: version.name }) };
  },
};
