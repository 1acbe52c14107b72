import { parentPort } from 'node:worker_threads';
import { AppError } from '../../../shared/ipc/errors';
import { assert } from '../../../shared/util/assert';
import { viewHere } from './viewHere';
import type { FromViewer, ToViewer } from './viewOnThread';

assert(parentPort, 'files are looked into on a thread that core starts');
const core = parentPort;
const viewer = viewHere();
/** The bytes of the file asked for last: the next request for it comes without them. */
let held: Uint8Array = new Uint8Array();

core.on('message', ({ id, key, fileName, bytes, request }: ToViewer) => {
  if (bytes) held = bytes;
  const file = held;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  const answer = (said: FromViewer) => core.postMessage(said);
  viewer.look({ key, fileName, read: () => file }, request).then(
    (value) => answer({ id, value }),
    (error: unknown) => {
      if (error instanceof AppError) return answer({ id, refused: { code: error.code, data: error.data } });
      throw error;
    },
  );
});
