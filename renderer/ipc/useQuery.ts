import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Method, Params, Result } from '../../shared/ipc/contract';
import { call, onEvent } from './client';
import { QueryCache, QueryList, type QueryState, type ReadMethod } from './queryCache';

const cache = new QueryCache((method, params) => call(method as Method, params as never));

const NOTHING: QueryState<never> = { value: null, error: null, loading: false };
const ignore = () => () => {};

/** Connects the cache to what core says of the open project, for as long as the window stands. */
export function followChanges(): void {
  onEvent('project:changed', ({ nouns }) => cache.invalidate(nouns));
  onEvent('project:saved', () => cache.invalidate(['published']));
}

/** Forgets every value read so far: another project was opened, or core was started again. */
export function resetQueries(): void {
  cache.reset();
}

/** Reads again what core says in the language of the screen, which has changed. */
export function rereadInLanguage(): void {
  cache.invalidate(['history']);
}

/** The value of a read, kept fresh; `params` null reads nothing. The last value stays while it is read again. */
export function useQuery<M extends ReadMethod>(method: M, params: Params<M> | null): QueryState<Result<M>> {
  const key = params === null ? null : nameQuery(method, params);
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? ignore() : cache.subscribe(key, method, JSON.parse(key.slice(method.length + 1)), listener)),
    [key, method],
  );
  const state = useSyncExternalStore(subscribe, () => (key === null ? NOTHING : cache.getState(key)));
  return state as QueryState<Result<M>>;
}

/** Several reads of one call, each kept fresh on its own. */
export function useQueries<M extends ReadMethod>(method: M, list: readonly Params<M>[]): readonly QueryState<Result<M>>[] {
  const names = JSON.stringify(list);
  const queries = useMemo(() => new QueryList(cache, method, JSON.parse(names) as Params<M>[], nameQuery), [method, names]);
  return useSyncExternalStore(queries.subscribe, queries.getStates) as readonly QueryState<Result<M>>[];
}

function nameQuery(method: string, params: unknown): string {
  return `${method} ${JSON.stringify(params)}`;
}
