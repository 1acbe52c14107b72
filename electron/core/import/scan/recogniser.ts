import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PSM } from 'tesseract.js';
import { AppError } from '../../../../shared/ipc/errors';
import { tidyRecognised } from '../../../../shared/letter/tidyRecognised';
import type { PagePicture } from './scanPages';

/** The words of a page picture; `confidence` from 0 to 100 is the recogniser's own. */
export type RecognisedPage = { text: string; confidence: number };

/** Below this confidence a page may lie on its side or hold more than one block of text: it is looked at again for that. */
const DOUBTFUL = 60;

/** Recognises Chinese text in page pictures, on a thread of its own. `stop` ends it at once, work in hand included. */
export type Recogniser = {
  recognise(picture: PagePicture): Promise<RecognisedPage>;
  /** Every word found in a picture, read as one block and as words scattered over it: for searching, not for reading. */
  readAll(picture: PagePicture): Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts the recogniser with the program and language data of its packages. It is given folders of this computer for both: nothing is fetched, and
 * nothing is written.
 */
export async function startRecogniser(): Promise<Recogniser> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const resolve = createRequire(import.meta.url).resolve;
  // Neither a thread's script nor what it reads can lie in a packaged program's archive; the copies beside it can.
  const unpacked = (path: string) => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    workerPath: unpacked(resolve('tesseract.js/src/worker-script/node/index.js')),
    langPath: unpacked(join(dirname(resolve('@tesseract.js-data/chi_sim/package.json')), '4.0.0_best_int')),
    cacheMethod: 'none',
    gzip: true,
    logger: () => {},
    errorHandler: () => {},
  });
  let isStopped = false;
  const read = async ({ bytes }: PagePicture, layout: PSM) => {
    // A worker that was ended takes no more work, and does not say so.
    if (isStopped) throw new AppError('cancelled');
    await worker.setParameters({ tessedit_pageseg_mode: layout, user_defined_dpi: '200' });
    return (await worker.recognize(Buffer.from(bytes))).data;
  };
  return {
    recognise: async (picture) => {
      const upright = await read(picture, PSM.SINGLE_BLOCK);
      const best = upright.confidence >= DOUBTFUL ? upright : better(upright, await read(picture, PSM.AUTO));
      return { text: tidyRecognised(best.text), confidence: Math.round(best.confidence) };
    },
    readAll: async (picture) => {
      const block = await read(picture, PSM.SINGLE_BLOCK);
      return `${block.text}\n${(await read(picture, PSM.SPARSE_TEXT)).text}`;
    },
    stop: async () => {
      isStopped = true;
      await worker.terminate();
    },
  };
}

function better<Read extends { confidence: number }>(one: Read, other: Read): Read {
  return other.confidence > one.confidence ? other : one;
}
