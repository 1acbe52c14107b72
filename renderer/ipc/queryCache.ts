import type { Events, Method } from '../../shared/ipc/contract';
import type { ErrorValue } from '../../shared/ipc/errors';
import { toErrorValue } from './client';

/** What a read is made of: what core says changed, and how much of it the project's file holds. */
export type Noun = Events['project:changed']['nouns'][number] | 'published';

const EVERY_NOUN: readonly Noun[] = [
  'review',
  'term',
  'redaction',
  'project',
  'letter',
  'source',
  'table',
  'link',
  'reply',
  'figure',
  'version',
  'filing',
  'acceptance',
  'history',
  'published',
];

/** Which nouns each cached read is made of; a read not named here is not cached. */
export const READS = {
  'project:get': EVERY_NOUN,
  'letter:list': ['project', 'letter'],
  'letter:text': ['letter'],
  'letter:quotes': ['letter', 'reply'],
  'ask:list': ['letter', 'reply', 'table', 'source'],
  'deferral:list': ['letter'],
  'filing:list': ['filing'],
  'filingSet:get': ['filing'],
  'redaction:list': ['redaction'],
  'template:get': ['project'],
  'term:list': ['term', 'reply', 'table', 'letter', 'project'],
  'wordReview:listParagraphs': ['letter', 'reply', 'table', 'figure', 'project'],
  'source:list': ['source'],
  'sourceUpdate:list': ['source', 'table', 'reply', 'figure'],
  'sourceUpdate:files': ['source'],
  'correction:list': ['source', 'table'],
  'table:list': ['table', 'source'],
  'table:listShown': ['reply'],
  'table:get': ['table'],
  'table:open': ['table'],
  'table:rows': ['table'],
  'table:findRow': ['table'],
  'origin:get': ['source', 'table'],
  'origin:paragraph': ['source'],
  'origin:parts': ['source'],
  'origin:sheet': ['source'],
  'replyTable:get': ['table'],
  'cell:describe': ['table'],
  'cell:history': ['table'],
  'cell:whereUsed': ['table', 'reply', 'figure'],
  'link:list': ['link', 'table', 'source'],
  'figure:list': ['figure', 'reply'],
  'preview:pages': ['project', 'letter', 'reply', 'table', 'figure', 'redaction', 'version', 'review', 'link', 'source'],
  'reference:list': ['reply', 'letter', 'table'],
  'reference:current': ['reply', 'letter', 'table'],
  'exchange:list': ['review'],
  'signOff:list': ['review', 'reply', 'table', 'letter'],
  'due:list': ['letter'],
  'review:list': ['review', 'reply', 'table', 'letter'],
  'acceptance:list': ['acceptance'],
  'alias:list': ['figure', 'table', 'source', 'reply'],
  'figure:listExempt': ['figure'],
  'figure:listDated': ['figure', 'reply'],
  'figure:account': ['figure', 'reply', 'table', 'source', 'link', 'letter'],
  'history:list': EVERY_NOUN,
  'version:list': ['version'],
  'version:compare': ['version', 'reply', 'table', 'figure'],
} as const satisfies Partial<Record<Method, readonly Noun[]>>;

export type ReadMethod = keyof typeof READS;

/** What a screen sees of a read: the last value stays while it is read again. */
export type QueryState<Value> = { value: Value | null; error: ErrorValue | null; loading: boolean };

type Entry = { method: ReadMethod; params: unknown; state: QueryState<unknown>; listeners: Set<() => void>; run: number };

const IDLE: QueryState<never> = { value: null, error: null, loading: true };

/** Values read from core, one entry per call and parameters, read again when core says that one of their nouns changed. */
export class QueryCache {
  readonly #entries = new Map<string, Entry>();
  readonly #ask: (method: ReadMethod, params: unknown) => Promise<unknown>;

  constructor(ask: (method: ReadMethod, params: unknown) => Promise<unknown>) {
    this.#ask = ask;
  }

  getState(key: string): QueryState<unknown> {
    return this.#entries.get(key)?.state ?? IDLE;
  }

  /** Starts reading when nobody did; returns the unsubscribe. */
  subscribe(key: string, method: ReadMethod, params: unknown, listener: () => void): () => void {
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = { method, params, state: IDLE, listeners: new Set(), run: 0 };
      this.#entries.set(key, entry);
      void this.#read(entry);
    }
    entry.listeners.add(listener);
    return () => entry.listeners.delete(listener);
  }

  /** Reads again what is on screen and made of one of the nouns; forgets what is not on screen. */
  invalidate(nouns: readonly Noun[]): void {
    for (const [key, entry] of this.#entries) {
      const reads: readonly Noun[] = READS[entry.method];
      if (!reads.some((noun) => nouns.includes(noun))) continue;
      if (entry.listeners.size === 0) this.#entries.delete(key);
      else void this.#read(entry);
    }
  }

  /** Forgets every value: another project was opened. */
  reset(): void {
    for (const [key, entry] of this.#entries) {
      if (entry.listeners.size === 0) this.#entries.delete(key);
      else {
        this.#settle(entry, IDLE);
        void this.#read(entry);
      }
    }
  }

  async #read(entry: Entry): Promise<void> {
    const run = ++entry.run;
    let state: QueryState<unknown>;
    try {
      state = { value: await this.#ask(entry.method, entry.params), error: null, loading: false };
    } catch (error) {
      state = { value: entry.state.value, error: toErrorValue(error), loading: false };
    }
    if (entry.run === run) this.#settle(entry, state);
  }

  #settle(entry: Entry, state: QueryState<unknown>): void {
    entry.state = state;
    for (const listener of entry.listeners) listener();
  }
}

/** Reads of one call with several parameters: their states in one array, which stays the same while none of them changes. */
export class QueryList {
  readonly #cache: QueryCache;
  readonly #method: ReadMethod;
  readonly #queries: readonly { key: string; params: unknown }[];
  #last: readonly QueryState<unknown>[] = [];

  constructor(cache: QueryCache, method: ReadMethod, list: readonly unknown[], name: (method: string, params: unknown) => string) {
    this.#cache = cache;
    this.#method = method;
    this.#queries = list.map((params) => ({ key: name(method, params), params }));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = this.#queries.map(({ key, params }) => this.#cache.subscribe(key, this.#method, params, listener));
    return () => {
      for (const stop of stops) stop();
    };
  };

  readonly getStates = (): readonly QueryState<unknown>[] => {
    const states = this.#queries.map(({ key }) => this.#cache.getState(key));
    const same = states.length === this.#last.length && states.every((state, index) => state === this.#last[index]);
    if (!same) this.#last = states;
    return this.#last;
  };
}
