import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { CLICK_COMMAND, COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND, mergeRegister, type NodeKey } from 'lexical';
import { useEffect } from 'react';

/**
 * Makes a block drawn by React selectable: a click selects it, Enter and a double click run `onOpen`. Returns whether it is selected.
 */
export function useBlockSelection(nodeKey: NodeKey, onOpen?: () => void): boolean {
  const [editor] = useLexicalComposerContext();
  const [isSelected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey);
  useEffect(() => {
    const element = editor.getElementByKey(nodeKey);
    element?.classList.toggle('selected', isSelected);
    return mergeRegister(
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          const inside = element !== null && event.target instanceof Node && element.contains(event.target);
          if (!inside) return false;
          if (!event.shiftKey) clearSelection();
          setSelected(true);
          if (event.detail === 2) onOpen?.();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!isSelected || !onOpen) return false;
          event?.preventDefault();
          onOpen();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
  }, [editor, nodeKey, isSelected, setSelected, clearSelection, onOpen]);
  return isSelected;
}
