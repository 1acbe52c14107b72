import { Worker } from 'node:worker_threads';
import type { ReadPart } from '../../../../shared/domain/dataTable';
import { AppError } from '../../../../shared/ipc/errors';
import { assert } from '../../../../shared/util/assert';
import { getFileKind } from '../fileKind';
import type { FileReaders } from '../fileReaders';
import { readLetterText } from '../readLetterText';
import { getPictureKind } from '../scan/pictureKind';
import type { FromReading, Portion, ReadingEnd, ReadingTask } from './readingMessages';

/** What reading one file may take besides what core itself holds, so that both stay under a gigabyte; two thirds of it for values, the rest for bytes. */
const MOST_MEGABYTES = 768;
/** A page whose content unfolds without end takes a gigabyte in some seconds. */
const LOOK_EVERY_MS = 100;

/**
 * Reads as `READERS_HERE` does, each file on a thread of its own that `script` (thread/reader.ts, built) runs: core answers other calls meanwhile. A
 * thread that needs too much memory is stopped and the file refused with reading-memory; cancelling stops it at once.
 */
export function readOnThread(script: string, mostMegabytes = MOST_MEGABYTES): FileReaders {
  return {
    source: async (bytes, fileName, { onPage, forReply = false, signal } = {}) => {
      const parts: ReadPart[] = [];
      const take = (portion: Portion) => addPortion(parts, portion);
      const thread = startThread({ kind: 'source', bytes, fileName, forReply });
      const { warnings } = await follow<'source'>(thread, fileName, { onPage, signal, take });
      return { parts, warnings };
    },
    // A picture waits for its text, and plain text is read sooner than a thread is there.
    letter: async (bytes, fileName) =>
      getPictureKind(bytes) !== null || getFileKind(bytes, fileName) === 'text'
        ? readLetterText(bytes, fileName)
        : follow<'letter'>(startThread({ kind: 'letter', bytes, fileName }), fileName),
  };

  function startThread(task: ReadingTask): Worker {
    return new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: (mostMegabytes * 2) / 3 } });
  }

  /** Resolves with how the reading on a thread ends, and ends the thread whatever happens. */
  async function follow<Kind extends ReadingTask['kind']>(thread: Worker, file: string, { onPage, signal, take }: Following = {}) {
    const tooMuch = (cause?: unknown) => new AppError('reading-memory', { file, limit: `${mostMegabytes} MB` }, { cause });
    const before = process.memoryUsage.rss();
    let watch: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ReadingEnd[Kind]>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new AppError('cancelled')), { once: true });
        watch = setInterval(() => {
          if (process.memoryUsage.rss() - before > mostMegabytes * 1024 * 1024) reject(tooMuch());
        }, LOOK_EVERY_MS);
        thread.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch(error) : error));
        thread.on('exit', () => reject(new Error('the reading thread ended before its work')));
        thread.on('message', (said: FromReading) => {
          if (said.kind === 'page') onPage?.(said.done, said.total).catch(reject);
          else if (said.kind === 'refused') reject(AppError.fromValue(said.error));
          else if (said.kind === 'end') resolve(said.end as ReadingEnd[Kind]);
          else {
            take?.(said);
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
            thread.postMessage('taken');
          }
        });
      });
    } finally {
      clearInterval(watch);
      await thread.terminate();
    }
  }
}

type Following = {
  onPage?: ((done: number, total: number) => Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
  take?: (portion: Portion) => void;
};

function addPortion(parts: ReadPart[], portion: Portion): void {
  if (portion.kind === 'parts') parts.push(...portion.parts);
  else {
    const last = parts.at(-1);
    assert(last?.type === 'table', 'rows follow the table they belong to');
    last.table.rows.push(...portion.rows);
  }
}
