import type { LexicalEditor } from 'lexical';
import { useEffect, useEffectEvent } from 'react';
import { type PasteHost, registerPaste } from '../../editor/paste/registerPaste';
import { call, toErrorValue } from '../../ipc/client';
import { useWords } from '../../ui/language';
import { showError, showHint } from '../../ui/toasts';

/** Pasting into the open reply: tables are stored in the project, what could not come in is told. */
export function usePaste(
  editor: LexicalEditor,
  { insertPictures, adoptFigures, travels }: Pick<PasteHost, 'insertPictures' | 'adoptFigures' | 'travels'>,
): void {
  const { say, sayError } = useWords();
  const storeGrid = useEffectEvent<PasteHost['storeGrid']>(async ({ cells, spansKnown }, before, after) => {
    try {
      const { table, consumed } = await call('table:fromPaste', { before, cells, spansKnown, after });
      return { tableId: table.tableId, consumed };
    } catch (error) {
      showError(say('reply.paste.tableFailed', { reason: sayError(toErrorValue(error)) }));
      return null;
    }
  });
  const tellLeftOut = useEffectEvent((count: number) => showHint(say('reply.paste.leftOut', { count })));
  const pictures = useEffectEvent(insertPictures);
  const adopt = useEffectEvent(adoptFigures);
  const goesAlong = useEffectEvent(travels);
  useEffect(
    () =>
      registerPaste(editor, {
        storeGrid: (grid, before, after) => storeGrid(grid, before, after),
        insertPictures: (files) => pictures(files),
        tellLeftOut: (count) => tellLeftOut(count),
        adoptFigures: () => adopt(),
        travels: (changeId) => goesAlong(changeId),
      }),
    [editor],
  );
}
