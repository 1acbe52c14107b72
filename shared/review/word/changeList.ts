import type { ChangeId, Id, VersionId } from '../../domain/ids';
import type { ReviewAnchor, ReviewChange, ReviewPayload } from '../../domain/review';
import type { Revision } from './reviewedDocument';

/** Who made a change, and when; `revision` null for an edit made with tracking switched off. */
export type Maker = { author: string; at: string; isTracked: boolean };

/** The same words always give the same id. */
export type MakeId = <Noun extends string>(words: string) => Id<Noun>;

/** A change under construction: `build` gets the id its own new blocks are made from. */
export type NewChange = { by: Maker; anchor: ReviewAnchor; words: string; build: (makeBlockId: () => Id<'block'>) => ReviewPayload };

/** What a reviewed document says, gathered. Every tracked change of the file is either accounted for by a change or still in `listOpen`. */
export class ChangeList {
  readonly changes: ReviewChange[] = [];
  private readonly seen = new Map<string, number>();
  private readonly accounted = new Set<Revision>();

  constructor(
    /** What tells this exchange's changes from those of others. */
    private readonly exchange: string,
    private readonly baseVersionId: VersionId | null,
    private readonly untracked: { author: string; at: string },
    private readonly makeId: MakeId,
  ) {}

  /** Who made a tracked change, or an edit without one. */
  makerOf(revision: Revision | undefined | null): Maker {
    if (!revision) return { ...this.untracked, isTracked: false };
    return { author: revision.author.trim() || this.untracked.author, at: revision.at ?? this.untracked.at, isTracked: true };
  }

  /**
   * Adds a change made from the revisions named. Its id follows from what it says and where, so that taking the same file, or a later state of it, back
   * finds it again.
   */
  add({ by, anchor, words, build }: NewChange, revisions: readonly Revision[]): ChangeId {
    for (const revision of revisions) this.accounted.add(revision);
    const { questionId, blockId, from, to, cell, inside } = anchor;
    const key = JSON.stringify([
      this.exchange,
      by.isTracked ? [by.author, by.at] : null,
      questionId,
      blockId,
      from,
      to,
      cell,
      inside,
      words,
    ]);
    const copy = this.seen.get(key) ?? 0;
    this.seen.set(key, copy + 1);
    const changeId = this.makeId<'change'>(`${key}#${copy}`);
    let blocks = 0;
    const payload = build(() => this.makeId<'block'>(`${key}#${copy}#${blocks++}`));
    this.changes.push({ changeId, author: by.author, at: by.at, baseVersionId: this.baseVersionId, anchor, payload });
    return changeId;
  }

  /** Notes that revisions are told by a change already added, or change nothing a reader could see. */
  account(revisions: readonly Revision[]): void {
    for (const revision of revisions) this.accounted.add(revision);
  }

  isAccounted(revision: Revision): boolean {
    return this.accounted.has(revision);
  }
}
