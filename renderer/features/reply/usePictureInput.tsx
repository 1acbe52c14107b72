import type { LexicalEditor } from 'lexical';
import { type ReactNode, useRef } from 'react';
import { useRun } from '../../workspace/useRun';
import { insertPicture, PICTURE_TYPES } from '../../editor/picture/insertPicture';
import { useWords } from '../../ui/language';
import { showError } from '../../ui/toasts';

/** Choosing pictures from files; `input` must stand somewhere on the screen. */
export function usePictureInput(editor: LexicalEditor): { choose: () => void; insert: (files: readonly File[]) => void; input: ReactNode } {
  const { say } = useWords();
  const run = useRun();
  const field = useRef<HTMLInputElement>(null);
  const insert = (files: readonly File[]) =>
    run(async () => {
      for (const file of files) {
        if (!(await insertPicture(editor, file))) showError(say('reply.pictureRefused', { name: file.name }));
      }
      editor.focus();
    });
  const input = (
    <input
      ref={field}
      type="file"
      multiple
      hidden
      accept={PICTURE_TYPES.join(',')}
      onChange={(event) => {
        insert([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
  return { choose: () => field.current?.click(), insert, input };
}
