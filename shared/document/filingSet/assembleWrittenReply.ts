import type { ProjectSnapshot } from '../../domain/snapshot';
import { assembleAnnouncementParts } from '../assembleAnnouncement';
import { createParagraph } from '../filingBlock';
import { type FilingDocument, getLetter } from '../filingDocument';
import { nameLetter, nameSender, orBlank } from '../letterNames';
import { WRITTEN_REPLY } from './filingSetWords';

/** 书面回复: the reply as it goes to the regulator itself: addressed to it, without codes, guarantee and 特此公告. */
export function assembleWrittenReply(snapshot: ProjectSnapshot): FilingDocument {
  const letter = getLetter(snapshot);
  const { head, body, tail, shown } = assembleAnnouncementParts({ ...snapshot, details: { ...snapshot.details, closing: false } });
  const title = `${orBlank(snapshot.details.company)}关于${nameLetter(letter)}${WRITTEN_REPLY}`;
  const preamble = head.filter((block) => block.type === 'paragraph' && block.style === 'ReplyBody');
  return {
    title,
    blocks: [createParagraph('Title', title), createParagraph('Addressee', `${nameSender(letter)}：`), ...preamble, ...body, ...tail],
    shown,
  };
}
