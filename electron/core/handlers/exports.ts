import { say } from '../../../shared/catalogue/catalogue';
import { assembleAnnouncement } from '../../../shared/document/assembleAnnouncement';
import { findBlanks } from '../../../shared/document/findBlanks';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { readSnapshot } from '../db/queries/snapshot';
import { writeFileWhole } from '../export/writeFileWhole';
import { controls, type HandlersOf } from '../rpc/handlerKinds';

/** Written into files whose announcement has no date yet, so that the same project always gives the same bytes. */
const NO_DATE = '2000-01-01';

export const exportHandlers: HandlersOf<'export'> = {
  'export:document': controls(async (session, { target }) => {
    const { db } = session.getProject();
    const file = session.getFile(target);
    const { language } = session.settings;
    return session.jobs.start('export:document', async (job) => {
      job.progress(say(language, 'step.assembling'), 0, 2);
      await job.pause();
      const snapshot = readSnapshot(db);
      const { exportDocx } = await import('../export/docx/exportDocx');
      const { title, signedOn } = snapshot.details;
      const blocks = assembleAnnouncement(snapshot);
      const bytes = await exportDocx(blocks, { title, created: `${signedOn || NO_DATE}T00:00:00Z` });
      job.progress(say(language, 'step.writing', { file: file.name }), 1, 2);
      await job.pause();
      await writeFileWhole(file.path, bytes);
      return { fileName: file.name, ...countShown(snapshot), warnings: findBlanks(blocks, file.name) };
    });
  }),
};

function countShown(snapshot: ProjectSnapshot): { tables: number; figures: number } {
  let tables = 0;
  let figures = 0;
  for (const block of snapshot.replies.flatMap((reply) => reply.sections.flatMap((section) => section.blocks))) {
    if (block.type === 'table') tables += 1;
    else if (block.type !== 'picture') figures += block.inlines.filter((inline) => inline.type === 'figure').length;
  }
  return { tables, figures };
}
