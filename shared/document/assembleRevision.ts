import type { ProjectSnapshot } from '../domain/snapshot';
import { assembleAnnouncementParts } from './assembleAnnouncement';
import { createParagraph } from './filingBlock';
import type { FilingDocument } from './filingDocument';
import { REVISION_COPY, REVISION_NOTE } from './filingWords';
import { markRevisions } from './revision/markRevisions';

/** 修订稿: the announcement as it is now, words that changed since the former one 楷体加粗, in tables too; nothing is marked without a former one. */
export function assembleRevision(snapshot: ProjectSnapshot, former: ProjectSnapshot | null): FilingDocument {
  const title = `${snapshot.details.title}${REVISION_COPY}`;
  const { head, body, tail, shown } = assembleAnnouncementParts(snapshot, REVISION_COPY);
  if (former === null) return { title, blocks: [...head, ...body, ...tail], shown };
  const { blocks, removed } = markRevisions(assembleAnnouncementParts(former).body, body, 'words');
  return { title, blocks: [...head, createParagraph('ReplyBody', REVISION_NOTE), ...blocks, ...tail], shown, removed };
}
