import { say } from '../../../shared/catalogue/catalogue';
import type { VersionId } from '../../../shared/domain/ids';
import { message } from '../../../shared/domain/message';
import type { VersionSummary } from '../../../shared/domain/project';
import { AppError } from '../../../shared/ipc/errors';
import { type Given, type Told, wordAt } from '../command';
import type { Terminal } from '../terminal';
import { joinText } from '../warnings';

/** `compare PROJECT V1 V2`: two versions, named by id or name; `now` is the project as it is. */
export async function compareTwoVersions(given: Given, terminal: Terminal): Promise<Told> {
  await terminal.open(wordAt(given, 0), 'read');
  const versions = await terminal.call('version:list', {});
  const from = findVersion(versions, wordAt(given, 1));
  const to = findVersion(versions, wordAt(given, 2));
  const differences = await terminal.call('version:compare', { from, to });
  const lines = differences.map(({ kind, question, ours, theirs, label }) => {
    const what = say(given.language, `difference.${kind}`);
    return say(given.language, 'cli.difference', { question, kind: label ? `${what} ${label}` : what, ours, theirs });
  });
  return {
    json: { differences: differences.map(({ kind, question, ours, theirs }) => ({ kind, question, ours, theirs })) },
    text: joinText(say(given.language, 'cli.compared', { count: differences.length }), ...lines),
  };
}

const NOW = 'now';

/** A version by its id or, where only one bears it, its name; null for the project as it is now. */
function findVersion(versions: readonly VersionSummary[], wanted: string): VersionId | null {
  if (wanted === NOW) return null;
  const named = versions.filter(({ name }) => name === wanted);
  const version = versions.find(({ versionId }) => versionId === wanted) ?? (named.length === 1 ? named[0] : undefined);
  if (!version) throw new AppError('not-found', { what: message('what.version'), id: wanted });
  return version.versionId;
}
