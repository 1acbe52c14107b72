import type { ChangeId } from '../../../shared/domain/ids';
import { getInlineText, type Inline } from '../../../shared/domain/reply';
import type { ReviewPayload } from '../../../shared/domain/review';
import type { Cut } from './layOutText';
import { getLength, getStyle, isSameStyle, type MarkedInline, withStyle } from './markedReply';
import { type Ranked, rankPoints } from './rankPoints';
import type { ReviewLedger } from './ReviewLedger';

/** What stands in the text of a block: inlines, and new paragraph marks. */
export type HostItem = MarkedInline | Cut;

/** A change found in a text: its range there, what stands there, and the insertion it lies in, if in one. */
export type TextFinding = {
  changeId: ChangeId;
  from: number;
  to: number;
  quote: string;
  order?: number;
  inside?: ChangeId;
  payload: ReviewPayload;
};

type Claim = (changeId: ChangeId) => ChangeId;
type Read = { inlines: Inline[]; findings: { text: string; list: TextFinding[] } };

/**
 * Reads a row of items as the text that `ins` brought in (null: the reply's own) and the changes upon it, those inside its insertions included.
 * An insertion is what stands between its first and its last item, unless the host's own text comes between.
 */
export function readHost(items: readonly HostItem[], ins: ChangeId | null, ledger: ReviewLedger, claim: Claim): Read {
  const inlines: Inline[] = [];
  const list: TextFinding[] = [];
  const ranges = new RangeReader(claim, ledger);
  const points: Point[] = [];
  let offset = 0;
  for (let index = 0; index < items.length; ) {
    const item = items[index]!;
    if (getOwner(item) === ins && 'inline' in item) {
      pushInline(inlines, item.was ? withStyle(item.inline, item.was) : item.inline);
      ranges.add(item, offset);
      offset += getLength(item.inline);
      index++;
      continue;
    }
    const end = findEnd(items, index, ins, ledger);
    points.push(readPoint(items.slice(index, end), offset, ledger, claim));
    index = end;
  }
  const text = getInlineText(inlines);
  const overrides = new Set<ChangeId>();
  for (const point of points) {
    const figure = ranges.findFigure(point.owner);
    if (figure && point.payload.kind === 'insert') {
      overrides.add(point.owner);
      const proposed = getInlineText(point.payload.inlines);
      list.push({ ...figure, payload: { kind: 'overrideFigure', figureId: figure.figureId, shown: figure.shown, proposed } });
    }
  }
  list.push(...ranges.finish(text, overrides));
  const standing = points.filter(({ owner }) => !overrides.has(owner));
  for (const [index, { order, inside }] of rankPoints(standing, ledger).entries()) {
    const { changeId, at, payload } = standing[index]!;
    const place = inside ? { from: inside.from, to: inside.from, inside: inside.changeId } : { from: at, to: at };
    list.push({ changeId, ...place, quote: '', order, payload });
  }
  for (const point of points) list.push(...point.inner);
  return { inlines, findings: { text, list } };
}

function getOwner(item: HostItem): ChangeId | null {
  return 'inline' in item ? item.ins : item.changeId;
}

/**
 * One past the last item of the insertion that begins at `start`. Where one of ours and one of another reach into each other, ours ends before the
 * other: that one was sent and stays whole.
 */
function findEnd(items: readonly HostItem[], start: number, ins: ChangeId | null, ledger: ReviewLedger): number {
  const owner = getOwner(items[start]!);
  let stop = start + 1;
  while (stop < items.length && getOwner(items[stop]!) !== ins) stop++;
  const row = items.slice(start, stop).map(getOwner);
  const end = row.lastIndexOf(owner) + 1;
  if (!ledger.isOwn(owner)) return start + end;
  const behind = new Set(row.slice(end));
  const crossing = row.findIndex((other, index) => index < end && !ledger.isOwn(other) && behind.has(other));
  return start + (crossing < 0 ? end : crossing);
}

/** Something added at a place of the host's text, with the changes inside it. */
type Point = Ranked & { payload: ReviewPayload; inner: TextFinding[] };

function readPoint(items: readonly HostItem[], at: number, ledger: ReviewLedger, claim: Claim): Point {
  const [first] = items;
  const owner = getOwner(first!)!;
  const changeId = claim(owner);
  if (!('inline' in first!)) {
    return { owner, changeId, at, length: 1, payload: { kind: 'splitBlock', newBlockId: first!.newBlockId }, inner: [] };
  }
  const { inlines, findings } = readHost(items, owner, ledger, claim);
  const inner = findings.list.map((finding) => ({ ...finding, inside: finding.inside ?? changeId }));
  return { owner, changeId, at, length: findings.text.length, payload: { kind: 'insert', inlines }, inner };
}

type RangeKind = 'delete' | 'format' | 'comment';
type Range = { id: ChangeId; kind: RangeKind; from: number; to: number; figure: Extract<Inline, { type: 'figure' }> | null };

/** Gathers the ranges of changes upon a text: inlines that follow one another under one change are one range. */
class RangeReader {
  readonly #ranges: Range[] = [];
  readonly #open = new Map<string, Range>();
  readonly #claim: Claim;
  readonly #ledger: ReviewLedger;

  constructor(claim: Claim, ledger: ReviewLedger) {
    this.#claim = claim;
    this.#ledger = ledger;
  }

  add({ inline, del, format, comments }: MarkedInline, from: number): void {
    const to = from + getLength(inline);
    const kinds: readonly [RangeKind, readonly ChangeId[]][] = [
      ['delete', del],
      ['format', format],
      ['comment', comments],
    ];
    for (const [kind, ids] of kinds) {
      for (const id of ids) {
        const key = `${kind} ${id}`;
        const open = this.#open.get(key);
        if (open?.to === from) {
          open.to = to;
          open.figure = null;
          continue;
        }
        const range = { id, kind, from, to, figure: inline.type === 'figure' ? inline : null };
        this.#open.set(key, range);
        this.#ranges.push(range);
      }
    }
  }

  /** The figure that the change deletes and nothing else with it. */
  findFigure(id: ChangeId) {
    const range = this.#ranges.find((one) => one.id === id && one.kind === 'delete' && one.figure !== null);
    if (!range) return null;
    const { figureId, text } = range.figure!;
    return { changeId: id, from: range.from, to: range.to, quote: text, figureId, shown: text };
  }

  /** Every range as a finding, except the figures under an override. */
  finish(text: string, overrides: ReadonlySet<ChangeId>): TextFinding[] {
    return this.#ranges.flatMap(({ id, kind, from, to }): TextFinding[] => {
      if (kind === 'delete' && overrides.has(id)) return [];
      const payload: ReviewPayload =
        kind === 'delete'
          ? { kind }
          : kind === 'format'
            ? { kind, style: this.#ledger.get(id)?.style ?? {} }
            : { kind, text: '', replyTo: null };
      return [{ changeId: this.#claim(id), from, to, quote: text.slice(from, to), payload }];
    });
  }
}

function pushInline(inlines: Inline[], inline: Inline): void {
  const last = inlines.at(-1);
  if (inline.type === 'text' && last?.type === 'text' && isSameStyle(getStyle(inline), getStyle(last))) {
    inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
  } else if (inline.type !== 'text' || inline.text !== '') inlines.push(inline);
}
