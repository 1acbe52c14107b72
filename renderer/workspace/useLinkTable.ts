import type { TableId } from '../../shared/domain/ids';
import type { Letter, Question } from '../../shared/domain/letter';
import { call } from '../ipc/client';
import { useQuery } from '../ipc/useQuery';
import { useWords } from '../ui/language';
import { type LinkTarget, nameTarget } from '../../shared/catalogue/nameTarget';
import { useRun, useShowUndoable } from './useRun';

/** MIME type of a table dragged inside the window; its text is the table's id. */
export const TABLE_DRAG = 'application/x-huihan-table';

/** All questions of all letters of the project, in order. */
export function useQuestions(): Question[] {
  const { value } = useQuery('letter:list', {});
  return (value ?? NO_LETTERS).flatMap((letter) => letter.questions);
}

const NO_LETTERS: Letter[] = [];

/** Names a question or item the way the screen does, its round before it where the project holds several letters. */
export function useNameTarget(): (target: LinkTarget) => string {
  const { say } = useWords();
  const { value } = useQuery('letter:list', {});
  return (target) => nameTarget(value ?? NO_LETTERS, target, say);
}

/** Links a table to a question or item and says so, with the way back. */
export function useLinkTable(): (target: LinkTarget, tableId: TableId, reason: string) => void {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const nameTarget = useNameTarget();
  return (target, tableId, reason) =>
    run(async () => {
      await call('link:add', { ...target, tableId, reason });
      showUndoable(say('link.added', { target: nameTarget(target) }));
    });
}
