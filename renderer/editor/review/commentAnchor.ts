import { $getSelection, $isRangeSelection, type LexicalNode } from 'lexical';
import type { ChangeId, QuestionId } from '../../../shared/domain/ids';
import type { ReviewAnchor, ReviewSpan } from '../../../shared/domain/review';
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
 * Where a remark on the selection belongs: its words in every block it touches; all of a block's words when nothing is selected. Null when no block is
 * selected.
 */
export function $readCommentAnchor(questionId: QuestionId): ReviewAnchor | null {
  const nodes = $getSelectedBlocks();
  const anchors = nodes.flatMap((node) => $readAnchorIn(node, questionId) ?? []);
  const worded = anchors.filter(({ from, to }) => from < to);
  const [first, ...rest] = worded.length > 0 ? worded : anchors;
  if (!first || worded.length < 2) return first ?? null;
  const further = rest.flatMap(({ blockId, inside, from, to, quote }): ReviewSpan[] =>
    blockId === null || inside !== undefined ? [] : [{ blockId, from, to, quote }],
  );
  return further.length === 0 ? first : { ...first, further };
}

/** The selected words of one block. */
function $readAnchorIn(node: LexicalNode, questionId: QuestionId): ReviewAnchor | null {
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
