import { useSyncExternalStore } from 'react';
import type { CellRef } from '../../shared/domain/dataTable';
import type { BlockId, ChangeId, QuestionId, TableId } from '../../shared/domain/ids';
import type { Chart } from '../../shared/domain/reply';
import type { MenuCommand } from '../../shared/ipc/host';
import type { ReplyCounts } from '../editor/countReply';

/** What the open reply offers to the rest of the window; the editor registers it while it is mounted. */
export type ReplyBridge = {
  questionId: QuestionId;
  /** Inserts a figure showing the cell at the caret (at the end when there is none). */
  insertFigure(cell: CellRef): void;
  /** Inserts a table reference after the block at the caret. */
  insertTable(tableId: TableId): void;
  /** Puts a chart after the block at the caret, or in the place of the one with this node key. */
  putChart(chart: Chart, nodeKey: string | null): void;
  /** The words selected within one block, or null. */
  readSpan(): { blockId: BlockId; from: number; to: number; quote: string } | null;
  /** Selects an open change in the text; false when it is not there. */
  showChange(changeId: ChangeId): boolean;
  focus(): void;
  /** Saves what is not saved yet; resolves when it is stored. */
  flush(): Promise<void>;
  /** Runs a command that belongs to the text (find, linkFigure, insertTable, insertPicture, undo, redo); false when it is not the editor's. */
  runCommand(command: MenuCommand): boolean;
};

/** What the status bar says about the open reply while it is typed. */
export type ReplyStatus = Readonly<ReplyCounts>;

let bridge: ReplyBridge | null = null;
let status: ReplyStatus | null = null;
let saveForm: (() => Promise<void>) | null = null;
const unsaved = new Set<object>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Offers an open reply; returns the function that withdraws it. */
export function registerReply(offered: ReplyBridge): () => void {
  bridge = offered;
  tell();
  return () => {
    if (bridge !== offered) return;
    bridge = null;
    status = null;
    tell();
  };
}

/** Offers the form being filled in, by what stores it; returns the function that withdraws it. */
export function registerForm(save: () => Promise<void>): () => void {
  saveForm = save;
  return () => {
    if (saveForm === save) saveForm = null;
  };
}

/** Reports what is in the open reply now. */
export function reportReplyStatus(now: ReplyStatus): void {
  if (JSON.stringify(status) === JSON.stringify(now)) return;
  status = now;
  tell();
}

/** Reports whether a reply has text that is not in the project yet; `reply` is whatever stands for it. */
export function reportUnsaved(reply: object, isUnsaved: boolean): void {
  if (unsaved.has(reply) === isUnsaved) return;
  if (isUnsaved) unsaved.add(reply);
  else unsaved.delete(reply);
  tell();
}

/** The open reply, or null when none is open. */
export function getReplyBridge(): ReplyBridge | null {
  return bridge;
}

/** Saves what is being typed, so that what is done next to the whole project includes it. */
export async function flushReply(): Promise<void> {
  await Promise.all([bridge?.flush(), saveForm?.()]);
}

export function useReplyBridge(): ReplyBridge | null {
  return useSyncExternalStore(subscribe, () => bridge);
}

export function useReplyStatus(): ReplyStatus | null {
  return useSyncExternalStore(subscribe, () => status);
}

/** Whether some reply has text that is not in the project yet. */
export function useHasUnsaved(): boolean {
  return useSyncExternalStore(subscribe, () => unsaved.size > 0);
}
