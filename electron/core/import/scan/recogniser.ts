import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PSM } from 'tesseract.js';
import { tidyRecognised } from '../../../../shared/letter/tidyRecognised';
import type { PagePicture } from './scanPages';

/** The words of a page picture; `confidence` from 0 to 100 is the recogniser's own. */
export type RecognisedPage = { text: string; confidence: number };

/** Below this confidence a page may lie on its side or hold more than one block of text: it is looked at again for that. */
const DOUBTFUL = 60;

/** Recognises Chinese text in page pictures, on a thread of its own. `stop` ends it at once, work in hand included. */
export type Recogniser = { recognise(picture: PagePicture): Promise<RecognisedPage>; stop(): Promise<void> };

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
  return {
    recognise: async ({ bytes }) => {
      const read = async (layout: PSM) => {
        await worker.setParameters({ tessedit_pageseg_mode: layout, user_defined_dpi: '200' });
        return (await worker.recognize(Buffer.from(bytes))).data;
      };
      const upright = await read(PSM.SINGLE_BLOCK);
      const best = upright.confidence >= DOUBTFUL ? upright : better(upright, await read(PSM.AUTO));
      return { text: tidyRecognised(best.text), confidence: Math.round(best.confidence) };
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

function better<Read extends { confidence: number }>(one: Read, other: Read): Read {
  return other.confidence > one.confidence ? other : one;
}
