import type { ReviewCopy } from '../../../../shared/domain/exchange';
import type { ChangeId, FileHash, QuestionId } from '../../../../shared/domain/ids';
import type { ProjectDetails } from '../../../../shared/domain/project';
import type { Block } from '../../../../shared/domain/reply';
import { chooseQuestions } from '../../../../shared/letter/chooseQuestions';
import { assert } from '../../../../shared/util/assert';
import type { ReadableDb, WritableDb } from '../handles';
import type { RecordedTable } from '../history/recordedTables';
import type { RowChange } from '../history/recordedWrite';
import { refreshDerived } from '../history/refreshDerived';
import { type Image, insertImage, printKey, readAllImages } from '../history/rowImages';
import { addSearchEntry } from '../search/searchEntries';
import { type Sql, sql } from '../sql';
import type { CellKey } from './cells';
import { storeFile } from './files';
import { listLetters } from './letters';
import { getProject, insertProject } from './projectDetails';
import { type RowWithholder, WITHHOLD_NOTHING } from './withholdImages';

/** What a copy for a reviewer may contain. `withhold` replaces what the reviewer must not know; source files stay out wherever it does. */
export type ReviewSelection = { questionIds: readonly QuestionId[]; withSources: boolean; withhold: RowWithholder };

/** Header rows and first column of a cited table without its source: what tells a reader which number a cell is. */
type CitedCells = { rowKeys: Set<number>; cells: Set<string> };

/**
 * Fills an empty project with what a reviewer of the chosen questions may see, and nothing else: the questions as asked, their replies, the tables these
 * show, of tables only cited the cited cells with their labels, and the open remarks. Never there: other questions, drafts, versions, the log of
 * changes, corrected values, owners, reasons of exemption, withheld words; and without sources neither their bytes nor what else their tables say.
 */
export function fillReviewCopy(target: WritableDb, source: ReadableDb, selection: ReviewSelection, head: ReviewCopy): ChangeId[] {
  const { questionIds, withhold } = selection;
  const added: RowChange[] = [];
  const put = (table: RecordedTable, images: readonly Image[]) => {
    for (const image of images) {
      const after = withhold.image(table, image);
      insertImage(target, table, after);
      added.push({ table, rowKey: printKey(table, after), before: null, after });
    }
  };
  const filling: Filling = { ...selection, target, source, put, ofQuestions: sql`questionId IN ${sql.list(questionIds)}` };
  const { ofQuestions } = filling;
  const read = (table: RecordedTable, condition: Sql) => readAllImages(source, table, condition);

  const { projectId, details } = getProject(source);
  insertProject(target, projectId, sayDetails(details, withhold));
  putLetters(filling);
  put('reply', read('reply', ofQuestions));
  put('section', read('section', ofQuestions));
  const blocks = read('block', sql`sectionId IN (SELECT sectionId FROM section WHERE ${ofQuestions})`);
  put('block', blocks);
  for (const { hash } of source.all<{ hash: FileHash }>(
    sql`SELECT id AS hash FROM block_use WHERE kind = 'picture' AND blockId IN ${listKeys(blocks, 'blockId')}`,
  )) {
    copyFile(target, source, hash);
  }
  put(
    'figure',
    read('figure', sql`figureId IN ${sql.list(listFigures(blocks.map((image) => withhold.image('block', image))))}`).map((image) => ({
      ...image,
      reason: null,
      questionId: questionIds.some((questionId) => questionId === image.questionId) ? image.questionId! : questionIds[0]!,
    })),
  );
  putTables(filling, listKeys(blocks, 'blockId'));
  const changeIds = putReview(filling, head);
  refreshDerived(target, added);
  return changeIds;
}

function sayDetails(details: ProjectDetails, withhold: RowWithholder): ProjectDetails {
  const { company, shortName, title, preamble, signature } = details;
  return {
    ...details,
    company: withhold.text(company),
    shortName: withhold.text(shortName),
    title: withhold.text(title),
    preamble: withhold.text(preamble),
    signature: withhold.text(signature),
  };
}

/** Figures shown in blocks. */
function listFigures(blocks: readonly Image[]): string[] {
  return blocks.flatMap(({ document }) => {
    const block = JSON.parse(String(document)) as Block;
    return 'inlines' in block ? block.inlines.flatMap((inline) => (inline.type === 'figure' ? [inline.figureId] : [])) : [];
  });
}

/** A copy that is being filled: from where, into what, how rows go along (`put`), and which questions they belong to. */
type Filling = ReviewSelection & {
  target: WritableDb;
  source: ReadableDb;
  put: (table: RecordedTable, images: readonly Image[]) => void;
  ofQuestions: Sql;
};

function listKeys(images: readonly Image[], column: string): Sql {
  return sql.list(images.map((image) => image[column]!));
}

