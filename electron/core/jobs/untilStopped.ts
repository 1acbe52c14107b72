import { AppError } from '../../../shared/ipc/errors';

/** Waits for work on another thread unless the user wants it stopped; rejects with cancelled then, whatever becomes of the work. */
export async function untilStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const stopped = new Promise<never>((_resolve, reject) => {
    const stop = () => reject(new AppError('cancelled'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  return Promise.race([stopped, work]);
}
