import { $generateNodesFromSerializedNodes, $handleRichTextDrop } from '@lexical/clipboard';
import {
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_NORMAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  type SerializedLexicalNode,
} from 'lexical';
import { type BlockId, type ChangeId, newId, type TableId } from '../../../shared/domain/ids';
import { getInlineText } from '../../../shared/domain/reply';
import { $getBlockId, $setBlockId } from '../blocks/blockId';
import { $removeRange } from '../blocks/registerRangeRemoval';
import { $getSelectedBlocks } from '../blocks/turnInto';
import { $createBlockNode } from '../mapping/blocks';
import { $createInlineNodes } from '../mapping/inlines';
import { REPLY_NODES } from '../replyNodes';
import { $listChangeNodes } from '../review/changePlaces';
import { leaveMarks } from '../review/reviewState';
import { $isSectionNode } from '../section/SectionNode';
import { $insertPastedBlocks } from './insertPasted';
import type { Pasted, PastedBlock, PastedGrid } from './pastedBlock';
import { parseClipboardHtml, readHtml } from './readHtml';
import { readPlainText } from './readPlainText';

const LEXICAL_TYPE = 'application/x-lexical-editor';

/** Where a pasted table came to stand in the project. `consumed` counts the paragraphs given before it, then those after, that became part of it. */
export type StoredGrid = { tableId: TableId; consumed: number[] };

export type PasteHost = {
  /** Stores a table with the paragraphs around it; null when that failed and was told. */
  storeGrid(grid: PastedGrid, before: string[], after: string[]): Promise<StoredGrid | null>;
  insertPictures(files: readonly File[]): void;
  /** Pictures that stayed behind. */
  tellLeftOut(count: number): void;
  /** Text of this program came in, perhaps with figures of another question. */
  adoptFigures(): void;
  /** Whether a remark goes along with its words when these are moved: one of this reply, while edits are not recorded. */
  travels(changeId: ChangeId): boolean;
};

/** How many paragraphs on either side may belong to a pasted table: its lead, unit line and notes. */
const AROUND = 3;

