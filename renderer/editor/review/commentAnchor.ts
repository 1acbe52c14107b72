import { $getSelection, $isRangeSelection } from 'lexical';
import type { ChangeId, QuestionId } from '../../../shared/domain/ids';
import type { ReviewAnchor } from '../../../shared/domain/review';
import { $getSelectedBlocks } from '../blocks/turnInto';
import { $getBlockId } from '../blocks/blockId';
import { $findAtom } from './atomPoints';
import { toAtoms } from './atoms';
import { $readMarkedBlock, $readMarkedSections } from './markedNodes';
import { joinMarked } from './markedReply';
import { readMarks } from './readMarks';
import { ReviewLedger } from './ReviewLedger';

const ASKED = 'asked' as ChangeId;

/**
 * Where a remark on the selection belongs: its words in the first block it touches; all of the block's words when nothing is selected. Null when no
 * block is selected.
 */
export function $readCommentAnchor(questionId: QuestionId): ReviewAnchor | null {
  const [node] = $getSelectedBlocks();
  if (!node) return null;
  const block = $readMarkedBlock(node);
  const atoms = toAtoms([block]).flatMap((atom) => (atom.kind === 'inline' ? [atom.marked] : []));
  const blockId = $getBlockId(node);
  if (blockId === '') return null;
  if (atoms.length === 0) return { questionId, blockId, from: 0, to: 0, quote: '' };
  const selection = $getSelection();
  const range = $isRangeSelection(selection) && !selection.isCollapsed() ? selection : null;
  const points = range ? (range.isBackward() ? [range.focus, range.anchor] : [range.anchor, range.focus]) : [];
  const [start, end] = points.map((point) => $findAtom([node], point));
  const [from, to] = [start ?? 0, end ?? atoms.length];
  const asked = atoms.map((one, index) => (index >= from && index < to ? { ...one, comments: [ASKED] } : one));
  const sections = $readMarkedSections().map((section) => ({
    ...section,
    blocks: section.blocks.map((other) => (other.shell.blockId === blockId ? { ...other, inlines: joinMarked(asked) } : other)),
  }));
  return readMarks(sections, questionId, new ReviewLedger('')).changes.find(({ changeId }) => changeId === ASKED)?.anchor ?? null;
}
