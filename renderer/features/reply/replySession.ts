import {
  CLEAR_HISTORY_COMMAND,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_NORMAL,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import type { Figure } from '../../../shared/domain/figure';
import type { ChangeId, FigureId, QuestionId } from '../../../shared/domain/ids';
import type { Section } from '../../../shared/domain/reply';
import type { ReviewChange, ReviewPayload } from '../../../shared/domain/review';
import type { EventName, Events, Method, Params, Result } from '../../../shared/ipc/contract';
import type { ErrorValue } from '../../../shared/ipc/errors';
import { FIGURE_TAG, LOAD_TAG } from '../../editor/blocks/updateTags';
import { showFigures } from '../../editor/figure/registerFigures';
import { $writeMarkedSections, isSameJson } from '../../editor/mapping/sections';
import { $readMarkedSections } from '../../editor/review/markedNodes';
import { markSections } from '../../editor/review/markSections';
import { readMarks } from '../../editor/review/readMarks';
import { ReviewLedger } from '../../editor/review/ReviewLedger';
import { withoutFigureWords } from './withoutFigureWords';

/** What a session needs of the world: core, and a timer. */
export type SessionPorts = {
  call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>>;
  onEvent<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void;
  toErrorValue(error: unknown): ErrorValue;
  /** Runs `task` after `ms`; returns the function that cancels it. */
  schedule(task: () => void, ms: number): () => void;
};

/** How the open reply stands to the stored one. `theirs` is the stored text that differs from ours in a conflict. */
export type SessionState =
  | { phase: 'loading' | 'saved' | 'unsaved' | 'saving'; savedAt: string | null }
  | { phase: 'failed'; error: ErrorValue; savedAt: string | null }
  | { phase: 'conflict'; theirs: Section[]; savedAt: string | null };

type Review = Result<'review:list'>;
type Suggestion = Pick<ReviewChange, 'changeId' | 'at' | 'anchor' | 'payload'>;
type Loaded = { reply: Result<'reply:get'>; review: Review };

const PAUSE_MS = 600;
const COMPOSING_PAUSE_MS = 300;

/**
 * Keeps one open reply, with the open changes on it, and core in step: loads it, saves it within a second after the last change and never while an input method composes, shows
 * what figures say now, takes in what core changed, and stops with both texts in hand when both sides changed.
 */
export class ReplySession {
  readonly #editor: LexicalEditor;
  readonly #questionId: QuestionId;
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<() => void>();
  readonly #figures = new Map<FigureId, Figure>();
  /** The changes this reply has met. */
  readonly ledger = new ReviewLedger('');
  #state: SessionState = { phase: 'loading', savedAt: null };
  #revision = 0;
  #stored: Section[] = [];
  #review: Review = [];
  /** The local author's suggestions as core has them. */
  #suggested: Suggestion[] = [];
  #isUnsaved = false;
  #isStale = false;
  #saving: Promise<void> | null = null;
  #taking: Promise<void> | null = null;
  #cancelTimer: (() => void) | null = null;
  #stops: (() => void)[] = [];

  constructor(editor: LexicalEditor, questionId: QuestionId, ports: SessionPorts) {
    this.#editor = editor;
    this.#questionId = questionId;
    this.#ports = ports;
  }

  getState = (): SessionState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The figure row behind a figure node; undefined while it is not known. */
  getFigure(figureId: FigureId): Figure | undefined {
    return this.#figures.get(figureId);
  }

  /** Remembers a figure just made or changed, and shows its words wherever it stands. */
  putFigure(figure: Figure): void {
    this.#figures.set(figure.figureId, figure);
    this.#showFigures();
  }

  /** Whether an open change is a remark. */
  isComment(changeId: ChangeId): boolean {
    return this.#review.some(({ change }) => change.changeId === changeId && change.payload.kind === 'comment');
  }

  /** What an open change proposes, ours as it stands in the text now; undefined when it is gone. */
  findPayload(changeId: ChangeId): ReviewPayload | undefined {
    const own = this.ledger.isOwn(changeId) ? this.#read().suggestions.find((one) => one.changeId === changeId) : undefined;
    return own?.payload ?? this.#review.find(({ change }) => change.changeId === changeId)?.change.payload;
  }

  /** Loads the reply and begins to follow both sides. */
  async open(): Promise<void> {
    this.#stops = [
      this.#ports.onEvent('figures:changed', ({ changes }) => {
        for (const { figureId, after } of changes) {
          const figure = this.#figures.get(figureId);
          if (figure) this.#figures.set(figureId, { ...figure, shown: after });
        }
        this.#showFigures();
      }),
      this.#ports.onEvent('project:changed', ({ nouns, questionIds }) => {
        if (!nouns.includes('reply') && !nouns.includes('figure') && !nouns.includes('review')) return;
        if (questionIds && !questionIds.includes(this.#questionId)) return;
        void this.#takeIn();
      }),
      this.#editor.registerUpdateListener(({ tags, dirtyElements, dirtyLeaves }) => {
        if (tags.has(HISTORIC_TAG)) queueMicrotask(() => this.#showFigures());
        if (tags.has(LOAD_TAG) || tags.has(FIGURE_TAG) || tags.has(COLLABORATION_TAG)) return;
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        this.#noteChange();
      }),
      this.#editor.registerCommand(UNDO_COMMAND, () => this.#deferStep(UNDO_COMMAND), COMMAND_PRIORITY_NORMAL),
      this.#editor.registerCommand(REDO_COMMAND, () => this.#deferStep(REDO_COMMAND), COMMAND_PRIORITY_NORMAL),
    ];
    try {
      this.#adopt(await this.#load(), HISTORY_MERGE_TAG);
      this.#settle({ phase: 'saved', savedAt: null });
    } catch (error) {
      this.#settle({ phase: 'failed', error: this.#ports.toErrorValue(error), savedAt: null });
    }
  }

  /** Whether what is on screen is not, or not yet, in the project. */
  hasUnsaved(): boolean {
    return this.#state.phase !== 'loading' && this.#state.phase !== 'saved';
  }

  /**
   * Saves what is not saved and stops following. Where both sides changed and nothing was chosen, our text is saved over theirs, which stays in the project's
   * history: true then. After a failure the text is still in hand, and closing again tries again.
   */
  async close(): Promise<boolean> {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    await this.flush();
    const isUndecided = this.#state.phase === 'conflict';
    if (isUndecided) await this.keepMine();
    return isUndecided;
  }

  /** Saves now what is not saved yet; waits for a save under way. Does nothing while an input method composes or a conflict stands. */
  async flush(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#saving) await this.#saving;
    if (!this.#isUnsaved || this.#state.phase === 'conflict' || this.#state.phase === 'loading') return;
    if (this.#editor.isComposing()) {
      this.#saveAfter(COMPOSING_PAUSE_MS);
      return;
    }
    this.#saving = this.#save(this.#revision).finally(() => {
      this.#saving = null;
    });
    await this.#saving;
    if (this.#isStale) await this.#takeIn();
  }

  /** Settles a conflict with our text: it is saved over theirs, which stays in the project's history. */
  async keepMine(): Promise<void> {
    if (this.#state.phase !== 'conflict') return;
    this.#settle({ phase: 'unsaved', savedAt: this.#state.savedAt });
    this.#isUnsaved = true;
    await this.flush();
  }

  /** Settles a conflict with their text; ours is one undo away. */
  takeTheirs(): void {
    if (this.#state.phase !== 'conflict') return;
    const { theirs, savedAt } = this.#state;
    this.#write(theirs, HISTORY_PUSH_TAG);
    this.#stored = theirs;
    this.#suggested = this.#read().suggestions;
    this.#isUnsaved = false;
    this.#settle({ phase: 'saved', savedAt });
  }

  #noteChange(): void {
    this.#isUnsaved = true;
    if (this.#state.phase === 'saved' || this.#state.phase === 'failed') this.#settle({ phase: 'unsaved', savedAt: this.#state.savedAt });
    if (this.#state.phase !== 'conflict') this.#saveAfter(PAUSE_MS);
  }

  #saveAfter(ms: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.#ports.schedule(() => {
      this.#cancelTimer = null;
      void this.flush();
    }, ms);
  }

  async #save(baseRevision: number): Promise<void> {
    const { sections, suggestions } = this.#read();
    const questionId = this.#questionId;
    this.#isUnsaved = false;
    const isSuggesting = !isSameJson(suggestions, this.#suggested);
    if (isSameJson(sections, this.#stored) && !isSuggesting) {
      this.#settle({ phase: 'saved', savedAt: this.#state.savedAt });
      return;
    }
    this.#settle({ phase: 'saving', savedAt: this.#state.savedAt });
    try {
      const { revision, savedAt } = isSuggesting
        ? await this.#ports.call('review:saveSuggestions', { questionId, baseRevision, sections, suggestions })
        : await this.#ports.call('reply:save', { questionId, baseRevision, sections });
      this.#revision = revision;
      this.#stored = sections;
      this.#suggested = suggestions;
      this.#settle({ phase: this.#isUnsaved ? 'unsaved' : 'saved', savedAt });
    } catch (error) {
      this.#isUnsaved = true;
      const value = this.#ports.toErrorValue(error);
      if (value.code === 'revision-conflict') this.#isStale = true;
      else this.#settle({ phase: 'failed', error: value, savedAt: this.#state.savedAt });
    }
  }

  /** What was done last is known only when core's changes are taken in: a step back or forward waits for them. False when there is nothing to wait for. */
  #deferStep(command: LexicalCommand<void>): boolean {
    const wait = this.#taking ?? this.#saving;
    if (wait === null) return false;
    void wait.then(() => this.#editor.dispatchCommand(command, undefined));
    return true;
  }

  /** Reads the stored reply again after core said it changed. */
  #takeIn(): Promise<void> {
    this.#isStale = true;
    if (this.#saving || this.#state.phase === 'loading') return Promise.resolve();
    this.#isStale = false;
    const taking = this.#readAgain().finally(() => {
      if (this.#taking === taking) this.#taking = null;
    });
    this.#taking = taking;
    return taking;
  }

  async #readAgain(): Promise<void> {
    let loaded: Loaded;
    try {
      loaded = await this.#load();
    } catch (error) {
      this.#settle({ phase: 'failed', error: this.#ports.toErrorValue(error), savedAt: this.#state.savedAt });
      return;
    }
    // A save that began meanwhile asks again when it ends.
    if (this.#saving) {
      this.#isStale = true;
      return;
    }
    const { reply, review } = loaded;
    for (const figure of reply.figures) this.#figures.set(figure.figureId, figure);
    this.#showFigures();
    const isReviewNew = !this.#hasMet(review);
    if (reply.revision <= this.#revision && !isReviewNew && this.#state.phase !== 'conflict') return;
    const changedOnlyFigures = isSameJson(withoutFigureWords(reply.sections), withoutFigureWords(this.#stored));
    if (!this.#hasOwnChanges()) {
      this.#isUnsaved = false;
      this.#adopt(loaded, HISTORY_MERGE_TAG);
      // What is undone next is the decision, in the project; a step back in the text would bring a decided change back.
      if (isReviewNew) this.#editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
      this.#settle({ phase: 'saved', savedAt: this.#state.savedAt });
    } else if (reply.revision <= this.#revision) {
      // Only others' changes are new: they are taken in once ours are saved.
      this.#isStale = true;
      this.#saveAfter(PAUSE_MS);
    } else if (changedOnlyFigures) {
      this.#revision = reply.revision;
      this.#stored = reply.sections;
      this.#settle({ phase: 'unsaved', savedAt: this.#state.savedAt });
      this.#saveAfter(PAUSE_MS);
    } else {
      this.#revision = reply.revision;
      this.#settle({ phase: 'conflict', theirs: reply.sections, savedAt: this.#state.savedAt });
    }
  }

  /** Whether the writer's text differs from the stored one; the words of figures are core's and never a change of ours. */
  #hasOwnChanges(): boolean {
    if (!this.#isUnsaved) return false;
    const { sections, suggestions } = this.#read();
    return !isSameJson(withoutFigureWords(sections), withoutFigureWords(this.#stored)) || !isSameJson(suggestions, this.#suggested);
  }

  async #load(): Promise<Loaded> {
    const questionId = this.#questionId;
    const [reply, review] = await Promise.all([
      this.#ports.call('reply:get', { questionId }),
      this.#ports.call('review:list', { questionId }),
    ]);
    return { reply, review: review.filter(({ state }) => state === 'open') };
  }

  /** The text as it is stored, and the local author's suggestions in it. */
  #read(): { sections: Section[]; suggestions: Suggestion[] } {
    const marked = this.#editor.read($readMarkedSections);
    const { sections, changes } = readMarks(marked, this.#questionId, this.ledger);
    const suggestions = changes
      .filter(({ changeId, payload }) => payload.kind !== 'comment' && this.ledger.get(changeId)?.isMine)
      .map(({ changeId, at, anchor, payload }) => ({ changeId, at, anchor, payload }));
    return { sections, suggestions };
  }

  /** Whether the open changes are those the text shows already: others' as they were read, and our own as they were saved. */
  #hasMet(review: Review): boolean {
    const shown = new Set<string>();
    for (const { mine, change } of this.#review) if (!mine || change.payload.kind === 'comment') shown.add(change.changeId);
    for (const { changeId } of this.#suggested) shown.add(changeId);
    const now = review.filter((one) => !one.mine || one.change.payload.kind === 'comment' || isSuggestionInText(one));
    return now.length === shown.size && now.every(({ change }) => shown.has(change.changeId));
  }

  #adopt({ reply, review }: Loaded, historyTag: string): void {
    this.#revision = reply.revision;
    this.#stored = reply.sections;
    this.#review = review;
    for (const figure of reply.figures) this.#figures.set(figure.figureId, figure);
    for (const { change, mine, sent } of review) {
      if (mine) this.ledger.author = change.author;
      this.ledger.learn(change, mine && !sent, mine);
    }
    this.#write(reply.sections, historyTag);
    this.#suggested = this.#read().suggestions;
    this.#showFigures();
  }

  #write(sections: readonly Section[], historyTag: string): void {
    const marked = markSections(sections, this.#review);
    this.#editor.update(() => $writeMarkedSections(marked), { discrete: true, tag: [LOAD_TAG, historyTag] });
  }

  #showFigures(): void {
    if (this.#editor.isComposing()) {
      this.#ports.schedule(() => this.#showFigures(), COMPOSING_PAUSE_MS);
      return;
    }
    showFigures(this.#editor, new Map([...this.#figures].map(([figureId, figure]) => [figureId, figure.shown])));
  }

  #settle(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function isSuggestionInText({ place, change }: Review[number]): boolean {
  return place?.kind === 'text' || place?.kind === 'inside' || (place?.kind === 'question' && change.payload.kind === 'insertBlock');
}
