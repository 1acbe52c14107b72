import { Worker } from 'node:worker_threads';
import { AppError, type ErrorValue } from '../../../shared/ipc/errors';
import type { FileViewer, ViewAnswers, ViewedFile, ViewRequest } from './viewRequests';

/** What core asks of the thread; `bytes` come with the first request for a file after another. */
export type ToViewer = { id: number; key: string; fileName: string; bytes: Uint8Array | null; request: ViewRequest };
/** What the thread answers: a value, or why the file is refused. */
export type FromViewer = { id: number; value: ViewAnswers[ViewRequest['ask']] } | { id: number; refused: ErrorValue };

/** What looking into one file may take besides its bytes and pictures. */
const MOST_MEGABYTES = 640;
/** A page is drawn within seconds; what takes longer is made to take long. */
const LONGEST_MS = 60_000;
/** The thread goes, and the file it holds, when nobody has looked for so long. */
const IDLE_MS = 120_000;

type Waiting = { resolve: (value: unknown) => void; reject: (error: unknown) => void; file: string; timer: NodeJS.Timeout };

/**
 * Looks into files on a thread of its own that `script` (view/viewer.ts, built) runs, so that core answers other calls meanwhile. What takes too long
 * or too much memory is stopped and refused with reading-memory; the next request begins a new thread.
 */
export function viewOnThread(script: string): FileViewer {
  const waiting = new Map<number, Waiting>();
  let thread: { worker: Worker; key: string | null } | null = null;
  let lastId = 0;
  let closings = 0;
  let idle: NodeJS.Timeout | undefined;

  /** Ends the thread; everything that waits for it is refused. */
  const stop = async (explain: (file: string) => unknown) => {
    const stopped = thread;
    thread = null;
    clearTimeout(idle);
    for (const [id, { reject, file, timer }] of waiting) {
      clearTimeout(timer);
      waiting.delete(id);
      reject(explain(file));
    }
    await stopped?.worker.terminate();
  };
  const start = (): NonNullable<typeof thread> => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    const isCurrent = () => thread?.worker === worker;
    worker.unref();
    worker.on('message', (said: FromViewer) => {
      const one = waiting.get(said.id);
      waiting.delete(said.id);
      clearTimeout(one?.timer);
      if ('refused' in said) one?.reject(AppError.fromValue(said.refused));
      else one?.resolve(said.value);
    });
    worker.on('error', (error) => {
      const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isCurrent()) void stop((file) => (isMemory ? refuse(file) : error));
    });
    worker.on('exit', () => {
      if (isCurrent()) void stop(() => new Error('the viewing thread ended before its work'));
    });
    return { worker, key: null };
  };

  return {
    look: async <Ask extends ViewRequest['ask']>(file: ViewedFile, request: Extract<ViewRequest, { ask: Ask }>) => {
      const { key, fileName } = file;
      const before = closings;
      const bytes = thread?.key === key ? null : await file.read();
      if (closings !== before) throw new AppError('cancelled');
      thread ??= start();
      const { worker } = thread;
      thread.key = key;
      const id = ++lastId;
      clearTimeout(idle);
      const value = await new Promise<unknown>((resolve, reject) => {
        const timer = setTimeout(() => void stop(refuse), LONGEST_MS);
        waiting.set(id, { resolve, reject, file: fileName, timer });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        worker.postMessage({ id, key, fileName, bytes, request } satisfies ToViewer);
      });
      idle = setTimeout(() => void stop(refuse), IDLE_MS);
      idle.unref();
      return value as ViewAnswers[Ask];
    },
    close: () => {
      closings += 1;
      return stop(() => new AppError('cancelled'));
    },
  };
}

function refuse(file: string): AppError {
  return new AppError('reading-memory', { file, limit: `${MOST_MEGABYTES} MB` });
}