/** Takes the clipboard in as clean blocks: from this program whole, from others as text, headings, lists and stored tables. */
export function registerPaste(editor: LexicalEditor, host: PasteHost): () => void {
  const ownIds = new Set<BlockId | ''>();
  const rememberIds = () => {
    for (const block of $getSelectedBlocks()) ownIds.add($getBlockId(block));
    return false;
  };
  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, rememberIds, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(CUT_COMMAND, rememberIds, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => 'clipboardData' in event && $take(editor, host, event.clipboardData, ownIds, event),
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(DRAGSTART_COMMAND, rememberIds, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes, selection }) => {
        $setSelection(selection);
        $insertOwn(nodes, ownIds);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(DROP_COMMAND, (event) => $moveDragged(editor, host, event), COMMAND_PRIORITY_NORMAL),
    // What another program drops comes like what it puts on the clipboard, at the place the browser has selected.
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (event) =>
        event instanceof InputEvent && event.inputType === 'insertFromDrop' && $take(editor, host, event.dataTransfer, ownIds, event),
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

/** Puts what the clipboard or a drag holds in the place of the selection; false when there is none. */
function $take(
  editor: LexicalEditor,
  host: PasteHost,
  data: DataTransfer | null,
  ownIds: ReadonlySet<BlockId | ''>,
  event: Event,
): boolean {
  if (!data || !$isRangeSelection($getSelection())) return false;
  const own = readOwnNodes(data.getData(LEXICAL_TYPE));
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const pictures = [...data.files].filter((file) => file.type.startsWith('image/'));
  event.preventDefault();
  if (own) {
    const present = $listChangeNodes();
    const moved = own.map((node) => withoutReview(node, (changeId) => host.travels(changeId) && !present.has(changeId)));
    editor.update(() => $insertOwn($generateNodesFromSerializedNodes(moved), ownIds), {
      tag: PASTE_TAG,
      onUpdate: () => host.adoptFigures(),
    });
  } else if (html !== '') {
    const pasted = readHtml(parseClipboardHtml(html));
    // A picture copied in a browser comes with HTML around its address; the picture itself is what was meant.
    if (pasted.blocks.length === 0 && pictures.length > 0) host.insertPictures(pictures);
    else void insertPasted(editor, host, pasted);
  } else if (text !== '') {
    void insertPasted(editor, host, readPlainText(text));
  } else if (pictures.length > 0) {
    host.insertPictures(pictures);
  }
  return true;
}

/** Moves words dragged inside the reply, their remarks with them, without the changes that were open; false for what comes from elsewhere. */
function $moveDragged(editor: LexicalEditor, host: PasteHost, event: DragEvent): boolean {
  const { clientX, clientY, dataTransfer } = event;
  const nodes = readOwnNodes(dataTransfer?.getData(LEXICAL_TYPE) ?? '');
  if (!dataTransfer || !nodes) return false;
  const data = new DataTransfer();
  for (const type of dataTransfer.types) if (type !== LEXICAL_TYPE) data.setData(type, dataTransfer.getData(type));
  data.setData(
    LEXICAL_TYPE,
    JSON.stringify({ namespace: REPLY_NAMESPACE, nodes: nodes.map((node) => withoutReview(node, (changeId) => host.travels(changeId))) }),
  );
  const moved = { clientX, clientY, dataTransfer: data, preventDefault: () => event.preventDefault() } as DragEvent;
  if (!$handleRichTextDrop(moved, editor)) return false;
  host.adoptFigures();
  return true;
}

/** Nodes this program put on the clipboard itself; null for anything else. */
function readOwnNodes(json: string): SerializedLexicalNode[] | null {
  if (json === '') return null;
  let payload: unknown;
  try {
    payload = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof payload !== 'object' || payload === null || !('namespace' in payload) || payload.namespace !== REPLY_NAMESPACE) return null;
  return 'nodes' in payload && areOwnNodes(payload.nodes, 0) ? payload.nodes : null;
}

/** The node without the changes that were open where it was copied: what is pasted is new. */
function withoutReview(node: SerializedLexicalNode, travels: (changeId: ChangeId) => boolean): SerializedLexicalNode {
  const {
    $: state,
    children,
    ...rest
  } = node as SerializedLexicalNode & { $?: Record<string, unknown>; children?: SerializedLexicalNode[] };
  return {
    ...rest,
    ...(state ? { $: leaveMarks(state, travels) } : {}),
    ...(children ? { children: children.map((child) => withoutReview(child, travels)) } : {}),
  } as SerializedLexicalNode;
}

const OWN_TYPES: ReadonlySet<unknown> = new Set([...REPLY_NODES.map((node) => node.getType()), 'paragraph', 'text', 'linebreak', 'tab']);
const DEEPEST = 8;

/** Anyone can write to the clipboard: only nodes a reply knows are taken, nested no deeper than a reply nests them. */
function areOwnNodes(nodes: unknown, depth: number): nodes is SerializedLexicalNode[] {
  if (!Array.isArray(nodes) || depth > DEEPEST) return false;
  return nodes.every(
    (node: unknown) =>
      typeof node === 'object' &&
      node !== null &&
      'type' in node &&
      OWN_TYPES.has(node.type) &&
      (!('children' in node) || areOwnNodes(node.children, depth + 1)),
  );
}

/** Name under which replies exchange text through the clipboard. */
export const REPLY_NAMESPACE = 'huihan-reply';

/** Inserts nodes of this program. A block keeps its id only when it was cut here; that of another question stays there. */
function $insertOwn(nodes: readonly LexicalNode[], ownIds: ReadonlySet<BlockId | ''>): void {
  $removeRange(false);
  const flat = nodes.flatMap((node) => ($isSectionNode(node) ? node.getChildren() : [node]));
  for (const block of flat) {
    const blockId = $getBlockId(block);
    if (blockId !== '' && !ownIds.has(blockId)) $setBlockId(block, newId<'block'>());
  }
  if (flat.some((node) => $isTextNode(node) || $isLineBreakNode(node))) $getSelection()?.insertNodes(flat);
  else $insertPastedBlocks(flat);
}

async function insertPasted(editor: LexicalEditor, host: PasteHost, { blocks, picturesLeftOut }: Pasted): Promise<void> {
  const [only] = blocks;
  if (blocks.length === 1 && only && 'inlines' in only && only.type === 'paragraph') {
    editor.update(
      () => {
        $removeRange(false);
        $getSelection()?.insertNodes($createInlineNodes(only.inlines));
      },
      { tag: PASTE_TAG },
    );
  } else if (blocks.length > 0) {
    const stored = await storeGrids(host, blocks);
    editor.update(() => $insertPastedBlocks(stored.map((block) => $createBlockNode({ ...block, blockId: newId<'block'>() } as never))), {
      tag: PASTE_TAG,
    });
  }
  if (picturesLeftOut > 0) host.tellLeftOut(picturesLeftOut);
}

type Insertable = Exclude<PastedBlock, PastedGrid> | { type: 'table'; tableId: TableId };

/** Stores every pasted table; its unit line and notes leave the text. A table that could not be stored stays as lines of text. */
async function storeGrids(host: PasteHost, blocks: readonly PastedBlock[]): Promise<Insertable[]> {
  const dropped = new Set<PastedBlock>();
  const tables = new Map<PastedBlock, Insertable[]>();
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'grid') continue;
    const before = takeTexts(blocks.slice(0, index).toReversed(), dropped).toReversed();
    const after = takeTexts(blocks.slice(index + 1), dropped);
    const stored = await host.storeGrid(block, before.map(readText), after.map(readText));
    tables.set(block, stored ? [{ type: 'table', tableId: stored.tableId }] : toLines(block));
    for (const position of stored?.consumed ?? []) {
      const around = [...before, ...after][position];
      if (around) dropped.add(around);
    }
  }
  return blocks.filter((block) => !dropped.has(block)).flatMap((block) => (block.type === 'grid' ? tables.get(block)! : [block]));
}

type TextBlock = Extract<PastedBlock, { type: 'paragraph' }>;

/** The plain paragraphs next to a table, up to the next thing that is none. */
function takeTexts(blocks: readonly PastedBlock[], dropped: ReadonlySet<PastedBlock>): TextBlock[] {
  const texts: TextBlock[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph' || texts.length === AROUND) break;
    if (!dropped.has(block)) texts.push(block);
  }
  return texts;
}

function readText(block: TextBlock): string {
  return getInlineText(block.inlines).slice(0, 2_000);
}

function toLines(grid: PastedGrid): Insertable[] {
  return grid.cells.map((row) => ({
    type: 'paragraph',
    inlines: [{ type: 'text', text: row.map((cell) => cell.text.replaceAll('\n', ' ')).join('\t') }],
  }));
}
