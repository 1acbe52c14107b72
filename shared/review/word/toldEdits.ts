import { FOOTNOTE_MARK } from '../../domain/reply';
import type { Target } from './targets';
import type { TextEdit } from './textEdits';

/**
 * Edits of words that stood in the document in place of withheld ones: carried out, they would overwrite these. What is put in where such words were taken
 * out belongs to the same edit.
 */
export function listToldEdits(target: Target, edits: readonly TextEdit[]): TextEdit[] {
  const cuts = edits.filter((edit) => edit.kind === 'delete' && target.isReplaced(edit.from, edit.to));
  const isAtCut = (at: number) => cuts.some((cut) => 'from' in cut && cut.from <= at && at <= cut.to);
  return edits.filter((edit) => {
    if (edit.kind === 'insert' || edit.kind === 'split') return target.isReplaced(edit.at, edit.at) || isAtCut(edit.at);
    return edit.kind === 'note' ? !isOwnNote(target, edit.at) : cuts.includes(edit);
  });
}

/** Whether the footnote at a place was sent as the project has it. */
function isOwnNote(target: Target, at: number): boolean {
  const { anchor } = target;
  if (anchor?.kind !== 'text' || anchor.replaced === undefined) return true;
  const { from, blockText = '' } = target.place(at, at + 1);
  const before = blockText.slice(0, from).split(FOOTNOTE_MARK).length - 1;
  const own = anchor.block.inlines.filter((inline) => inline.type === 'footnote')[before]?.note ?? '';
  return own.replace(/\s+/g, '') === (target.notes.get(at) ?? '').replace(/\s+/g, '');
}
