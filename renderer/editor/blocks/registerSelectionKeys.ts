import type { LexicalEditor } from 'lexical';

/**
 * Lets every key that is a command act on the selection as it stands on screen. A browser reports a moved selection in a task of its own, which comes after
 * keys that waited while the page was busy: the editor would act on the selection of one key before.
 */
export function registerSelectionKeys(editor: LexicalEditor): () => void {
  let reported: SelectionEnds = NOWHERE;
  const note = () => {
    reported = readEnds();
  };
  const settle = (event: KeyboardEvent) => {
    if (event.isComposing || isTyping(event) || isSame(reported, readEnds())) return;
    document.dispatchEvent(new Event('selectionchange'));
  };
  return editor.registerRootListener((root, former) => {
    former?.removeEventListener('keydown', settle, true);
    former?.ownerDocument.removeEventListener('selectionchange', note);
    root?.addEventListener('keydown', settle, true);
    root?.ownerDocument.addEventListener('selectionchange', note);
  });
}

type SelectionEnds = readonly [anchor: Node | null, anchorOffset: number, focus: Node | null, focusOffset: number];

const NOWHERE: SelectionEnds = [null, 0, null, 0];

function readEnds(): SelectionEnds {
  const selection = getSelection();
  return selection === null ? NOWHERE : [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
}

function isSame(one: SelectionEnds, other: SelectionEnds): boolean {
  return one.every((value, index) => value === other[index]);
}

/** What is typed reaches the editor with the selection beside it. */
function isTyping(event: KeyboardEvent): boolean {
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}
