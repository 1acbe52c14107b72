import { getRedactedWords } from '../../../shared/domain/redaction';
import { AppError } from '../../../shared/ipc/errors';
import {
  insertRedaction,
  listRedactions,
  type RedactionContent,
  removeRedaction,
  getRedaction,
  updateRedaction,
} from '../db/queries/redactions';
import type { RedactionId } from '../../../shared/domain/ids';
import type { ReadableDb } from '../db/handles';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';

export const redactionHandlers: HandlersOf<'redaction'> = {
  'redaction:list': reads(({ db }) => listRedactions(db)),

  'redaction:add': writes(({ db, recorder, describe }, content) => {
    refuseTakenAlias(db, content, null);
    const redaction = insertRedaction(db, recorder, content);
    describe({ words: getRedactedWords(redaction) });
    return redaction;
  }),

  'redaction:update': writes(({ db, recorder, describe }, { redactionId, content }) => {
    refuseTakenAlias(db, content, redactionId);
    const redaction = updateRedaction(db, recorder, redactionId, content);
    describe({ words: getRedactedWords(redaction) });
    return redaction;
  }),

  'redaction:remove': writes(({ db, recorder, describe }, { redactionId }) => {
    describe({ words: getRedactedWords(getRedaction(db, redactionId)) });
    removeRedaction(db, recorder, redactionId);
    return null;
  }),
};

/** An alias stands for one entity everywhere, and an entity has one alias: two of either would tell the reader something false. */
export function refuseTakenAlias(db: ReadableDb, { target, method, replacement }: RedactionContent, own: RedactionId | null): void {
  if (target.kind !== 'name') return;
  for (const other of listRedactions(db)) {
    if (other.redactionId === own || other.target.kind !== 'name') continue;
    const taken = other.target.names.find((name) => target.names.includes(name));
    if (taken !== undefined) throw new AppError('name-has-alias', { name: taken, alias: other.replacement || '***' });
    if (method === 'alias' && other.method === 'alias' && other.replacement === replacement) {
      throw new AppError('alias-taken', { alias: replacement, name: getRedactedWords(other) });
    }
  }
}
