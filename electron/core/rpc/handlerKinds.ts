import type { ChangedFigure } from '../../../shared/domain/figure';
import type { Method, ParsedParams, Result } from '../../../shared/ipc/contract';
import type { ReadableDb, WritableDb } from '../db/handles';
import type { OperationHead } from '../db/history/operations';
import type { Recorder } from '../db/history/recordedWrite';
import type { Session } from '../session';

/** What a reading handler works with. */
export type ReadContext = { readonly db: ReadableDb; readonly session: Session };

/** What a writing handler works with, inside one transaction that becomes one operation of the log. */
export type WriteContext = {
  readonly db: WritableDb;
  readonly session: Session;
  readonly recorder: Recorder;
  /** Fills the operation's sentence; without it the method's name stands alone. */
  readonly describe: (data: OperationHead['data'], scope?: string) => void;
  /** Figures whose words changed: told to every window once the transaction holds. */
  readonly announceFigures: (changes: readonly ChangedFigure[]) => void;
};

export type ReadHandler<M extends Method> = { kind: 'reads'; run(context: ReadContext, params: ParsedParams<M>): Result<M> };
export type WriteHandler<M extends Method> = { kind: 'writes'; run(context: WriteContext, params: ParsedParams<M>): Result<M> };
export type ControlHandler<M extends Method> = { kind: 'controls'; run(session: Session, params: ParsedParams<M>): Promise<Result<M>> };
export type BesideHandler<M extends Method> = { kind: 'besides'; run(session: Session, params: ParsedParams<M>): Promise<Result<M>> };
export type Handler<M extends Method> = ReadHandler<M> | WriteHandler<M> | ControlHandler<M> | BesideHandler<M>;

/** A complete set of handlers for the nouns given: `link` means every key that begins with `link:`. */
export type HandlersOf<Noun extends string> = { [M in Extract<Method, `${Noun}:${string}`>]: Handler<M> };

/** Registers a handler that only reads the open project. */
export function reads<M extends Method>(run: ReadHandler<M>['run']): ReadHandler<M> {
  return { kind: 'reads', run };
}

/** Registers a handler that changes the open project in one transaction, recorded as one operation. */
export function writes<M extends Method>(run: WriteHandler<M>['run']): WriteHandler<M> {
  return { kind: 'writes', run };
}

/** Registers a handler that opens, closes or publishes projects, reads files, or starts long work. */
export function controls<M extends Method>(run: ControlHandler<M>['run']): ControlHandler<M> {
  return { kind: 'controls', run };
}

/** Registers a handler that begins in its turn and is waited for outside it: its work is done on another thread, and other calls go on meanwhile. */
export function besides<M extends Method>(run: BesideHandler<M>['run']): BesideHandler<M> {
  return { kind: 'besides', run };
}
