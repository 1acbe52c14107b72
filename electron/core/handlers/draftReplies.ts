import { matchChart } from '../../../shared/document/chart/matchChart';
import { tabulateChart } from '../../../shared/document/chart/tabulateChart';
import type { AskedQuestion, DraftBlock, DraftReply, DraftSplit } from '../../../shared/document/draft/draftSplit';
import { squeeze } from '../../../shared/document/draft/compareText';
import { BLANK } from '../../../shared/document/filingWords';
import { headSections } from '../../../shared/document/questionBlocks';
import { settleReferences } from '../../../shared/document/reference/settleReferences';
import type { DataTable, ReadTable } from '../../../shared/domain/dataTable';
import { newId, type SourceId, type TableId } from '../../../shared/domain/ids';
import { toInlines } from '../../../shared/domain/readRun';
import { tidyLabels } from '../../../shared/document/widenLabels';
import type { Block, Chart, ReferenceTarget, Reply, Section } from '../../../shared/domain/reply';
import type { WritableDb } from '../db/handles';
import { getTable, insertTable, listTables, listWholeTables } from '../db/queries/dataTables';
import { listLetters } from '../db/queries/letters';
import { listReplies } from '../db/queries/replies';
import { storePicture } from './importing';

/** Makes a block of a reply from a draft's. A table, picture or chart is stored, or found among what is there. */
export type BlockMaker = (block: DraftBlock) => Block;

/** A maker of blocks for a draft whose tables are stored under these ids; cross references in them wait for `placeReplies`. */
export function createBlockMaker(
  db: WritableDb,
  split: DraftSplit,
  tableIds: ReadonlyMap<ReadTable, TableId>,
  sourceId: SourceId,
): BlockMaker {
  const own = split.tables.map((table) => tableIds.get(table)!);
  let last = -1;
  const makeChart = ({ chart, source, place }: Extract<DraftBlock, { type: 'chart' }>): Chart => {
    // A chart is mostly of the table right before it.
    const near = [...own.slice(0, last + 1).toReversed(), ...own.slice(last + 1)].map((tableId) => getTable(db, tableId));
    const found = findChart([...near, ...listWholeTables(db, [])], (table) => matchChart(chart, table, source));
    if (found !== null) return found;
    const { tableId } = insertTable(db, tabulateChart(chart, place), sourceId, listTables(db, sourceId).length);
    const { rows, columns, headerRows } = getTable(db, tableId);
    return {
      tableId,
      kind: chart.kind,
      along: 'rows',
      rowIds: rows.slice(headerRows).map(({ rowId }) => rowId),
      colIds: columns.slice(1).map(({ colId }) => colId),
      title: chart.title,
      alt: chart.alt,
      source,
    };
  };
  return (block) => {
    const blockId = newId<'block'>();
    switch (block.type) {
      case 'heading':
        return { type: 'heading', blockId, level: block.level, inlines: tidyLabels(toInlines(block)) };
      case 'paragraph':
        if (block.list) return { type: 'listItem', blockId, ...block.list, inlines: tidyLabels(toInlines(block)) };
        // What was exported for a section with nothing in it yet.
        return { type: 'paragraph', blockId, inlines: block.text === BLANK ? [] : tidyLabels(toInlines(block)) };
      case 'table':
        last = block.table;
        return { type: 'table', blockId, tableId: own[block.table]! };
      case 'picture': {
        const { mime, alt, widthPx, heightPx } = block.picture;
        return { type: 'picture', blockId, file: storePicture(db, block.picture), mime, alt, widthPx, heightPx };
      }
      case 'chart':
        return { type: 'chart', blockId, ...makeChart(block) };
    }
  };
}

function findChart(tables: readonly DataTable[], match: (table: DataTable) => Chart | null): Chart | null {
  for (const table of tables) {
    const chart = match(table);
    if (chart !== null) return chart;
  }
  return null;
}

/** The replies of a draft, with its cross references where they say what they would say here. */
export function placeReplies(db: WritableDb, split: DraftSplit, makeBlock: BlockMaker): Reply[] {
  const letters = listLetters(db);
  const questions = new Map(letters.flatMap((letter) => letter.questions.map((question) => [question.questionId, question])));
  const targets = new Map<string, ReferenceTarget>();
  const mark = (bookmarks: readonly string[] | undefined, target: ReferenceTarget) => {
    for (const bookmark of bookmarks ?? []) if (!targets.has(bookmark)) targets.set(bookmark, target);
  };
  const made = split.replies.map((reply) => {
    markAsked(reply, questions.get(reply.questionId)!, mark);
    const sections = reply.sections.map(({ blocks, ...section }) => ({
      ...section,
      sectionId: newId<'section'>(),
      blocks: blocks.map((draft) => {
        const block = makeBlock(draft);
        if ('bookmarks' in draft) mark(draft.bookmarks, { kind: 'block', blockId: block.blockId });
        return { draft, block };
      }),
    }));
    return { questionId: reply.questionId, revision: 0, sections };
  });
  const findTarget = (bookmark: string) => targets.get(bookmark) ?? null;
  const replies = made.map((reply) => ({
    ...reply,
    sections: reply.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map(({ draft, block }) =>
        'runs' in draft ? { ...block, inlines: tidyLabels(toInlines(draft, findTarget)) } : block,
      ),
    })),
  }));
  const headed = replies.map(({ sections, ...reply }) => {
    const headings = headSections(sections);
    return { ...reply, sections: sections.map((section, index) => headSection(section, headings[index]!)) };
  });
  const placed = new Set(replies.map(({ questionId }) => questionId));
  const others = listReplies(db).filter(({ questionId }) => !placed.has(questionId));
  const tables = new Map(listWholeTables(db, []).map((table) => [table.tableId, table]));
  return settleReferences({ letters, replies: [...headed, ...others], tables }).slice(0, headed.length);
}

/** What a document prints over a section stands in the reply, so that taking in the document again gives the same reply. */
function headSection(section: Section, heading: string | null): Section {
  if (heading === null) return section;
  const block: Block = { type: 'heading', blockId: newId<'block'>(), level: 2, inlines: [{ type: 'text', text: heading }] };
  return { ...section, blocks: [block, ...section.blocks] };
}

/** Bookmarks in the question as the draft repeats it: of the question, or of the item whose label begins the paragraph. */
function markAsked(
  { heading, restated, questionId }: DraftReply,
  question: AskedQuestion,
  mark: (bookmarks: readonly string[] | undefined, target: ReferenceTarget) => void,
): void {
  for (const { bookmarks } of heading) mark(bookmarks, { kind: 'question', questionId });
  for (const { bookmarks, text } of restated) {
    const item = question.items.find(({ label }) => squeeze(text).startsWith(squeeze(label)));
    mark(bookmarks, item === undefined ? { kind: 'question', questionId } : { kind: 'item', itemId: item.itemId });
  }
}
