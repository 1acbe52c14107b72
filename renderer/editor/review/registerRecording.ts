import {
  $getEditor,
  $getRoot,
  $getSelection,
  $hasUpdateTag,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  DELETE_CHARACTER_COMMAND,
  DELETE_WORD_COMMAND,
  HISTORIC_TAG,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  RootNode,
} from 'lexical';
import type { SectionId } from '../../../shared/domain/ids';
import { FIGURE_TAG, LOAD_TAG } from '../blocks/updateTags';
import { $setChildren } from '../mapping/sections';
import { $isSectionNode, type SectionNode } from '../section/SectionNode';
import { $findAtom, $selectAtoms } from './atomPoints';
import type { EditPlace } from './atoms';
import { $createMarkedBlock, $readMarkedBlock, $writeMarkedInlines } from './markedNodes';
import { isPlainBlock, type MarkedBlock } from './markedReply';
import { recordEdits } from './recordEdits';
import type { ReviewLedger } from './ReviewLedger';
import { $getTextMarks, $setBlockMarks } from './reviewState';

export type RecordingHost = {
  ledger: ReviewLedger;
  isRevising: () => boolean;
};

/**
 * Records what happens to the reply, however it happens: each update is compared with the state before it, blocks that changed are turned into what
 * they are with the change recorded. While an input method composes nothing is touched; what it wrote is recorded when it is done.
 */
export function registerRecording(editor: LexicalEditor, host: RecordingHost): () => void {
  const recorder = new Recorder(host);
  const noteDirection = (isBackward: boolean) => {
    const selection = $getSelection();
    recorder.isForward = !isBackward && $isRangeSelection(selection) && selection.isCollapsed();
    return false;
  };
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, noteDirection, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_WORD_COMMAND, noteDirection, COMMAND_PRIORITY_CRITICAL),
    editor.registerNodeTransform(RootNode, () => recorder.$record()),
    editor.registerUpdateListener(() => {
      recorder.isForward = false;
      if (!editor.isComposing()) recorder.forget();
    }),
  );
}

/** Updates that are no edits: what was recorded is loaded, brought up to date, undone or redone. */
const SKIPPED_TAGS = [LOAD_TAG, FIGURE_TAG, HISTORIC_TAG];

/** A block as it was last recorded: in the state before the update, or by this recorder in the update under way. */
type FormerBlock = { read: () => MarkedBlock; isStill: (node: LexicalNode) => boolean };

class Recorder {
  readonly #host: RecordingHost;
  /** The state that the update under way, or the composition, began from. */
  #reference: EditorState | null = null;
  /** Sections recorded since then. */
  readonly #recorded = new Map<SectionId, FormerBlock[]>();
  isForward = false;

  constructor(host: RecordingHost) {
    this.#host = host;
  }

  /** Everything up to now is committed. */
  forget(): void {
    this.#reference = null;
    this.#recorded.clear();
  }

  $record(): void {
    const { ledger, isRevising } = this.#host;
    if (SKIPPED_TAGS.some((tag) => $hasUpdateTag(tag)) || (!isRevising() && ledger.isEmpty)) return;
    const editor = $getEditor();
    this.#reference ??= editor.getEditorState();
    if (editor.isComposing()) return;
    const before = this.#reference;
    for (const section of $getRoot().getChildren().filter($isSectionNode)) {
      const { sectionId } = section.getHead();
      const recorded = this.#recorded.get(sectionId);
      const formerNodes = recorded ? [] : before.read(() => $listBlocks(sectionId));
      const former = recorded ?? formerNodes.map((node) => toFormerBlock(node, before));
      const nodes = section.getChildren();
      const window = findWindow(former, nodes);
      if (!window || (!recorded && $isTypedInOwn(formerNodes, nodes, window, before, ledger))) continue;
      const selected = recorded ? null : before.read(() => $findSelected(formerNodes.slice(window.start, window.formerEnd)));
      const now = this.#$recordWindow(section, nodes, former, window, selected);
      this.#recorded.set(sectionId, [...former.slice(0, window.start), ...now, ...former.slice(window.formerEnd)]);
    }
  }

  #$recordWindow(
    section: SectionNode,
    nodes: readonly LexicalNode[],
    former: readonly FormerBlock[],
    { start, formerEnd, end }: Window,
    selected: EditPlace['selected'],
  ): FormerBlock[] {
    const { isRevising, ledger } = this.#host;
    const edited = nodes.slice(start, end);
    const after = edited.map($readMarkedBlock);
    const formerBlocks = former.slice(start, formerEnd).map((block) => block.read());
    if (!isRevising() && formerBlocks.every(isPlainBlock) && after.every(isPlainBlock)) return edited.map($remember);
    const selection = $getSelection();
    const range = $isRangeSelection(selection) ? selection : null;
    const anchor = range && $findAtom(edited, range.anchor);
    const focus = range && $findAtom(edited, range.focus);
    const place = range?.isCollapsed() && anchor !== null ? { selected, caret: anchor } : null;
    const { blocks, places } = recordEdits(formerBlocks, after, { ledger, isRevising: isRevising(), place });
    const written = $writeBlocks(section, start, edited, after, blocks);
    if (written && anchor !== null && focus !== null) {
      const move = (atom: number) => (this.isForward ? (places[atom] ?? atom) : atom === 0 ? 0 : places[atom - 1]! + 1);
      $selectAtoms(written, move(anchor), move(focus));
    }
    return (written ?? edited).map($remember);
  }
}

