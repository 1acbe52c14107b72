import { diffTexts, type TextHunk } from '../../../shared/review/textDiff';
import { getStyle, type MarkedBlock, type MarkedInline } from './markedReply';

/** The smallest thing an edit can put in or take out: a character, a figure or other whole inline, or the end of a block. */
export type InlineAtom = { kind: 'inline'; marked: MarkedInline; index: number };
export type EndAtom = { kind: 'end'; block: MarkedBlock; index: number };
export type Atom = InlineAtom | EndAtom;

/** Blocks as a row of atoms, in reading order; a block's end follows its text. `index` is the block's. */
export function toAtoms(blocks: readonly MarkedBlock[]): Atom[] {
  const atoms: Atom[] = [];
  for (const [index, block] of blocks.entries()) {
    for (const marked of block.inlines) {
      if (marked.inline.type !== 'text') atoms.push({ kind: 'inline', marked, index });
      else {
        for (const character of marked.inline.text) {
          atoms.push({ kind: 'inline', marked: { ...marked, inline: { ...marked.inline, text: character } }, index });
        }
      }
    }
    atoms.push({ kind: 'end', block, index });
  }
  return atoms;
}

/** What became of a row of atoms: `former` and `latter` [from, to) are equal, or the first was replaced by the second. */
export type AtomRun = { isKept: boolean; former: readonly Atom[]; latter: readonly Atom[]; from: number };

/** Where an edit happened: what was selected before it, in atoms of the former row, and the caret after it, in atoms of the latter. */
export type EditPlace = { selected: { from: number; to: number } | null; caret: number };

/**
 * The runs that lead from one row to another. What was selected and is gone was replaced by what stands before the caret now; where an insertion or
 * deletion could as well stand a little further on, it stands at the caret. `place` is null when the caret is elsewhere.
 */
export function alignAtoms(former: readonly Atom[], latter: readonly Atom[], place: EditPlace | null): AtomRun[] {
  const names = new Map<string, string>();
  const print = (atoms: readonly Atom[]) => atoms.map((atom) => nameOf(getKey(atom), names)).join('');
  const [a, b] = [print(former), print(latter)];
  const runs: AtomRun[] = [];
  let at = 0;
  let shift = 0;
  const put = (isKept: boolean, to: number, length: number) => {
    if (to > at || length > 0) {
      runs.push({ isKept, former: former.slice(at, to), latter: latter.slice(at + shift, at + shift + length), from: at + shift });
    }
    shift += length - (to - at);
    at = to;
  };
  for (const hunk of findHunks(a, b, place).map((one) => passEnd(one, a, names.get('¶')))) {
    put(true, hunk.from, hunk.from - at);
    put(false, hunk.to, hunk.text.length);
  }
  put(true, former.length, former.length - at);
  return runs;
}

function findHunks(a: string, b: string, place: EditPlace | null): TextHunk[] {
  if (place?.selected) {
    const { from, to } = place.selected;
    const text = b.slice(from, place.caret);
    if (from <= place.caret && a.slice(0, from) + text + a.slice(to) === b) return [{ from, to, text }];
  }
  const hunks = diffTexts(a, b);
  return (hunks.length === 1 && place && moveToCaret(a, b, hunks[0]!, place.caret)) || hunks;
}

/** Ends are alike: which of them a paragraph keeps is not said by the text. */
function getKey(atom: Atom): string {
  if (atom.kind === 'end') return 'inlines' in atom.block.shell ? '¶' : `¶${atom.block.shell.blockId}`;
  const { inline, ins } = atom.marked;
  if (inline.type === 'text') return `${inline.text}${ins ?? ''}`;
  const { style: _style, ...content } = { style: getStyle(inline), ...inline };
  return `${JSON.stringify(content)}${ins ?? ''}`;
}

/** One private character for each kind of atom, so that rows are compared as texts; none is half of a pair. */
function nameOf(key: string, names: Map<string, string>): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = String.fromCharCode(1 + (names.size % 0xd000));
  names.set(key, name);
  return name;
}

/** A new end put in right before an end comes behind it: what was cut off is a block of its own, not the rest of the one before. */
function passEnd(hunk: TextHunk, a: string, end: string | undefined): TextHunk {
  if (end === undefined || hunk.from !== hunk.to || a[hunk.from] !== end || hunk.text[0] !== end) return hunk;
  return { from: hunk.from + 1, to: hunk.to + 1, text: hunk.text.slice(1) + end };
}

function moveToCaret(a: string, b: string, hunk: TextHunk, caret: number): TextHunk[] | null {
  const length = hunk.text.length;
  const isInsertion = hunk.from === hunk.to;
  if (!isInsertion && length > 0) return null;
  const by = caret - (hunk.from + length);
  const moved = { from: hunk.from + by, to: hunk.to + by, text: isInsertion ? b.slice(hunk.from + by, hunk.from + by + length) : '' };
  if (moved.from < 0 || moved.to > a.length) return null;
  return a.slice(0, moved.from) + moved.text + a.slice(moved.to) === b ? [moved] : null;
}
