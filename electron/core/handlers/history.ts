import { say, sayData } from '../../../shared/catalogue/catalogue';
import type { WordKey } from '../../../shared/catalogue/catalogue';
import type { Language } from '../../../shared/catalogue/defineWords';
import { listOperations, redoNext, type Step, type StoredOperation, undoLast } from '../db/history/operations';
import { refreshDerived } from '../db/history/refreshDerived';
import type { RowChange } from '../db/history/recordedWrite';
import type { ReadableDb, WritableDb } from '../db/handles';
import type { OperationSummary } from '../../../shared/domain/project';
import { AppError } from '../../../shared/ipc/errors';
import { controls, type HandlersOf, reads } from '../rpc/handlerKinds';
import { tellChanges } from '../rpc/runWrite';
import type { Session } from '../session';

export const historyHandlers: HandlersOf<'history'> = {
  'history:list': reads(({ db, session }, { limit }) => listHistory(db, session.settings.language, limit)),

  'history:undo': controls(async (session) => move(session, undoLast)),

  'history:redo': controls(async (session) => move(session, redoNext)),
};

/** The newest operations in the words of a language, newest first. */
export function listHistory(db: ReadableDb, language: Language, limit: number): OperationSummary[] {
  return listOperations(db, limit).map((operation) => ({
    operationId: operation.operationId,
    at: operation.at,
    actor: operation.actor,
    label: nameOperation(language, operation),
    kind: operation.kind,
    undone: operation.undone,
  }));
}

/** Undo and redo are no operations of their own: they mark the one they take back or do again. */
function move(session: Session, step: (db: WritableDb) => Step | null): { label: string } | null {
  const { language } = session.settings;
  const moved = session.getProject().write((db) => {
    const result = step(db);
    if (result && 'conflict' in result) throw new AppError('undo-conflict', { label: nameOperation(language, result.conflict) });
    if (result) refreshDerived(db, result.changes);
    return result;
  });
  if (!moved) return null;
  tellChanges(session, moved.changes, listFigureChanges(moved.changes));
  return { label: nameOperation(language, moved.operation) };
}

function listFigureChanges(changes: readonly RowChange[]) {
  return changes.flatMap(({ table, before, after }) =>
    table === 'figure' && before && after && before.shown !== after.shown
      ? [
          {
            figureId: String(after.figureId) as never,
            questionId: String(after.questionId) as never,
            before: String(before.shown),
            after: String(after.shown),
          },
        ]
      : [],
  );
}

/** An operation in the user's words. */
function nameOperation(language: Language, { kind, data }: StoredOperation): string {
  return say(language, `operation.${kind}` as WordKey, sayData(language, data));
}
