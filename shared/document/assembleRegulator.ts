import type { Redaction } from '../domain/redaction';
import type { ProjectSnapshot } from '../domain/snapshot';
import { assembleAnnouncement } from './assembleAnnouncement';
import { createParagraph } from './filingBlock';
import type { FilingDocument } from './filingDocument';
import { REGULATOR_COPY, REGULATOR_NOTE } from './filingWords';
import { markExemptions } from './redaction/markExemptions';

/** 报备稿: the announcement in full for the regulator alone, what the public does not get to read marked in place. */
export function assembleRegulator(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): FilingDocument {
  const { title, blocks, shown } = assembleAnnouncement(snapshot);
  return {
    title: title + REGULATOR_COPY,
    blocks: [
      createParagraph('DocumentNo', REGULATOR_COPY),
      createParagraph('ReplyBody', REGULATOR_NOTE),
      ...markExemptions(blocks, snapshot, redactions),
    ],
    shown,
  };
}
