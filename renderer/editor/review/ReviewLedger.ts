import { type ChangeId, newId } from '../../../shared/domain/ids';
import type { ReviewChange, StyleChange } from '../../../shared/domain/review';
import type { BlockShell } from './markedReply';

/**
 * What an editor must know of a change whose id stands in the text. `isOwn`: made here and not sent yet, so that typing may go on in it; `isMine`: by
 * the local author, sent or not. `style` and
 * `shell` say what a change of format or of a block's kind proposes; `isOverride`: it proposes other words for a figure.
 */
export type KnownChange = {
  changeId: ChangeId;
  author: string;
  at: string;
  isOwn: boolean;
  isMine: boolean;
  order: number;
  style: StyleChange | null;
  shell: BlockShell | null;
  isOverride: boolean;
  /** The insertion it lies in. */
  inside: ChangeId | null;
};

/**
 * The changes an open reply has met. Nothing is ever taken out while it is open, so that undo can bring any of them back; the text itself says which
 * of them stand.
 */
export class ReviewLedger {
  readonly #known = new Map<ChangeId, KnownChange>();
  readonly #authors: string[] = [];
  readonly #parts = new Map<string, ChangeId>();
  #lastMs = 0;
  author: string;

  readonly #now: () => number;

  constructor(author: string, now: () => number = Date.now) {
    this.author = author;
    this.#now = now;
  }

  /** Takes in changes as core lists them. */
  learn(change: ReviewChange, isOwn: boolean, isMine: boolean = isOwn): void {
    const { changeId, author, at, anchor, payload } = change;
    this.#known.set(changeId, {
      changeId,
      author,
      at,
      isOwn,
      isMine,
      order: anchor.order ?? 0,
      style: payload.kind === 'format' ? payload.style : null,
      shell: payload.kind === 'setBlock' ? payload.block : null,
      isOverride: payload.kind === 'overrideFigure',
      inside: anchor.inside ?? null,
    });
  }

  /** A new change of the local author. Two are never of the same moment. */
  begin(content: Partial<Pick<KnownChange, 'style' | 'shell' | 'isOverride'>> = {}): ChangeId {
    const ms = Math.max(this.#now(), this.#lastMs + 1);
    this.#lastMs = ms;
    const changeId = newId<'change'>();
    const nothing = { isMine: true, style: null, shell: null, isOverride: false, inside: null };
    this.#known.set(changeId, {
      changeId,
      author: this.author,
      at: new Date(ms).toISOString(),
      isOwn: true,
      order: 0,
      ...nothing,
      ...content,
    });
    return changeId;
  }

  /** Whether it has met no change yet. */
  get isEmpty(): boolean {
    return this.#known.size === 0;
  }

  get(changeId: ChangeId): KnownChange | undefined {
    return this.#known.get(changeId);
  }

  /** Whether the local author made the change and may still go on with it. */
  isOwn(changeId: ChangeId | null): boolean {
    return changeId !== null && (this.#known.get(changeId)?.isOwn ?? false);
  }

  /** Authors by when they were met; the local one is the first. */
  getAuthorIndex(changeId: ChangeId): number {
    const known = this.#known.get(changeId);
    if (!known || known.isMine) return 0;
    const index = this.#authors.indexOf(known.author);
    return index >= 0 ? index + 1 : this.#authors.push(known.author);
  }

  /** Whether a change lies in what another brings in, or in what that one lies in. */
  isInside(changeId: ChangeId, host: ChangeId): boolean {
    const seen = new Set<ChangeId>();
    for (let at = this.#known.get(changeId)?.inside ?? null; at !== null && !seen.has(at); at = this.#known.get(at)?.inside ?? null) {
      if (at === host) return true;
      seen.add(at);
    }
    return false;
  }

  /** The same change as a change of its own, for its part number `part` (from 1) that no longer hangs together with the first; always the same id. */
  getPart(changeId: ChangeId, part: number): ChangeId {
    const key = `${changeId}/${part}`;
    const known = this.#parts.get(key);
    if (known) return known;
    const partId = newId<'change'>();
    this.#parts.set(key, partId);
    const whole = this.#known.get(changeId);
    if (whole) this.#known.set(partId, { ...whole, changeId: partId, isMine: whole.isOwn });
    return partId;
  }
}
