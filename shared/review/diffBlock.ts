import { getInlineText, type Inline, type TextStyle } from '../domain/reply';
import type { ReviewPayload, StyleChange } from '../domain/review';
import type { TextBlock } from './applyEdits';
import { sliceInlines } from './inlineSlices';
import { diffTexts, type TextHunk } from './textDiff';

/** One difference of a block: a change of [from, to) in its former text. */
export type BlockDifference = { from: number; to: number; payload: ReviewPayload };

/** First of the private characters that stand for what is one thing in a text: a figure, a reference, a footnote. */
const FIRST_SIGN = 0xe000;
const STYLES = ['bold', 'italic', 'underline', 'sub', 'sup'] as const;

/**
 * What was changed from one state of a block to another, as suggestions on the former. A figure counts as one sign whatever words it shows, since these
 * follow its cell; one that was written over becomes an override request.
 */
export function diffBlock(former: TextBlock, latter: TextBlock): BlockDifference[] {
  const signs = new Map<string, string>();
  const before = toSigns(former.inlines, signs);
  const after = toSigns(latter.inlines, signs);
  const hunks = diffTexts(before.text, after.text);
  const differences: BlockDifference[] = [];
  let shift = 0;
  for (const hunk of hunks) {
    const inserted = sliceInlines(latter.inlines, after.places[hunk.from + shift]!, after.places[hunk.from + shift + hunk.text.length]!);
    differences.push(...describeHunk(former, hunk, before.places, inserted));
    shift += hunk.text.length - (hunk.to - hunk.from);
  }
  return [...differences, ...diffStyles(hunks, before, after), ...diffKind(former, latter)];
}

type Signs = { text: string /** Where each character of `text` stands in the text as printed. */; places: number[]; styles: TextStyle[] };

function toSigns(inlines: readonly Inline[], signs: Map<string, string>): Signs {
  const result: Signs = { text: '', places: [0], styles: [] };
  let place = 0;
  for (const inline of inlines) {
    const printed = getInlineText([inline]);
    const style = inline.type === 'text' ? inline : 'style' in inline ? (inline.style ?? {}) : {};
    const isPlain = inline.type === 'text' || inline.type === 'break';
    const text = isPlain ? printed : getSign(inline, signs);
    for (let index = 0; index < text.length; index++) {
      place += isPlain ? 1 : printed.length;
      result.places.push(place);
      result.styles.push(style);
    }
    result.text += text;
  }
  return result;
}

function getSign(inline: Exclude<Inline, { type: 'text' | 'break' }>, signs: Map<string, string>): string {
  const { text: _shown, style: _style, ...identity } = { text: '', style: undefined, ...inline };
  const key = JSON.stringify(identity);
  const sign = signs.get(key) ?? String.fromCharCode(FIRST_SIGN + signs.size);
  signs.set(key, sign);
  return sign;
}

function describeHunk(former: TextBlock, hunk: TextHunk, places: readonly number[], inserted: Inline[]): BlockDifference[] {
  const from = places[hunk.from]!;
  const to = places[hunk.to]!;
  const gone = sliceInlines(former.inlines, from, to);
  const figures = gone.filter((inline) => inline.type === 'figure');
  const [figure] = figures;
  const kept = new Set(inserted.flatMap((inline) => (inline.type === 'figure' ? [inline.figureId] : [])));
  if (figure && figures.length === 1 && inserted.length > 0 && !kept.has(figure.figureId)) {
    const start = from + getInlineText(gone.slice(0, gone.indexOf(figure))).length;
    const [lead, words, trail] = cutAround(gone, figure, inserted);
    const override: BlockDifference = {
      from: start,
      to: start + figure.text.length,
      payload: { kind: 'overrideFigure', figureId: figure.figureId, shown: figure.text, proposed: getInlineText(words) },
    };
    return [...replace(from, start, lead), override, ...replace(start + figure.text.length, to, trail)];
  }
  return replace(from, to, inserted);
}

/** What was written in a figure's place, with the words before and after it that were changed along with it. */
function cutAround(gone: readonly Inline[], figure: Inline, inserted: readonly Inline[]): [Inline[], Inline[], Inline[]] {
  const at = gone.indexOf(figure);
  const text = getInlineText(inserted);
  const before = getInlineText(gone.slice(0, at));
  const after = getInlineText(gone.slice(at + 1));
  const number = /[-−]?[\d０-９][\d,，.．０-９]*\s*(?:[%％‰]|[个百千万亿]*[元股件家人吨])?/u.exec(text);
  if (before === '' && after === '') return [[], [...inserted], []];
  const start = before === '' ? 0 : (number?.index ?? 0);
  const end = after === '' || !number ? text.length : number.index + number[0].length;
  return [sliceInlines(inserted, 0, start), sliceInlines(inserted, start, end), sliceInlines(inserted, end, text.length)];
}

function replace(from: number, to: number, inserted: Inline[]): BlockDifference[] {
  const differences: BlockDifference[] = [];
  if (from < to) differences.push({ from, to, payload: { kind: 'delete' } });
  if (getInlineText(inserted) !== '') differences.push({ from: to, to, payload: { kind: 'insert', inlines: inserted } });
  return differences;
}

/** Styles that changed on text that stayed. */
function diffStyles(hunks: readonly TextHunk[], before: Signs, after: Signs): BlockDifference[] {
  const differences: BlockDifference[] = [];
  let shift = 0;
  let next = 0;
  for (let index = 0; index < before.text.length; index++) {
    while (hunks[next] && hunks[next]!.to <= index) {
      shift += hunks[next]!.text.length - (hunks[next]!.to - hunks[next]!.from);
      next++;
    }
    if (hunks[next] && hunks[next]!.from <= index) continue;
    const style: StyleChange = {};
    for (const name of STYLES) {
      const [was, is] = [before.styles[index]![name] ?? false, after.styles[index + shift]![name] ?? false];
      if (was !== is) style[name] = is;
    }
    if (Object.keys(style).length === 0) continue;
    const [from, to] = [before.places[index]!, before.places[index + 1]!];
    const last = differences.at(-1);
    if (last && last.to === from && last.payload.kind === 'format' && JSON.stringify(last.payload.style) === JSON.stringify(style))
      last.to = to;
    else differences.push({ from, to, payload: { kind: 'format', style } });
  }
  return differences;
}

/** The block became a paragraph, heading or list item of another kind. */
function diffKind(former: TextBlock, latter: TextBlock): BlockDifference[] {
  const bare = (block: TextBlock) => JSON.stringify({ ...block, inlines: [], blockId: '' }, Object.keys(block).sort());
  if (bare(former) === bare(latter)) return [];
  return [{ from: 0, to: getInlineText(former.inlines).length, payload: { kind: 'setBlock', block: { ...latter, inlines: [] } } }];
}
