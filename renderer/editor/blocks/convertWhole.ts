import type { DOMConversion, LexicalNode } from 'lexical';

/** Reads an element as one node that holds all of it already: what stands inside must not come in a second time. */
export function convertWhole(makeNode: () => LexicalNode): DOMConversion {
  return { priority: 1, conversion: () => ({ node: makeNode(), after: () => [], forChild: () => null }) };
}
