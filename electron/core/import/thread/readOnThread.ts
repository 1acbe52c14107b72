import { Worker } from 'node:worker_threads';
import type { ReadPart } from '../../../../shared/domain/dataTable';
import { AppError } from '../../../../shared/ipc/errors';
import { assert } from '../../../../shared/util/assert';
import type { ReadSource } from '../readSource';
import type { FromReading, ReadingTask } from './readingMessages';

/** What reading one file may take besides what core itself holds, so that both stay under a gigabyte; two thirds of it for values, the rest for bytes. */
const MOST_MEGABYTES = 768;
/** A page whose content unfolds without end takes a gigabyte in some seconds. */
const LOOK_EVERY_MS = 100;

/**
 * Reads as `readSource` does, on a thread of its own that `script` (thread/reader.ts, built) runs: core answers other calls meanwhile. A thread that
 * needs too much memory is stopped and the file refused with reading-memory; cancelling stops it at once.
 */
export function readOnThread(script: string, mostMegabytes = MOST_MEGABYTES): ReadSource {
  return async (bytes, fileName, { onPage, forReply = false, signal } = {}) => {
    const task: ReadingTask = { bytes, fileName, forReply };
    const thread = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: (mostMegabytes * 2) / 3 } });
    const parts: ReadPart[] = [];
    const tooMuch = (cause?: unknown) => new AppError('reading-memory', { file: fileName, limit: `${mostMegabytes} MB` }, { cause });
    const before = process.memoryUsage.rss();
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new AppError('cancelled')), { once: true });
        watch = setInterval(() => {
          if (process.memoryUsage.rss() - before > mostMegabytes * 1024 * 1024) reject(tooMuch());
        }, LOOK_EVERY_MS);
        thread.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error));
        thread.on('exit', () => reject(new Error('the reading thread ended before its work')));
        thread.on('message', (said: FromReading) => {
          if (said.kind === 'page') onPage?.(said.done, said.total).catch(reject);
          else if (said.kind === 'refused') reject(AppError.fromValue(said.error));
          else if (said.kind === 'end') resolve({ parts, warnings: said.warnings });
          else {
            if (said.kind === 'parts') parts.push(...said.parts);
            else {
              const last = parts.at(-1);
              assert(last?.type === 'table', 'rows follow the table they belong to');
              last.table.rows.push(...said.rows);
            }
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
            thread.postMessage('taken');
          }
        });
      });
    } finally {
      clearInterval(watch);
      await thread.terminate();
    }
  };
}
