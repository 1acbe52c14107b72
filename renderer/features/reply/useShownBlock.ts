import { $getRoot, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import type { BlockId } from '../../../shared/domain/ids';
import { useNavigator } from '../../workspace/navigation';
import { $getBlockId } from '../../editor/blocks/blockId';
import { $isSectionNode } from '../../editor/section/SectionNode';
import type { SessionState } from './replySession';

const SHOWN_MS = 2_000;

/** Scrolls to the block the window was asked to open (from a finding, from the search) and marks it for a moment, once the reply is loaded. */
export function useShownBlock(editor: LexicalEditor, phase: SessionState['phase']): void {
  const { centre } = useNavigator().at;
  const blockId = centre.view === 'question' ? centre.blockId : null;
  const isLoaded = phase !== 'loading';
  useEffect(() => {
    if (blockId === null || !isLoaded) return;
    const element = findBlockElement(editor, blockId);
    if (!element) return;
    element.scrollIntoView({ block: 'center' });
    element.classList.add('shown-block');
    const timer = setTimeout(() => element.classList.remove('shown-block'), SHOWN_MS);
    return () => {
      clearTimeout(timer);
      element.classList.remove('shown-block');
    };
  }, [editor, blockId, isLoaded]);
}

function findBlockElement(editor: LexicalEditor, blockId: BlockId): HTMLElement | null {
  const key = editor.read(() =>
    $getRoot()
      .getChildren()
      .filter($isSectionNode)
      .flatMap((section) => section.getChildren())
      .find((block) => $getBlockId(block) === blockId)
      ?.getKey(),
  );
  return key === undefined ? null : editor.getElementByKey(key);
}
