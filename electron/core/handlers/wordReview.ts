import { listNumberedParagraphs } from '../../../shared/document/listNumberedParagraphs';
import { readSnapshot } from '../db/queries/snapshot';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { addPaperRemark } from './addPaperRemark';
import { takeBackWord } from './takeBackWord';

export const wordReviewHandlers: HandlersOf<'wordReview'> = {
  'wordReview:takeBack': controls(async (session, { file }) => {
    session.getWritableProject();
    const named = session.getFile(file);
    return session.jobs.start('wordReview:takeBack', (job) => takeBackWord(session, job, named));
  }),

  'wordReview:listParagraphs': reads(({ db }) => listNumberedParagraphs(readSnapshot(db))),

  'wordReview:addPaperRemark': writes((context, remark) => {
    addPaperRemark(context, remark);
    return null;
  }),
};