function copyFile(target: WritableDb, source: ReadableDb, hash: string): void {
  const row = source.get<{ size: number; mime: string; bytes: Buffer }>(sql`SELECT size, mime, bytes FROM file WHERE hash = ${hash}`);
  assert(row, 'a file that is referred to is there');
  target.run(
    sql`INSERT INTO file (hash, size, mime, bytes) VALUES (${hash}, ${row.size}, ${row.mime}, ${row.bytes}) ON CONFLICT DO NOTHING`,
  );
}

/**
 * Letters of the chosen questions. The letter's own file and text tell of every question, and may name what is withheld: then the chosen questions
 * stand in their place.
 */
function putLetters({ target, source, put, ofQuestions, questionIds, withhold }: Filling): void {
  const letters = readAllImages(source, 'letter', sql`letterId IN (SELECT letterId FROM question WHERE ${ofQuestions})`);
  for (const letter of letters) {
    const asked = source.all<{ questionId: QuestionId; text: string }>(
      sql`SELECT questionId, text FROM question WHERE letterId = ${letter.letterId!} ORDER BY position`,
    );
    const isFit = asked.every(({ questionId }) => questionIds.includes(questionId)) && withhold.text(String(letter.text)) === letter.text;
    if (isFit) {
      copyFile(target, source, String(letter.file));
      put('letter', [letter]);
      continue;
    }
    const text = withhold.text(asked.flatMap((one) => (questionIds.includes(one.questionId) ? [one.text] : [])).join('\n'));
    put('letter', [{ ...letter, file: storeFile(target, new TextEncoder().encode(text), 'text/plain'), text, cleaned: '[]' }]);
  }
  const headings = new Map(
    listLetters(source).flatMap(({ questions }) =>
      chooseQuestions(questions, ({ questionId }) => questionIds.includes(questionId)).map((one) => [
        String(one.questionId),
        one.partHeading,
      ]),
    ),
  );
  const withHeading = (image: Image) => ({ ...image, partHeading: headings.get(String(image.questionId)) ?? null });
  const withoutOwner = (image: Image) => ({ ...image, owner: null });
  put('question', readAllImages(source, 'question', ofQuestions).map(withoutOwner).map(withHeading));
  put('item', readAllImages(source, 'item', ofQuestions).map(withoutOwner));
  put(
    'ask',
    readAllImages(source, 'ask', ofQuestions).map((image) => ({ ...image, reason: null })),
  );
  put('verification', readAllImages(source, 'verification', ofQuestions));
}

function putTables(filling: Filling, blockIds: Sql): void {
  const { source, put, ofQuestions, withSources, withhold } = filling;
  const shown = new Set(
    source
      .all<{ tableKey: number }>(sql`
        SELECT DISTINCT tableKey FROM block_use JOIN data_table ON tableId = id WHERE block_use.kind = 'table' AND blockId IN ${blockIds}`)
      .map((row) => row.tableKey),
  );
  const cited = listCited(source, blockIds);
  const linked = source.all<{ tableKey: number }>(
    sql`SELECT DISTINCT tableKey FROM link JOIN data_table USING (tableId) WHERE ${ofQuestions}`,
  );
  const whole = withNested(source, withhold, [...shown, ...(withSources ? [...cited.keys(), ...linked.map((row) => row.tableKey)] : [])]);
  const tableKeys = [...new Set([...whole, ...cited.keys()])];
  const tables = readAllImages(source, 'data_table', sql`tableKey IN ${sql.list(tableKeys)}`);
  putSources(filling, tables);
  put(
    'data_table',
    tables.map((image) => (whole.has(Number(image.tableKey)) ? image : { ...image, notes: '[]', doubts: '[]' })),
  );
  for (const tableKey of tableKeys) {
    const rows = readAllImages(source, 'table_row', sql`tableKey = ${tableKey}`);
    const only = whole.has(tableKey) ? null : cited.get(tableKey)!;
    const kept = rows.filter((row) => only === null || row.role === 'header' || only.rowKeys.has(Number(row.rowKey)));
    const columns = readAllImages(source, 'table_col', sql`tableKey = ${tableKey}`);
    const first = columns.find((column) => column.position === 0)?.colKey;
    const headers = new Set(kept.filter((row) => row.role === 'header').map((row) => row.rowKey));
    put('table_row', kept);
    put('table_col', columns);
    const cells = readAllImages(source, 'cell', sql`rowKey IN ${listKeys(kept, 'rowKey')}`);
    put(
      'cell',
      cells.map((cell) => {
        const bare = { ...cell, originalText: null, originalValue: null, originalUnit: null, ...(only && { nested: null }) };
        const isShown =
          only === null || headers.has(cell.rowKey!) || cell.colKey === first || only.cells.has(`${cell.rowKey} ${cell.colKey}`);
        return isShown ? bare : { ...bare, text: '', value: null, unit: null };
      }),
    );
  }
  const links = readAllImages(source, 'link', ofQuestions);
  const tableIds = new Set(tables.filter((image) => whole.has(Number(image.tableKey))).map((image) => image.tableId));
  put(
    'link',
    links.filter((link) => tableIds.has(link.tableId!)).map((link) => ({ ...link, reason: '' })),
  );
}

