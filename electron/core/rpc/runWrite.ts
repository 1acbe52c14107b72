import type { ChangedFigure } from '../../../shared/domain/figure';
import { describeChanges } from '../db/history/describeChanges';
import { type OperationHead, storeOperation } from '../db/history/operations';
import { type RowChange, startRecording } from '../db/history/recordedWrite';
import { refreshDerived } from '../db/history/refreshDerived';
import type { Session } from '../session';
import type { WriteContext } from './handlerKinds';

/**
 * Runs `work` as one operation: one transaction with its rows, what follows from them and its log entry; then tells the windows and publishes soon.
 * An operation that changed nothing leaves no trace in the log.
 */
export function runWrite<T>(session: Session, kind: string, work: (context: WriteContext) => T): T {
  const project = session.getProject();
  let head: OperationHead = { kind, data: {}, scope: null };
  const figures: ChangedFigure[] = [];
  let changes: RowChange[] = [];
  const result = project.write((db) => {
    const recorder = startRecording(db);
    const value = work({
      db,
      session,
      recorder,
      describe: (data, scope) => {
        head = { kind, data, scope: scope ?? null };
      },
      announceFigures: (changed) => void figures.push(...changed),
    });
    changes = [...recorder.changes.values()];
    refreshDerived(db, changes);
    if (changes.length > 0) storeOperation(db, head, session.settings.actor, changes);
    return value;
  });
  if (changes.length > 0) tellChanges(session, changes, figures);
  return result;
}

/** Tells every window what to read again and which figures changed, and publishes after a pause. */
export function tellChanges(session: Session, changes: readonly RowChange[], figures: readonly ChangedFigure[]): void {
  session.tellChanged(describeChanges(session.getProject().db, changes));
  if (figures.length > 0) session.emit('figures:changed', { changes: [...figures] });
}
