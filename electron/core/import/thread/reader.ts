import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../../shared/ipc/errors';
import { assert } from '../../../../shared/util/assert';
import { readLetterText } from '../readLetterText';
import { readSource } from '../readSource';
import { divideIntoPortions, type FromReading, type ReadingTask } from './readingMessages';

assert(parentPort, 'a file is read on a thread that core starts');
void readFor(parentPort, workerData as ReadingTask);

/** Reads one file and hands it over, a source in portions; a failure that is not the file's own ends the thread and reaches core as its error. */
async function readFor(core: MessagePort, task: ReadingTask): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const post = (message: FromReading) => core.postMessage(message);
  try {
    if (task.kind === 'letter') return post({ kind: 'end', end: await readLetterText(task.bytes, task.fileName) });
    const onPage = async (done: number, total: number) => post({ kind: 'page', done, total });
    const { parts, warnings } = await readSource(task.bytes, task.fileName, { onPage, forReply: task.forReply });
    for (const portion of divideIntoPortions(parts)) {
      const taken = once(core, 'message');
      post(portion);
      await taken;
    }
    post({ kind: 'end', end: { warnings } });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    post({ kind: 'refused', error: { code: error.code, data: error.data } });
  }
}
