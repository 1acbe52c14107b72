import type { Inline } from './reply';

/*
 * A footnote inside plain text on its way from a reader to a reply: Unicode's interlinear annotation, whose characters stand in no printed text.
 */
const START = '\ufff9';
const END = '\ufffb';
const MARKS = /[\ufff9\ufffa\ufffb]/g;
const NOTE = /\ufff9([^\ufff9\ufffb]*)\ufffb/g;

/** A note as it stands in plain text. */
export function writeNoteInText(note: string): string {
  return `${START}${dropNoteMarks(note)}${END}`;
}

/** Text that cannot be taken for a note. */
export function dropNoteMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** Plain text as inlines: notes in it as footnotes, \n as breaks. */
export function readInlinesOfText(text: string): Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(NOTE)) {
    inlines.push(...readPlain(text.slice(at, match.index)), { type: 'footnote', note: match[1]! });
    at = match.index + match[0].length;
  }
  return [...inlines, ...readPlain(text.slice(at))];
}

function readPlain(text: string): Inline[] {
  return dropNoteMarks(text)
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
    ]);
}
