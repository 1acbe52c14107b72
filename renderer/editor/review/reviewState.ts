import { $getState, $setState, createState, type LexicalNode } from 'lexical';
import type { ChangeId } from '../../../shared/domain/ids';
import type { Block } from '../../../shared/domain/reply';
import { toFormatBits, toTextStyle } from '../mapping/textStyle';
import { hasSameMarks, isSameSet, type MarkedBlock, type MarkedInline } from './markedReply';

/** What a node of a block's text carries of open changes; see `MarkedInline`. */
export type TextMarks = Pick<MarkedInline, 'was' | 'ins' | 'del' | 'format' | 'comments'>;

/** What a block carries of open changes; see `MarkedBlock`. */
export type BlockMarks = Pick<MarkedBlock, 'was' | 'set' | 'ins' | 'del' | 'split' | 'join'>;

type ChangeMarks = Omit<TextMarks, 'comments'>;

const NO_CHANGES: ChangeMarks = { was: null, ins: null, del: [], format: [] };
const NO_BLOCK_MARKS: BlockMarks = { was: null, set: [], ins: null, del: [], split: null, join: [] };

const textMarksState = createState('review', {
  parse: (value): ChangeMarks => {
    if (!isRecord(value)) return NO_CHANGES;
    const was = typeof value.was === 'number' ? toTextStyle(value.was) : null;
    return { was, ins: readId(value.ins), del: readIds(value.del), format: readIds(value.format) };
  },
  unparse: ({ was, ...marks }) => ({ ...marks, was: was && toFormatBits(was) }),
  isEqual: (a, b) => a === b || hasSameMarks({ ...a, comments: [] }, { ...b, comments: [] }),
  resetOnCopyNode: true,
});

/** Remarks go along when words are copied: pasting decides which of them stay behind. */
const remarksState = createState('remarks', { parse: (value): readonly ChangeId[] => readIds(value), isEqual: isSameSet });

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
  return { ...$getState(node, textMarksState), comments: $getState(node, remarksState) };
}

export function $setTextMarks<Node extends LexicalNode>(node: Node, { was, ins, del, format, comments }: TextMarks): Node {
  return $setState($setState(node, textMarksState, { was, ins, del, format }), remarksState, comments);
}

export function $getBlockMarks(node: LexicalNode): BlockMarks {
  return $getState(node, blockMarksState);
}

export function $setBlockMarks<Node extends LexicalNode>(node: Node, { was, set, ins, del, split, join }: BlockMarks): Node {
  return $setState(node, blockMarksState, { was, set, ins, del, split, join });
}

/** The state of a serialised node without its marks, but for remarks that travel with the words: what is pasted leaves changes behind. */
export function leaveMarks(state: Readonly<Record<string, unknown>>, travels: (changeId: ChangeId) => boolean): Record<string, unknown> {
  const { [textMarksState.key]: _ofText, [blockMarksState.key]: _ofBlock, [remarksState.key]: remarks, ...rest } = state;
  const moving = readIds(remarks).filter(travels);
  return moving.length === 0 ? rest : { ...rest, [remarksState.key]: moving };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readId(value: unknown): ChangeId | null {
  return typeof value === 'string' && value !== '' ? (value as ChangeId) : null;
}

function readIds(value: unknown): ChangeId[] {
  return Array.isArray(value) ? value.filter((id): id is ChangeId => typeof id === 'string') : [];
}
