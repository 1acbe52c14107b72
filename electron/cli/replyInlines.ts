import { getAnchor, type Inline, type ReferenceTarget, type TextStyle } from '../../shared/domain/reply';
import type { BlockId, FigureId, ItemId, QuestionId } from '../../shared/domain/ids';

/**
 * Inline content as Markdown-like text: **bold**, *italic*, <u>, <sub>, <sup>, [shown](figure:ID), cross references as [words](question:ID),
 * (item:ID) or (block:ID), footnotes as ^[note], <br>.
 */
export function printInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return wrapStyle(escapeText(inline.text), inline);
        case 'figure':
          return wrapStyle(`[${escapeText(inline.text)}](figure:${inline.figureId})`, inline.style ?? {});
        case 'reference':
          return wrapStyle(`[${escapeText(inline.text)}](${inline.target.kind}:${getAnchor(inline.target)})`, inline.style ?? {});
        case 'footnote':
          return `^[${escapeText(inline.note)}]`;
        case 'break':
          return '<br>';
      }
    })
    .join('');
}

const MARKS: readonly (readonly [flag: keyof TextStyle, open: string, close: string])[] = [
  ['sup', '<sup>', '</sup>'],
  ['sub', '<sub>', '</sub>'],
  ['underline', '<u>', '</u>'],
  ['italic', '<i>', '</i>'],
  ['bold', '<b>', '</b>'],
];

/** Bold and italic are tags too: asterisks side by side would have two readings. */
function wrapStyle(text: string, style: TextStyle): string {
  return MARKS.reduce((inner, [flag, open, close]) => (style[flag] ? `${open}${inner}${close}` : inner), text);
}

function escapeText(text: string): string {
  return text.replaceAll(/[\\[\]<*]/g, '\\$&').replaceAll('\n', '<br>');
}

function unescapeText(text: string): string {
  return text.replaceAll('<br>', '\n').replaceAll(/\\([\\[\]<*])/g, '$1');
}

/** Reads what `printInlines` prints, and **bold** and *italic* as people type them. Unknown marks stay as text. */
export function parseInlines(source: string): Inline[] {
  const inlines: Inline[] = [];
  const style: TextStyle = {};
  let text = '';
  const flush = () => {
    if (text !== '') inlines.push({ type: 'text', text, ...style });
    text = '';
  };
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at);
    const taken = readMark(rest);
    if (taken === null) {
      text += source.charAt(at);
      at += 1;
      continue;
    }
    at += taken.length;
    switch (taken.kind) {
      case 'escape':
        text += taken.text;
        break;
      case 'break':
        flush();
        inlines.push({ type: 'break' });
        break;
      case 'style':
        flush();
        if (taken.on ?? !style[taken.flag]) style[taken.flag] = true;
        else delete style[taken.flag];
        break;
      case 'inline':
        flush();
        inlines.push(Object.keys(style).length > 0 && 'text' in taken.inline ? { ...taken.inline, style: { ...style } } : taken.inline);
    }
  }
  flush();
  return inlines;
}

type Mark =
  | { kind: 'escape'; length: number; text: string }
  | { kind: 'break'; length: number }
  | { kind: 'style'; length: number; flag: keyof TextStyle /** null where one mark both opens and closes */; on: boolean | null }
  | { kind: 'inline'; length: number; inline: Exclude<Inline, { type: 'text' | 'break' }> };

function readMark(rest: string): Mark | null {
  if (rest.startsWith('<br>')) return { kind: 'break', length: 4 };
  const escape = /^\\([\\[\]<*])/.exec(rest);
  if (escape) return { kind: 'escape', length: 2, text: escape[1] ?? '' };
  if (rest.startsWith('**')) return { kind: 'style', length: 2, flag: 'bold', on: null };
  if (rest.startsWith('*')) return { kind: 'style', length: 1, flag: 'italic', on: null };
  for (const [flag, open, close] of MARKS) {
    if (rest.startsWith(open)) return { kind: 'style', length: open.length, flag, on: true };
    if (rest.startsWith(close)) return { kind: 'style', length: close.length, flag, on: false };
  }
  const address = /^<((?:https?|ftp|mailto):[^<>\s]+)>/.exec(rest);
  if (address) return { kind: 'escape', length: address[0].length, text: address[1]! };
  const note = /^\^\[((?:\\.|[^\\\]])*)\]/s.exec(rest);
  if (note) return { kind: 'inline', length: note[0].length, inline: { type: 'footnote', note: unescapeText(note[1]!) } };
  const link = /^\[((?:\\.|[^\\\]])*)\]\((figure|question|item|block):([0-9a-z]{1,40})\)/s.exec(rest);
  if (!link) return null;
  const [whole, words, kind, id] = link;
  return { kind: 'inline', length: whole.length, inline: readLink(unescapeText(words!), kind as LinkKind, id!) };
}

type LinkKind = 'figure' | ReferenceTarget['kind'];

function readLink(text: string, kind: LinkKind, id: string): Exclude<Inline, { type: 'text' | 'break' | 'footnote' }> {
  switch (kind) {
    case 'figure':
      return { type: 'figure', figureId: id as FigureId, text };
    case 'question':
      return { type: 'reference', target: { kind, questionId: id as QuestionId }, text };
    case 'item':
      return { type: 'reference', target: { kind, itemId: id as ItemId }, text };
    case 'block':
      return { type: 'reference', target: { kind, blockId: id as BlockId }, text };
  }
}
