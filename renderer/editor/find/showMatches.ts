import type { LexicalEditor } from 'lexical';
import type { Match } from './findMatches';

const ALL = 'reply-match';
const CURRENT = 'reply-match-now';

/** Marks matches on screen without touching the text; returns the function that takes the marks off. */
export function showMatches(editor: LexicalEditor, matches: readonly Match[], current: number): () => void {
  const ranges = matches.map((match) => createRange(editor.getElementByKey(match.blockKey), match.start, match.end));
  const now = ranges[current];
  CSS.highlights.set(ALL, new Highlight(...ranges.filter((range) => range !== null && range !== now).map((range) => range!)));
  CSS.highlights.set(CURRENT, new Highlight(...(now ? [now] : [])));
  return () => {
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  };
}

function createRange(block: HTMLElement | null, start: number, end: number): Range | null {
  if (!block) return null;
  const range = new Range();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ALL);
  let at = 0;
  let hasStart = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const size = node instanceof Text ? node.length : node.nodeName === 'BR' ? 1 : 0;
    if (size === 0) continue;
    if (!hasStart && start < at + size) {
      setEdge(node, start - at, (where, offset) => range.setStart(where, offset));
      hasStart = true;
    }
    if (hasStart && end <= at + size) {
      setEdge(node, end - at, (where, offset) => range.setEnd(where, offset));
      return range;
    }
    at += size;
  }
  return null;
}

function setEdge(node: Node, offset: number, set: (where: Node, offset: number) => void): void {
  if (node instanceof Text) set(node, offset);
  else set(node.parentNode!, [...node.parentNode!.childNodes].indexOf(node as ChildNode) + offset);
}
