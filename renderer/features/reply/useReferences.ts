import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import type { QuestionId } from '../../../shared/domain/ids';
import { showReferences } from '../../editor/crossReference/insertReference';
import { useQuery } from '../../ipc/useQuery';

/** Keeps the words of an open reply's cross references those of what they lead to, whatever changes. */
export function useReferences(editor: LexicalEditor, questionId: QuestionId): void {
  const { value } = useQuery('reference:current', { questionId });
  useEffect(() => {
    if (value && !editor.isComposing()) showReferences(editor, value);
  }, [editor, value]);
}
