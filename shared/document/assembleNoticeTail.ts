import type { ProjectDetails } from '../domain/project';
import { assembleTail } from './announcementFrame';
import { createParagraph, type FilingBlock } from './filingBlock';
import { BLANK_DATE } from './filingWords';

/** The end of an announcement with a date of its own, not the reply's; a visible blank where that is not known. */
export function assembleNoticeTail(details: ProjectDetails, signedOn: string | null): FilingBlock[] {
  const tail = assembleTail({ ...details, signedOn: signedOn ?? '' });
  return signedOn === null ? [...tail, createParagraph('SignOff', BLANK_DATE)] : tail;
}
