import type { CellCorrection, CellRef, CorrectionKind } from '../../../../shared/domain/dataTable';
import { newId } from '../../../../shared/domain/ids';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { writeSearchEntry } from '../search/searchEntries';
import { sql } from '../sql';
import { toCellAmount } from './dataTables';
import { message } from '../../../../shared/domain/message';
import { timestamp } from '../../timestamp';

/** Where a cell lies inside the file. */
export type CellKey = { rowKey: number; colKey: number };

/** A cell's printed text, exact value and unit. */
export type CellContent = { text: string; value: string | null; unit: string | null };

type OriginalContent = { originalText: string | null; originalValue: string | null; originalUnit: string | null };

/** The integer keys of a cell; null when its table, row or column is not there. */
export function findCellKey(db: ReadableDb, { tableId, rowId, colId }: CellRef): CellKey | null {
  return (
    db.get<CellKey>(sql`
      SELECT r.rowKey, k.colKey FROM data_table t JOIN table_row r USING (tableKey) JOIN table_col k USING (tableKey)
      WHERE t.tableId = ${tableId} AND r.rowId = ${rowId} AND k.colId = ${colId}`) ?? null
  );
}

/** What a cell holds now; null when it is not there. */
export function findCell(db: ReadableDb, ref: CellRef): CellContent | null {
  const key = findCellKey(db, ref);
  return key && readCell(db, key);
}

function readCell(db: ReadableDb, { rowKey, colKey }: CellKey): (CellContent & OriginalContent) | null {
  return (
    db.get<CellContent & OriginalContent>(sql`
      SELECT text, value, unit, originalText, originalValue, originalUnit FROM cell WHERE rowKey = ${rowKey} AND colKey = ${colKey}`) ??
    null
  );
}

/** The key of an existing cell that is not covered by a span; throws not-found. */
export function getCellKey(db: ReadableDb, ref: CellRef): CellKey {
  const key = findCellKey(db, ref);
  const cell = key && db.get<{ covered: number }>(sql`SELECT covered FROM cell WHERE rowKey = ${key.rowKey} AND colKey = ${key.colKey}`);
  if (!key || !cell || cell.covered === 1) throw new AppError('not-found', { what: message('what.cell'), id: `${ref.rowId}/${ref.colId}` });
  return key;
}

/** Changes what a cell holds and keeps what was first read. */
export function updateCell(db: ReadableDb, recorder: Recorder, key: CellKey, content: CellContent): void {
  const cell = readCell(db, key)!;
  const original = cell.originalText === null ? { originalText: cell.text, originalValue: cell.value, originalUnit: cell.unit } : {};
  recorder.updateRow('cell', key, { ...content, ...original });
}

/** Notes who corrected a cell, how and why. */
export function insertCorrection(
  recorder: Recorder,
  key: CellKey,
  correction: { actor: string; kind: CorrectionKind; oldText: string; newText: string; why: string },
): void {
  recorder.insertRow('cell_correction', { correctionId: newId(), ...key, at: timestamp(), ...correction });
}

/** A cell's corrections, oldest first. */
export function listCorrections(db: ReadableDb, ref: CellRef): CellCorrection[] {
  const { rowKey, colKey } = getCellKey(db, ref);
  const rows = db.all<Omit<CellCorrection, keyof CellRef>>(sql`
    SELECT at, actor, kind, oldText, newText, why FROM cell_correction WHERE rowKey = ${rowKey} AND colKey = ${colKey} ORDER BY at`);
  return rows.map((row) => ({ ...ref, ...row }));
}

/** Makes the amount of a cell, there or gone, say what the cell says now. Its row's search entry follows with `indexTableRow`. */
export function indexCellAmount(db: WritableDb, key: CellKey): void {
  const cell = readCell(db, key);
  if (cell) {
    db.run(sql`UPDATE cell SET amount = ${toCellAmount(cell.value, cell.unit)} WHERE rowKey = ${key.rowKey} AND colKey = ${key.colKey}`);
  }
}

/** Makes the search entry of a row say what its cells say now. */
export function indexTableRow(db: WritableDb, rowKey: number): void {
  const row = db.get<{ rowId: string }>(sql`SELECT rowId FROM table_row WHERE rowKey = ${rowKey}`);
  if (!row) return;
  const texts = db.all<{ text: string }>(sql`SELECT text FROM cell WHERE rowKey = ${rowKey} ORDER BY colKey`).map((cell) => cell.text);
  writeSearchEntry(db, 'row', row.rowId, texts);
}
