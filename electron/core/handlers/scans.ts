import type { RecognisedPages } from '../../../shared/ipc/results';
import { say } from '../../../shared/catalogue/catalogue';
import { message } from '../../../shared/domain/message';
import { AppError } from '../../../shared/ipc/errors';
import { findLetterFile } from '../db/queries/letters';
import { openScan, type ScanPages } from '../import/scan/scanPages';
import type { JobContext } from '../jobs/jobRunner';
import { readNamedFile } from '../readNamedFile';
import { controls, type HandlersOf } from '../rpc/handlerKinds';
import type { Session } from '../session';

/** How often running recognition looks whether it is to stop. */
const LOOK_MS = 200;

export const scanHandlers: HandlersOf<'scan'> = {
  'scan:page': controls(async (session, { file, letterId, page }) => {
    const scan = file === null ? await openStored(session, letterId!) : await openNamed(session, file);
    try {
      if (page > scan.pages) throw new AppError('not-found', { what: message('what.page'), id: String(page) });
      return { ...(await scan.render(page)), pages: scan.pages };
    } finally {
      await scan.close();
    }
  }),

  'scan:recognise': controls(async (session, { file }) => {
    session.getFile(file);
    return session.jobs.start('scan:recognise', (job) => recognisePages(session, job, file));
  }),
};

async function openNamed(session: Session, token: string): Promise<ScanPages> {
  const file = session.getFile(token);
  return openScan(await readNamedFile(file), file.name);
}

async function openStored(session: Session, letterId: Parameters<typeof findLetterFile>[1]): Promise<ScanPages> {
  const { bytes, fileName } = findLetterFile(session.getProject().db, letterId);
  return openScan(bytes, fileName);
}

/** Recognises a scan page by page; each page is told as soon as it is read. Stopping ends the page in hand as well. */
async function recognisePages(session: Session, job: JobContext, file: string): Promise<RecognisedPages> {
  const { language } = session.settings;
  const scan = await openNamed(session, file);
  job.progress(say(language, 'scan.recognising', { page: 1 }), 0, scan.pages);
  const { startRecogniser } = await import('../import/scan/recogniser');
  const recogniser = await startRecogniser();
  try {
    const pages: RecognisedPages['pages'] = [];
    for (let page = 1; page <= scan.pages; page++) {
      job.progress(say(language, 'scan.recognising', { page }), page - 1, scan.pages);
      await job.pause();
      const picture = await scan.render(page);
      const read = await untilStopped(job, recogniser.recognise(picture));
      pages.push(read);
      session.emit('scan:recognised', { file, page, ...read });
    }
    return { pages };
  } finally {
    await recogniser.stop();
    await scan.close();
  }
}

/** Waits for work on another thread, looking now and then whether the user wants it stopped. */
async function untilStopped<T>(job: JobContext, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const waiting = Symbol('waiting');
  for (;;) {
    const look = new Promise<typeof waiting>((resolve) => {
      timer = setTimeout(() => resolve(waiting), LOOK_MS);
    });
    const first = await Promise.race([work, look]);
    clearTimeout(timer);
    if (first !== waiting) return first as T;
    await job.pause();
  }
}
