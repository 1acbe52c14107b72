import type { LetterId } from '../../../shared/domain/ids';
import type { RecognisedPages } from '../../../shared/ipc/results';
import { say } from '../../../shared/catalogue/catalogue';
import { findLetterFile } from '../db/queries/letters';
import type { JobContext } from '../jobs/jobRunner';
import { untilStopped } from '../jobs/untilStopped';
import { readNamedFile } from '../readNamedFile';
import { besides, controls, type HandlersOf } from '../rpc/handlerKinds';
import type { Session } from '../session';
import type { ViewedFile } from '../view/viewRequests';

export const scanHandlers: HandlersOf<'scan'> = {
  'scan:page': besides(async (session, { file, letterId, page }) => {
    const scan = file === null ? viewLetter(session, letterId!) : viewNamed(session, file);
    return session.viewer.look(scan, { ask: 'page', page });
  }),

  'scan:recognise': controls(async (session, { file }) => {
    session.getFile(file);
    return session.jobs.start('scan:recognise', (job) => recognisePages(session, job, file));
  }),
};

function viewNamed(session: Session, token: string): ViewedFile {
  const file = session.getFile(token);
  return { key: token, fileName: file.name, read: () => readNamedFile(file) };
}

function viewLetter(session: Session, letterId: LetterId): ViewedFile {
  const { bytes, fileName } = findLetterFile(session.getProject().db, letterId);
  return { key: letterId, fileName, read: () => bytes };
}

/** Recognises a scan page by page; each page is told as soon as it is read. Stopping ends the page in hand as well. */
async function recognisePages(session: Session, job: JobContext, token: string): Promise<RecognisedPages> {
  const { language } = session.settings;
  const file = viewNamed(session, token);
  const first = await session.viewer.look(file, { ask: 'page', page: 1 });
  job.progress(say(language, 'scan.recognising', { page: 1 }), 0, first.pages);
  const { startRecogniser } = await import('../import/scan/recogniser');
  const recogniser = await startRecogniser();
  try {
    const pages: RecognisedPages['pages'] = [];
    for (let page = 1; page <= first.pages; page++) {
      job.progress(say(language, 'scan.recognising', { page }), page - 1, first.pages);
      await job.pause();
      const picture = page === 1 ? first : await session.viewer.look(file, { ask: 'page', page });
      const read = await untilStopped(job.signal, recogniser.recognise(picture));
      pages.push({ ...read, isDrawn: picture.isDrawn });
      session.emit('scan:recognised', { file: token, page, ...read });
    }
    return { pages };
  } finally {
    await recogniser.stop();
  }
}
