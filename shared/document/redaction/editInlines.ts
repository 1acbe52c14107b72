import type { Inline } from '../../domain/reply';
import { printInline, type ReplyMaterial } from '../replyBlocks';
import type { TextEdit } from './locateRedactions';

/** A text with stretches of it replaced; the edits stand in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let redacted = '';
  let at = 0;
  for (const { from, to, text: words } of edits) {
    redacted += text.slice(at, from) + words;
    at = to;
  }
  return redacted + text.slice(at);
}

/** Inlines with stretches of their printed text replaced; a figure a stretch touches becomes text, the new words stand in the first piece. */
export function editInlines(inlines: readonly Inline[], edits: readonly TextEdit[], material: ReplyMaterial): Inline[] {
  let start = 0;
  return inlines.flatMap((inline): Inline[] => {
    const printed = printInline(inline, material);
    const [from, to] = [start, start + printed.length];
    start = to;
    const own = edits.filter((edit) => edit.from < to && edit.to > from);
    if (own.length === 0) return [inline];
    const local = own.map((edit) => ({
      from: Math.max(edit.from - from, 0),
      to: Math.min(edit.to - from, printed.length),
      text: edit.from >= from ? edit.text : '',
    }));
    const style = inline.type === 'text' ? inline : 'style' in inline ? inline.style : {};
    const text = applyEdits(printed, local);
    return text === '' ? [] : [{ ...style, type: 'text', text }];
  });
}
