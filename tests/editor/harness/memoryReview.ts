import type { DataTable } from '../../../shared/domain/dataTable';
import { type ChangeId, newId, type QuestionId, type TableId } from '../../../shared/domain/ids';
import type { Reply } from '../../../shared/domain/reply';
import type { ReviewChange, ReviewDecision, Verdict } from '../../../shared/domain/review';
import type { ParsedParams, Result } from '../../../shared/ipc/contract';
import { applyToSections } from '../../../shared/review/applyToSections';
import type { PlacedChange } from '../../../shared/review/findConflicts';
import { viewReview } from '../../../shared/review/viewReview';

const ME = '王秘书';

/** Changes and decisions in memory, seen and carried out by the real functions. */
export class MemoryReview {
  changes: ReviewChange[] = [];
  readonly decisions: ReviewDecision[] = [];
  readonly #getReply: (questionId: QuestionId) => Reply;
  readonly #findTable: (tableId: TableId) => DataTable | null;
  readonly #tell: (questionId: QuestionId) => void;

  constructor(
    getReply: (questionId: QuestionId) => Reply,
    findTable: (tableId: TableId) => DataTable | null,
    tell: (questionId: QuestionId) => void,
  ) {
    this.#getReply = getReply;
    this.#findTable = findTable;
    this.#tell = tell;
  }

  list(questionId: QuestionId | null): Result<'review:list'> {
    const changes = this.changes.filter(({ anchor }) => questionId === null || anchor.questionId === questionId);
    const replies = [...new Set(changes.map(({ anchor }) => anchor.questionId!))].map((id) => this.#getReply(id));
    return viewReview({ replies, findTable: this.#findTable }, changes, this.decisions).map((one) => {
      const mine = one.change.author === ME;
      return { ...one, mine, sent: !mine };
    });
  }

  /** Changes of another come in, as with a merged copy. */
  bring(questionId: string, author: string, changes: Pick<ReviewChange, 'anchor' | 'payload'>[]): void {
    for (const change of changes) {
      this.changes.push({ ...change, changeId: newId(), author, at: '2026-01-05T09:00:00Z', baseVersionId: null });
    }
    this.#tell(questionId as QuestionId);
  }

  propose({ anchor, payload }: ParsedParams<'review:propose'>): ReviewChange {
    const change: ReviewChange = { changeId: newId(), author: ME, at: '2026-01-05T10:00:00Z', baseVersionId: null, anchor, payload };
    this.changes.push(change);
    this.#tell(anchor.questionId!);
    return change;
  }

  comment({ anchor, text, replyTo }: ParsedParams<'review:comment'>): ReviewChange {
    const change: ReviewChange = {
      changeId: newId(),
      author: ME,
      at: '2026-01-05T10:00:00Z',
      baseVersionId: null,
      anchor,
      payload: { kind: 'comment', text, replyTo },
    };
    this.changes.push(change);
    this.#tell(anchor.questionId!);
    return change;
  }

  save(questionId: QuestionId, suggestions: ParsedParams<'review:saveSuggestions'>['suggestions']): void {
    const open = new Set(this.list(questionId).flatMap(({ change, state, mine }) => (mine && state === 'open' ? [change.changeId] : [])));
    const isKept = ({ changeId, author, payload, anchor }: ReviewChange) =>
      author !== ME || payload.kind === 'comment' || anchor.cell !== undefined || !open.has(changeId);
    const own = suggestions.map((one): ReviewChange => ({ ...one, author: ME, baseVersionId: null }) as ReviewChange);
    this.changes = [...this.changes.filter(isKept), ...own];
    this.#tell(questionId);
  }

  decide(changeIds: readonly ChangeId[], verdict: Verdict, note: string): Result<'review:decide'> {
    const decided = this.list(null).filter(({ change }) => changeIds.includes(change.changeId));
    for (const questionId of new Set(decided.map(({ change }) => change.anchor.questionId!))) {
      const reply = this.#getReply(questionId);
      if (verdict === 'accepted') {
        const placed = decided.filter(
          (one): one is typeof one & PlacedChange => one.place !== null && one.change.anchor.questionId === questionId,
        );
        reply.sections = applyToSections(reply.sections, placed).sections;
        reply.revision++;
      }
    }
    for (const changeId of changeIds) {
      this.decisions.push({ decisionId: newId(), changeId, author: ME, at: new Date().toISOString(), verdict, note });
    }
    for (const questionId of new Set(decided.map(({ change }) => change.anchor.questionId!))) this.#tell(questionId);
    return { decided: [...changeIds], notApplied: [], changedFigures: [] };
  }
}
