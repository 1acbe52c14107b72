import { $getNodeByKey, $getRoot, $isDecoratorNode, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect, useEffectEvent } from 'react';
import type { BlockId } from '../../../shared/domain/ids';
import { $getBlockId } from '../../editor/blocks/blockId';
import { $readSections } from '../../editor/mapping/sections';
import { $isSectionNode } from '../../editor/section/SectionNode';
import { type Centre, useNavigator } from '../../workspace/navigation';
import { useQuestions } from '../../workspace/useLinkTable';
import { findItemStart } from './findItemStart';
import type { SessionState } from './replySession';

const SHOWN_MS = 2_000;
/** What stays free above a block at the top of the desk. */
const DISTANCE_PX = 8;

/**
 * Scrolls to what the window was asked to open, once the reply is loaded: a block (from a finding, from the search), marked for a moment, or where the answer
 * to an item begins. Who then comes to the text by the keyboard writes there.
 */
export function useShownBlock(editor: LexicalEditor, phase: SessionState['phase']): void {
  const { centre } = useNavigator().at;
  const questions = useQuestions();
  const isLoaded = phase !== 'loading';
  const findBlock = useEffectEvent((place: Extract<Centre, { view: 'question' }>): BlockId | null => {
    const { questionId, itemId, blockId } = place;
    if (blockId !== null || itemId === null) return blockId;
    const items = questions.find((question) => question.questionId === questionId)?.items ?? [];
    return findItemStart(editor.read($readSections), items, itemId);
  });
  useEffect(() => {
    if (centre.view !== 'question' || !isLoaded) return;
    const blockId = findBlock(centre);
    const key = blockId === null ? null : findBlockKey(editor, blockId);
    const element = key === null ? null : editor.getElementByKey(key);
    if (key === null || !element) return;
    const scroll = () => scrollDesk(element, centre.blockId === null ? 'top' : 'middle');
    scroll();
    const forgetEntry = enterAt(editor, key, scroll);
    if (centre.blockId === null) return forgetEntry;
    element.classList.add('shown-block');
    const timer = setTimeout(() => element.classList.remove('shown-block'), SHOWN_MS);
    return () => {
      clearTimeout(timer);
      element.classList.remove('shown-block');
      forgetEntry();
    };
  }, [editor, centre, isLoaded]);
}

/** Scrolls the desk alone: scrollIntoView moves whatever else could be scrolled, the window with its bars too. */
function scrollDesk(element: HTMLElement, to: 'top' | 'middle'): void {
  const desk = element.closest('.reply-desk');
  if (!desk) return;
  const [seen, shown] = [desk.getBoundingClientRect(), element.getBoundingClientRect()];
  const room = to === 'top' ? DISTANCE_PX : Math.max(DISTANCE_PX, (seen.height - shown.height) / 2);
  desk.scrollTop += shown.top - seen.top - room;
}

/** Puts the caret into a block when the focus next comes to the text from elsewhere by the keyboard; returns the function that forgets this. */
function enterAt(editor: LexicalEditor, key: NodeKey, scroll: () => void): () => void {
  const root = editor.getRootElement();
  if (!root || root.contains(document.activeElement)) return () => {};
  const forget = new AbortController();
  const once = { once: true, signal: forget.signal };
  root.addEventListener('pointerdown', () => forget.abort(), once);
  root.addEventListener(
    'focus',
    () => {
      forget.abort();
      editor.update(
        () => {
          const block = $getNodeByKey(key);
          if ($isElementNode(block)) block.selectStart();
          else if ($isDecoratorNode(block)) block.selectPrevious();
        },
        { onUpdate: scroll },
      );
    },
    once,
  );
  return () => forget.abort();
}

function findBlockKey(editor: LexicalEditor, blockId: BlockId): NodeKey | null {
  return editor.read(
    () =>
      $getRoot()
        .getChildren()
        .filter($isSectionNode)
        .flatMap((section) => section.getChildren())
        .find((block) => $getBlockId(block) === blockId)
        ?.getKey() ?? null,
  );
}
