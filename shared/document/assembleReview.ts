import type { ProjectSnapshot } from '../domain/snapshot';
import type { ReviewedChange } from '../domain/review';
import { accountLinkedFigures } from '../figures/accountFigures';
import type { FigureId } from '../domain/ids';
import type { AnchorMap } from '../review/word/wordAnchor';
import { assembleAnnouncement } from './assembleAnnouncement';
import { assembleDoubts } from './assembleDoubts';
import { createParagraph, type FilingBlock } from './filingBlock';
import type { FilingDocument } from './filingDocument';
import { APPROVAL_DOUBTS, NO_FIGURES, REVIEW_COPY, SOURCE_LIST } from './filingWords';
import { layOutTable } from './layOutTable';
import { createSourceSayer, listFigureSources } from './listFigureSources';
import { markReview } from './reviewCopy/markReview';
import type { FilingComment, ReviewMarks, TableMarks } from './reviewCopy/reviewMarks';

/**
 * A copy for reviewers: `marks` by block; `comments` stand in the order the marks count them; `anchors` say what the names in it stand for, and are
 * kept with the exchange.
 */
export type ReviewDocument = FilingDocument & {
  marks: ReadonlyMap<FilingBlock, ReviewMarks | TableMarks>;
  comments: FilingComment[];
  anchors: AnchorMap;
  /** What the document itself tells of them; absent where that is all of it. */
  printedAnchors?: AnchorMap;
  /** Remarks and proposals that stayed out because they tell what is withheld. */
  leftOut?: number;
};

/**
 * 审阅稿: the announcement as it stands, marked as a copy for reviewers, with the list of every number and where it comes from. Every block and
 * figure carries its name, a figure its source as a hover tip; remarks and open proposals of `view` are written as Word's own. `note` says for whom it is.
 */
export function assembleReview(
  snapshot: ProjectSnapshot,
  view: readonly ReviewedChange[] = [],
  { note = [], doubts = assembleDoubts(snapshot) }: { note?: FilingBlock[]; doubts?: FilingBlock[] } = {},
): ReviewDocument {
  const { title, blocks, shown } = assembleAnnouncement(snapshot);
  const marked = markReview(blocks, snapshot, view, listTips(snapshot));
  return {
    title: title + REVIEW_COPY,
    blocks: [
      createParagraph('DocumentNo', REVIEW_COPY),
      ...note,
      ...marked.blocks,
      createParagraph('Heading1', APPROVAL_DOUBTS),
      ...doubts,
      createParagraph('Heading1', SOURCE_LIST),
      ...assembleSourceList(snapshot),
    ],
    shown,
    marks: marked.marks,
    comments: marked.comments,
    anchors: marked.anchors,
  };
}

/** What a reader sees when pointing at a figure: its file and place, then row, column and the cell's text. */
function listTips(snapshot: ProjectSnapshot): Map<FigureId, string> {
  const linked = accountLinkedFigures(snapshot);
  const saySource = createSourceSayer(snapshot);
  return new Map(linked.map((account) => [account.id as FigureId, saySource(account).filter(Boolean).join('；').replaceAll('\n', '；')]));
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