function $listBlocks(sectionId: SectionId): LexicalNode[] {
  const sections = $getRoot().getChildren().filter($isSectionNode);
  return sections.find((section) => section.getHead().sectionId === sectionId)?.getChildren() ?? [];
}

function toFormerBlock(former: LexicalNode, before: EditorState): FormerBlock {
  return { read: () => before.read(() => $readMarkedBlock(former)), isStill: (node) => node === former && $isUntouched(node, before) };
}

function $remember(node: LexicalNode): FormerBlock {
  const block = $readMarkedBlock(node);
  const print = JSON.stringify(block);
  const key = node.getKey();
  return { read: () => block, isStill: (now) => now.getKey() === key && JSON.stringify($readMarkedBlock(now)) === print };
}

type Window = { start: number; formerEnd: number; end: number };

/** The blocks that are not what they were, in both rows; null when all are. */
function findWindow(former: readonly FormerBlock[], nodes: readonly LexicalNode[]): Window | null {
  const isStill = (block: FormerBlock | undefined, node: LexicalNode | undefined) =>
    block !== undefined && node !== undefined && block.isStill(node);
  let start = 0;
  while (start < nodes.length && isStill(former[start], nodes[start])) start++;
  let tail = 0;
  const rest = Math.min(former.length, nodes.length) - start;
  while (tail < rest && isStill(former.at(-1 - tail), nodes.at(-1 - tail))) tail++;
  if (start + tail === nodes.length && start + tail === former.length) return null;
  // A paragraph cut by new marks is one whole.
  while (start > 0 && former[start - 1]!.read().split !== null) start--;
  while (tail > 0 && former[former.length - tail - 1]?.read().split) tail--;
  return { start, formerEnd: former.length - tail, end: nodes.length - tail };
}

/** Whether nothing of a block's text changed; the block itself is known not to have. */
function $isUntouched(block: LexicalNode, before: EditorState): boolean {
  if (!$isElementNode(block)) return true;
  for (let child = block.getFirstChild(); child !== null; child = child.getNextSibling()) {
    if (before._nodeMap.get(child.getKey()) !== child) return false;
  }
  return true;
}

/** Whether all that happened is that words in an insertion of our own changed: they are recorded where they stand. */
function $isTypedInOwn(
  former: readonly LexicalNode[],
  nodes: readonly LexicalNode[],
  { start, formerEnd, end }: Window,
  before: EditorState,
  ledger: ReviewLedger,
): boolean {
  const block = nodes[start];
  if (end !== start + 1 || formerEnd !== end || block !== former[start] || !$isElementNode(block)) return false;
  return block.getChildren().every((child) => {
    const old = before._nodeMap.get(child.getKey());
    if (old === child) return true;
    if (!$isTextNode(old) || !$isTextNode(child) || old.getType() !== 'text' || !child.isSimpleText()) return false;
    const marks = $getTextMarks(child);
    const isOwn = ledger.isOwn(marks.ins) && !ledger.get(marks.ins!)!.isOverride && marks.del.length === 0;
    return isOwn && child.__text !== '' && child.__format === old.__format && child.__prev === old.__prev && child.__next === old.__next;
  });
}

function $findSelected(nodes: readonly LexicalNode[]): EditPlace['selected'] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const [from, to] = [selection.anchor, selection.focus].map((point) => $findAtom(nodes, point));
  return from == null || to == null ? null : { from: Math.min(from, to), to: Math.max(from, to) };
}

/** Puts blocks in the place of the edited ones, keeping nodes where it can; null when all stand as they should. */
function $writeBlocks(
  section: SectionNode,
  start: number,
  edited: readonly LexicalNode[],
  after: readonly MarkedBlock[],
  blocks: readonly MarkedBlock[],
): LexicalNode[] | null {
  if (JSON.stringify(after) === JSON.stringify(blocks)) return null;
  const known = new Map(after.map((block, index) => [block.shell.blockId, index]));
  const nodes = blocks.map((block) => {
    const index = known.get(block.shell.blockId);
    const node = index === undefined ? undefined : edited[index];
    if (!node || JSON.stringify(after[index!]!.shell) !== JSON.stringify(block.shell)) return $createMarkedBlock(block);
    if ($isElementNode(node)) $writeMarkedInlines(node, block.inlines);
    return $setBlockMarks(node, block);
  });
  const children = section.getChildren();
  $setChildren(section, [...children.slice(0, start), ...nodes, ...children.slice(start + edited.length)]);
  return nodes;
}
