import { listAsked } from '../../../shared/document/filingDocument';
import { isOpinionVariant } from '../../../shared/domain/variant';
import { readSnapshot } from '../db/queries/snapshot';
import { readNamedFile } from '../readNamedFile';
import { controls, type HandlersOf } from '../rpc/handlerKinds';
import { readProjectTemplate } from './templates';

export const finalHandlers: HandlersOf<'final'> = {
  'final:check': controls(async (session, { file: token, variant }) => {
    const { db } = session.getProject();
    const file = session.getFile(token);
    const { checkFinal } = await import('../export/finalCheck/checkFinal');
    const bytes = await readNamedFile(file);
    const snapshot = readSnapshot(db);
    const template = await readProjectTemplate(db);
    return checkFinal(file.name, bytes, {
      ...(template && { template }),
      tables: snapshot.tables.values(),
      isFirms: isOpinionVariant(variant),
      asked: listAsked(snapshot),
    });
  }),
};
