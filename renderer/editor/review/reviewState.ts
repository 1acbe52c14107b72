import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { ChangeId } from '../../../shared/domain/ids';
import type { Block } from '../../../shared/domain/reply';
import { toFormatBits, toTextStyle } from '../mapping/textStyle';
import { hasSameMarks, type MarkedBlock, type MarkedInline } from './markedReply';

/** What a node of a block's text carries of open changes; see `MarkedInline`. */
export type TextMarks = Pick<MarkedInline, 'was' | 'ins' | 'del' | 'format' | 'comments'>;

/** What a block carries of open changes; see `MarkedBlock`. */
export type BlockMarks = Pick<MarkedBlock, 'was' | 'set' | 'ins' | 'del' | 'split' | 'join'>;

const NO_TEXT_MARKS: TextMarks = { was: null, ins: null, del: [], format: [], comments: [] };
const NO_BLOCK_MARKS: BlockMarks = { was: null, set: [], ins: null, del: [], split: null, join: [] };

const textMarksState = createState('review', {
  parse: (value): TextMarks => {
    if (!isRecord(value)) return NO_TEXT_MARKS;
    const was = typeof value.was === 'number' ? toTextStyle(value.was) : null;
    return { was, ins: readId(value.ins), del: readIds(value.del), format: readIds(value.format), comments: readIds(value.comments) };
  },
  unparse: ({ was, ...marks }) => ({ ...marks, was: was && toFormatBits(was) }),
  isEqual: (a, b) => hasSameMarks(a as MarkedInline, b as MarkedInline),
  resetOnCopyNode: true,
});

const blockMarksState = createState('blockReview', {
  parse: (value): BlockMarks => {
    if (!isRecord(value)) return NO_BLOCK_MARKS;
    const was = isRecord(value.was) && typeof value.was.type === 'string' ? (value.was as Block) : null;
    const lists = { set: readIds(value.set), del: readIds(value.del), join: readIds(value.join) };
    return { was, ...lists, ins: readId(value.ins), split: readId(value.split) };
  },
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
  resetOnCopyNode: true,
});

export function $getTextMarks(node: LexicalNode): TextMarks {
  return $getState(node, textMarksState);
}

export function $setTextMarks<Node extends LexicalNode>(node: Node, { was, ins, del, format, comments }: TextMarks): Node {
  return $setState(node, textMarksState, { was, ins, del, format, comments });
}

export function $getBlockMarks(node: LexicalNode): BlockMarks {
  return $getState(node, blockMarksState);
}

export function $setBlockMarks<Node extends LexicalNode>(node: Node, { was, set, ins, del, split, join }: BlockMarks): Node {
  return $setState(node, blockMarksState, { was, set, ins, del, split, join });
}

/** Keys under which a serialised node keeps its marks: what is pasted leaves them behind. */
export const REVIEW_STATE_KEYS = [textMarksState.key, blockMarksState.key] as const;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readId(value: unknown): ChangeId | null {
  return typeof value === 'string' && value !== '' ? (value as ChangeId) : null;
}

function readIds(value: unknown): ChangeId[] {
  return Array.isArray(value) ? value.filter((id): id is ChangeId => typeof id === 'string') : [];
}
