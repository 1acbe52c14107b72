import type { Inline, TextStyle } from '../../shared/domain/reply';
import type { FigureId } from '../../shared/domain/ids';

/** Inline content as Markdown-like text: **bold**, *italic*, <u>, <sub>, <sup>, [shown](figure:ID), <br>. */
export function printInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return wrapStyle(escapeText(inline.text), inline);
        case 'figure':
          return wrapStyle(`[${escapeText(inline.text)}](figure:${inline.figureId})`, inline.style ?? {});
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
      case 'figure':
        flush();
        inlines.push({
          type: 'figure',
          figureId: taken.figureId,
          text: taken.text,
          ...(Object.keys(style).length > 0 ? { style: { ...style } } : {}),
        });
    }
  }
  flush();
  return inlines;
}

type Mark =
  | { kind: 'escape'; length: number; text: string }
  | { kind: 'break'; length: number }
  | { kind: 'style'; length: number; flag: keyof TextStyle /** null where one mark both opens and closes */; on: boolean | null }
  | { kind: 'figure'; length: number; figureId: FigureId; text: string };

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
  const figure = /^\[((?:\\.|[^\\\]])*)\]\(figure:([0-9a-z]{1,40})\)/s.exec(rest);
  if (!figure) return null;
  return {
    kind: 'figure',
    length: figure[0].length,
    figureId: figure[2] as FigureId,
    text: (figure[1] ?? '').replaceAll(/\\([\\[\]<*])/g, '$1'),
  };
}
