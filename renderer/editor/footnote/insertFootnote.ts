import { $getSelection, $isRangeSelection } from 'lexical';
import { $findBlockOf } from '../blocks/turnInto';
import { $createFootnoteNode } from './FootnoteNode';

/** Puts an empty footnote behind the selection; its note opens to be written. Nothing without a caret in the text. */
export function $insertFootnote(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || $findBlockOf(selection.anchor.getNode()) === null) return;
  if (!selection.isCollapsed()) selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type);
  selection.insertNodes([$createFootnoteNode('')]);
}
