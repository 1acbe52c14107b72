import type { ProjectSnapshot } from '../domain/snapshot';
import { assembleAnnouncement } from './assembleAnnouncement';
import { createParagraph, type FilingBlock } from './filingBlock';
import type { FilingDocument } from './filingDocument';
import { NO_FIGURES, REVIEW_COPY, SOURCE_LIST } from './filingWords';
import { layOutTable } from './layOutTable';
import { listFigureSources } from './listFigureSources';

/** 审阅稿: the announcement as it stands, marked as a copy for reviewers, with the list of every number and where it comes from. */
export function assembleReview(snapshot: ProjectSnapshot): FilingDocument {
  const { title, blocks, shown } = assembleAnnouncement(snapshot);
  return {
    title: title + REVIEW_COPY,
    blocks: [
      createParagraph('DocumentNo', REVIEW_COPY),
      ...blocks,
      createParagraph('Heading1', SOURCE_LIST),
      ...assembleSourceList(snapshot),
    ],
    shown,
  };
}

function assembleSourceList(snapshot: ProjectSnapshot): FilingBlock[] {
  const table = listFigureSources(snapshot);
  if (table === null) return [createParagraph('ReplyBody', NO_FIGURES)];
  const layout = layOutTable(table, (tableId) => snapshot.tables.get(tableId)!, false);
  const blocks: FilingBlock[] = [
    { type: 'table', layout },
    { type: 'paragraph', style: 'AfterTable', inlines: [] },
  ];
  return layout.landscape ? [{ type: 'landscape', blocks }] : blocks;
}