/** Tables with those that stand inside their cells, unless such a cell is hidden. */
function withNested(source: ReadableDb, withhold: RowWithholder, tableKeys: readonly number[]): Set<number> {
  const all = new Set(tableKeys);
  for (const tableKey of all) {
    const inner = source.all<CellKey & { tableKey: number }>(sql`
      SELECT t.tableKey, cell.rowKey, cell.colKey FROM cell JOIN table_row USING (rowKey) JOIN json_each(cell.nested) n JOIN data_table t ON t.tableId = n.value
      WHERE table_row.tableKey = ${tableKey} AND cell.nested IS NOT NULL`);
    for (const table of inner) if (!withhold.hides(table.rowKey, table.colKey)) all.add(table.tableKey);
  }
  return all;
}

/** Cells the figures shown in these blocks are computed from, by table. */
function listCited(source: ReadableDb, blockIds: Sql): Map<number, CitedCells> {
  const cited = new Map<number, CitedCells>();
  const cells = source.all<CellKey & { tableKey: number }>(sql`
    SELECT DISTINCT rowKey, colKey, tableKey FROM block_use JOIN figure_cell ON figureId = id JOIN table_row USING (rowKey)
    WHERE block_use.kind = 'figure' AND blockId IN ${blockIds}`);
  for (const { tableKey, rowKey, colKey } of cells) {
    const of = cited.get(tableKey) ?? { rowKeys: new Set(), cells: new Set() };
    of.rowKeys.add(rowKey);
    of.cells.add(`${rowKey} ${colKey}`);
    cited.set(tableKey, of);
  }
  return cited;
}

/**
 * Sources of the tables: with their file and paragraphs, or as a name that says where a number comes from. What a file holds cannot be replaced, nor
 * read to its end in every format: where anything is withheld no file goes along.
 */
function putSources({ target, source, put, withSources, withhold }: Filling, tables: readonly Image[]): void {
  const withFile = withSources && withhold === WITHHOLD_NOTHING;
  const sourceIds = [...new Set(tables.flatMap((table) => (table.sourceId === null ? [] : [table.sourceId!])))];
  for (const image of readAllImages(source, 'source', sql`sourceId IN ${sql.list(sourceIds)}`)) {
    if (withFile) copyFile(target, source, String(image.file));
    put('source', [withFile ? image : { ...image, file: storeFile(target, new Uint8Array(), 'application/octet-stream') }]);
    if (!withSources) continue;
    const paragraphs = source.all<{ position: number; text: string; place: string }>(
      sql`SELECT position, text, place FROM source_paragraph WHERE sourceId = ${image.sourceId!} ORDER BY position`,
    );
    for (const { position, text: written, place } of paragraphs) {
      const text = withhold.text(written);
      const { lastKey } = target.run(
        sql`INSERT INTO source_paragraph (sourceId, position, text, place) VALUES (${image.sourceId!}, ${position}, ${text}, ${place})`,
      );
      if (image.role === 'evidence') addSearchEntry(target, 'source', String(lastKey), [text]);
    }
  }
}

/** Open remarks and suggestions, and who reviews. Returns the changes that go out with the copy. */
function putReview({ target, source, put, ofQuestions, withhold }: Filling, head: ReviewCopy): ChangeId[] {
  const latest = sql`(SELECT verdict FROM decision WHERE decision.changeId = change.changeId ORDER BY at DESC, decisionId DESC LIMIT 1)`;
  const open = leaveOutTelling(
    readAllImages(
      source,
      'change',
      sql`${ofQuestions} AND payload ->> '$.kind' <> 'setRecord' AND coalesce(${latest}, 'reopened') = 'reopened'`,
    ),
    withhold,
  );
  put('change', open);
  put('decision', readAllImages(source, 'decision', sql`changeId IN ${listKeys(open, 'changeId')}`));
  target.run(sql`
    INSERT INTO review_copy (only, reviewer, sender, exchangeId, versionId, sentAt, questionIds)
    VALUES (1, ${head.reviewer}, ${head.sender}, ${head.exchangeId}, ${head.versionId}, ${head.sentAt}, ${JSON.stringify(head.questionIds)})`);
  return open.map((image) => String(image.changeId) as ChangeId);
}

/** Changes that tell nothing withheld, nor hang on one that does: a change is immutable, so that it goes out as it is or not at all. */
function leaveOutTelling(changes: readonly Image[], withhold: RowWithholder): Image[] {
  const parse = (json: unknown) => JSON.parse(String(json)) as Record<string, unknown>;
  const left = new Set<unknown>(
    changes.filter((image) => JSON.stringify(withhold.image('change', image)) !== JSON.stringify(image)).map(({ changeId }) => changeId),
  );
  const hangsOn = ({ anchor, payload }: Image) => left.has(parse(anchor).inside) || left.has(parse(payload).replyTo);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const image of changes) if (hangsOn(image)) left.add(image.changeId);
  }
  return changes.filter(({ changeId }) => !left.has(changeId));
}
