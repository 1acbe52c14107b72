import { assert } from '../../shared/util/assert';
import type { EventName, Events, Method, Params, Result } from '../../shared/ipc/contract';
import { AppError, type ErrorValue } from '../../shared/ipc/errors';
import type { HostApi } from '../../shared/ipc/host';

declare global {
  interface Window {
    /** Exposed by the preload in Electron; absent in a browser. */
    host?: HostApi;
  }
}

let current: HostApi | null = null;

/** Names the host every call goes to; set once at start, before anything is drawn. */
export function setHost(host: HostApi): void {
  current = host;
}

/** The host of this window. */
export function getHost(): HostApi {
  assert(current, 'setHost runs before the first call');
  return current;
}

/** Asks core; throws AppError with core's error value. */
export async function call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
  const answer = await getHost().call(method, params);
  if (!answer.ok) throw AppError.fromValue(answer.error);
  return answer.value as Result<M>;
}

/** Listens to one event of core; returns its unsubscribe. */
export function onEvent<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void {
  return getHost().onEvent((received, payload) => {
    if (received === name) listener(payload as Events[N]);
  });
}

/** Any thrown value as an error the catalogue has a sentence for. */
export function toErrorValue(error: unknown): ErrorValue {
  if (error instanceof AppError) return { code: error.code, data: error.data };
  return { code: 'internal', data: { reason: error instanceof Error ? error.message : String(error) } };
}
