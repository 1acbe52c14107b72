import type { ChangeId } from '../../../shared/domain/ids';
import type { StyleChange } from '../../../shared/domain/review';
import type { Atom, AtomRun, EditPlace, EndAtom, InlineAtom } from './atoms';
import { findStyleChange, restyle } from './layOutText';
import { getStyle, isSameStyle, type MarkedBlock, type MarkedInline, withStyle } from './markedReply';
import type { ReviewLedger } from './ReviewLedger';

export type Recording = {
  ledger: ReviewLedger;
  /** Whether everything is recorded; otherwise only what touches the insertions of others is. */
  isRevising: boolean;
  place: EditPlace | null;
};

/** An inline of the result; `after` is its atom in the edited blocks, null when it was put back. `isNew`: it was put in. */
export type ResultInline = { kind: 'inline'; marked: MarkedInline; after: number | null; isNew?: true };

/** The end of a block of the result. `former` is what it ended, null for a new one; `join` is the change that takes it away now. */
export type ResultEnd = {
  kind: 'end';
  former: EndAtom | null;
  latter: MarkedBlock | null;
  after: number | null;
  join: ChangeId | null;
};
export type ResultAtom = ResultInline | ResultEnd;

/** What may be typed on to the words proposed for a figure; anything else is text beside it. */
const FIGURE_CHARACTER = /[\d０-９.,，%％‰+\-—万亿千百十元美倍个股年月日]/;

/** Goes through the runs of an edit and says for every atom what it is now. */
export class EditRecorder {
  readonly atoms: ResultAtom[] = [];
  readonly #ledger: ReviewLedger;
  readonly #isRevising: boolean;
  /** Blocks that the local author deleted whole: nothing in them need be deleted again. */
  readonly #gone: ReadonlySet<number>;
  /** Remarks on text that stays: what is put in beside it is none of theirs. */
  readonly #staying: ReadonlySet<ChangeId>;

  constructor({ ledger, isRevising }: Recording, before: readonly MarkedBlock[], runs: readonly AtomRun[]) {
    this.#staying = new Set(runs.flatMap(({ isKept, former }) => (isKept ? former.flatMap(listRemarks) : [])));
    this.#gone = new Set(before.flatMap(({ del }, index) => (del.some((id) => ledger.isOwn(id)) ? [index] : [])));
    this.#ledger = ledger;
    this.#isRevising = isRevising;
  }

  keep({ former, latter, from }: AtomRun): void {
    former.forEach((atom, index) => {
      const now = latter[index]!;
      const after = from + index;
      if (atom.kind === 'end') this.#put({ kind: 'end', former: atom, latter: (now as EndAtom).block, after, join: null });
      else this.#put({ kind: 'inline', marked: this.#restyle(atom.marked, getStyle((now as InlineAtom).marked.inline)), after });
    });
  }

  replace(run: AtomRun, next: AtomRun | undefined): void {
    const { former, latter, from } = run;
    if (this.#isRevising && this.#overrideFigure(run)) return;
    for (const [index, atom] of former.entries()) this.#takeOut(atom, former[index + 1] ?? next?.former[0]);
    for (const [index, atom] of latter.entries()) this.#putIn(atom, from + index, latter[index + 1] ?? null, next?.former[0]);
  }

  #put(atom: ResultAtom): void {
    this.atoms.push(atom);
  }

