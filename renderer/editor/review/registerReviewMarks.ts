import {
  $getNodeByKey,
  $isElementNode,
  type LexicalEditor,
  type LexicalNode,
  LineBreakNode,
  mergeRegister,
  ParagraphNode,
  TextNode,
} from 'lexical';
import type { ChangeId } from '../../../shared/domain/ids';
import { $findBlockOf } from '../blocks/turnInto';
import { REPLY_NODES } from '../replyNodes';
import { $isSectionNode, SectionNode } from '../section/SectionNode';
import type { ReviewLedger } from './ReviewLedger';
import { $getBlockMarks, $getTextMarks } from './reviewState';

/** How many colours authors share; the local author has the first. */
export const AUTHOR_COLOURS = 6;

const MARKED_NODES = [...REPLY_NODES.filter((node) => node !== SectionNode), ParagraphNode, TextNode, LineBreakNode];

/**
 * Draws open changes on the elements of the text: attributes that the style sheet shows, and roles that a screen reader says. Authors have colours in
 * the order in which they are met, and their initials stand beside the blocks they touched.
 */
export function registerReviewMarks(editor: LexicalEditor, ledger: ReviewLedger): () => void {
  const draw = (keys: Iterable<string>) =>
    editor.getEditorState().read(() => {
      const blocks = new Set<LexicalNode>();
      for (const key of keys) {
        const node = $getNodeByKey(key);
        if (!node || $isSectionNode(node)) continue;
        const block = $findBlockOf(node);
        if (block) blocks.add(block);
        if (block !== node) drawText(editor.getElementByKey(key), node, ledger);
      }
      for (const block of blocks) drawBlock(editor.getElementByKey(block.getKey()), block, ledger);
    });
  return mergeRegister(
    ...MARKED_NODES.map((node) =>
      editor.registerMutationListener(node, (mutations) => {
        if (ledger.isEmpty) return;
        draw([...mutations].flatMap(([key, mutation]) => (mutation === 'destroyed' ? [] : [key])));
      }),
    ),
  );
}

/** The colour of an author, from 0. */
export function getAuthorColour(ledger: ReviewLedger, changeId: ChangeId): number {
  return ledger.getAuthorIndex(changeId) % AUTHOR_COLOURS;
}

function drawText(element: HTMLElement | null, node: LexicalNode, ledger: ReviewLedger): void {
  if (!element) return;
  const { ins, del, format, comments } = $getTextMarks(node);
  const [gone] = del;
  set(element, 'revIns', ins === null ? null : String(getAuthorColour(ledger, ins)));
  set(element, 'revDel', gone === undefined ? null : String(getAuthorColour(ledger, gone)));
  set(element, 'revTwice', del.length > 1 ? '' : null);
  set(element, 'revFormat', format[0] === undefined ? null : String(getAuthorColour(ledger, format[0])));
  set(element, 'revComment', comments[0] === undefined ? null : String(getAuthorColour(ledger, comments[0])));
  const role = gone !== undefined ? 'deletion' : ins !== null ? 'insertion' : comments.length > 0 ? 'mark' : null;
  if (role === null) element.removeAttribute('role');
  else element.setAttribute('role', role);
}

function drawBlock(element: HTMLElement | null, block: LexicalNode, ledger: ReviewLedger): void {
  if (!element) return;
  const { ins, del, set: kinds, split, join } = $getBlockMarks(block);
  const own = [...(ins === null ? [] : [ins]), ...del, ...kinds, ...(split === null ? [] : [split]), ...join];
  const inText = $isElementNode(block)
    ? block.getChildren().flatMap((child) => {
        const marks = $getTextMarks(child);
        return [...(marks.ins === null ? [] : [marks.ins]), ...marks.del, ...marks.format, ...marks.comments];
      })
    : [];
  const [first] = own;
  set(element, 'revBlock', first === undefined ? null : String(getAuthorColour(ledger, first)));
  const words = [
    ins !== null && 'ins',
    del.length > 0 && 'del',
    kinds.length > 0 && 'set',
    split !== null && 'split',
    join.length > 0 && 'join',
  ];
  set(element, 'revHow', first === undefined ? null : words.filter(Boolean).join(' '));
  const authors = new Set([...own, ...inText].map((id) => ledger.get(id)?.author ?? ''));
  set(element, 'revAuthors', authors.size === 0 ? null : [...authors].map((author) => Array.from(author)[0] ?? '').join(''));
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}