  /** A figure that other words took the place of stays, with the words as a request behind it. */
  #overrideFigure({ former, latter, from }: AtomRun): boolean {
    const [figure] = former;
    if (former.length !== 1 || figure?.kind !== 'inline' || figure.marked.inline.type !== 'figure' || figure.marked.ins !== null)
      return false;
    if (latter.length === 0 || !latter.every((atom) => atom.kind === 'inline' && atom.marked.inline.type === 'text')) return false;
    if (figure.marked.del.some((id) => this.#ledger.isOwn(id))) return false;
    const changeId = this.#ledger.begin({ isOverride: true });
    this.#put({ kind: 'inline', marked: { ...figure.marked, del: [...figure.marked.del, changeId] }, after: null });
    for (const [index, atom] of latter.entries()) {
      const { marked } = atom as InlineAtom;
      const inline = withStyle(marked.inline, figure.marked.was ?? getStyle(figure.marked.inline));
      this.#put({ kind: 'inline', marked: inserted({ ...marked, inline }, changeId, []), after: from + index });
    }
    return true;
  }

  #takeOut(atom: Atom, next: Atom | undefined): void {
    if (!this.#isProtected(atom)) {
      // A block of our own in which another wrote stays, with what the other wrote.
      const isHome = atom.kind === 'end' && atom.block.split === null && this.atoms.at(-1)?.kind === 'inline';
      if (isHome && this.#hasOthersText()) this.#put({ kind: 'end', former: atom, latter: null, after: null, join: null });
      return;
    }
    if (atom.kind === 'end') {
      const isGone = this.#gone.has(atom.index) || atom.block.join.some((id) => this.#ledger.isOwn(id));
      this.#put({ kind: 'end', former: atom, latter: null, after: null, join: isGone ? null : this.#ledger.begin() });
      return;
    }
    const { marked } = atom;
    const isGone = this.#gone.has(atom.index) || marked.del.some((id) => this.#ledger.isOwn(id));
    const del = isGone ? marked.del : [...marked.del, this.#findDeletion(marked, next)];
    this.#put({ kind: 'inline', marked: { ...marked, del }, after: null });
  }

  /** Whether the row under way holds text that is not ours. */
  #hasOthersText(): boolean {
    for (let index = this.atoms.length - 1; index >= 0; index--) {
      const atom = this.atoms[index]!;
      if (atom.kind === 'end') return false;
      if (atom.after === null && !this.#ledger.isOwn(atom.marked.ins)) return true;
    }
    return false;
  }

  /** Whether the atom may not go without a trace. */
  #isProtected(atom: Atom): boolean {
    const ins = atom.kind === 'inline' ? atom.marked.ins : (atom.block.split ?? atom.block.ins);
    return ins === null ? this.#isRevising : !this.#ledger.isOwn(ins);
  }

  /** The deletion beside this text that it belongs to, or a new one. */
  #findDeletion({ ins }: MarkedInline, next: Atom | undefined): ChangeId {
    for (const neighbour of [this.atoms.at(-1), next]) {
      if (neighbour?.kind !== 'inline' || neighbour.marked.ins !== ins) continue;
      const own = neighbour.marked.del.find((id) => this.#ledger.isOwn(id) && !this.#ledger.get(id)!.isOverride);
      if (own !== undefined) return own;
    }
    return this.#ledger.begin();
  }

  #putIn(atom: Atom, after: number, nextNew: Atom | null, nextKept: Atom | undefined): void {
    if (atom.kind === 'end') {
      this.#put({ kind: 'end', former: null, latter: atom.block, after, join: null });
      return;
    }
    const before = this.atoms.at(-1);
    const left = before?.kind === 'inline' ? before.marked : null;
    const right = nextKept?.kind === 'inline' ? nextKept.marked : null;
    const around = left && right ? left.comments.filter((id) => right.comments.includes(id)) : [];
    // Words that were moved bring their remarks along.
    const moved = this.#isRevising ? [] : atom.marked.comments.filter((id) => !this.#staying.has(id));
    const comments = [...new Set([...around, ...moved])];
    const ins = this.#findInsertion(atom.marked, left, nextNew?.kind === 'end' ? null : right);
    // Words proposed for a figure look as the figure does.
    const model = ins !== null && this.#ledger.get(ins)?.isOverride ? (left?.ins === ins ? left : right) : null;
    const inline = model ? withStyle(atom.marked.inline, getStyle(model.inline)) : atom.marked.inline;
    this.#put({ kind: 'inline', marked: inserted({ ...atom.marked, inline }, ins, comments), after, isNew: true });
  }

  #findInsertion({ ins, inline }: MarkedInline, left: MarkedInline | null, right: MarkedInline | null): ChangeId | null {
    const isOpen = (changeId: ChangeId | null | undefined): changeId is ChangeId => {
      if (!this.#ledger.isOwn(changeId ?? null)) return false;
      const isAside = this.#ledger.get(changeId!)!.isOverride && right?.ins !== changeId;
      return !isAside || (inline.type === 'text' && FIGURE_CHARACTER.test(inline.text));
    };
    if (isOpen(ins)) return ins;
    // Nothing stands between a figure and the words proposed for it.
    if (right?.ins && left?.del.includes(right.ins) && this.#ledger.isOwn(right.ins)) return right.ins;
    if (!this.#isRevising) {
      const isInside = left !== null && left.ins !== null && left.ins === right?.ins;
      return isInside ? this.#ledger.begin() : null;
    }
    if (isOpen(left?.ins)) return left!.ins;
    return this.#ledger.isOwn(right?.ins ?? null) && !this.#ledger.get(right!.ins!)!.isOverride ? right!.ins : this.#ledger.begin();
  }

  /** Text that stayed, in the style it has now. */
  #restyle(marked: MarkedInline, style: ReturnType<typeof getStyle>): MarkedInline {
    const former = getStyle(marked.inline);
    if (isSameStyle(former, style) || (marked.ins !== null && this.#ledger.get(marked.ins)?.isOverride)) return marked;
    const inline = withStyle(marked.inline, style);
    if (!this.#isRevising || this.#ledger.isOwn(marked.ins)) {
      return { ...marked, inline, was: marked.was && restyle(marked.was, findStyleChange(former, style)!) };
    }
    const was = marked.was ?? former;
    const others = marked.format.filter((id) => !this.#ledger.isOwn(id));
    const theirs = others.reduce((now, id) => restyle(now, this.#ledger.get(id)?.style ?? {}), was);
    const change = findStyleChange(theirs, style);
    const format = change === null ? others : [...others, this.#findFormat(change, marked)];
    return { ...marked, inline, format, was: format.length > 0 ? was : null };
  }

  /** The same change of style on the text before, or a new one. */
  #findFormat(change: StyleChange, { ins }: MarkedInline): ChangeId {
    const before = this.atoms.at(-1);
    const same = before?.kind === 'inline' && before.marked.ins === ins ? before.marked.format : [];
    const known = same.find((id) => this.#ledger.isOwn(id) && JSON.stringify(this.#ledger.get(id)!.style) === JSON.stringify(change));
    return known ?? this.#ledger.begin({ style: change });
  }
}

function listRemarks(atom: Atom): readonly ChangeId[] {
  return atom.kind === 'inline' ? atom.marked.comments : [];
}

function inserted({ inline }: MarkedInline, ins: ChangeId | null, comments: readonly ChangeId[]): MarkedInline {
  return { inline, was: null, ins, del: [], format: [], comments };
}
