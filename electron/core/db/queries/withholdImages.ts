import { locateEverywhere } from '../../../../shared/document/redaction/locateEverywhere';
import { applyEdits, editInlines } from '../../../../shared/document/redaction/editInlines';
import type { LocatedRedactions } from '../../../../shared/document/redaction/locateRedactions';
import { redactBlock } from '../../../../shared/document/redaction/redactSnapshot';
import { hasSecretConstant } from '../../../../shared/document/redaction/withholdSnapshot';
import type { CellRef } from '../../../../shared/domain/dataTable';
import type { Formula } from '../../../../shared/domain/figure';
import type { Redaction } from '../../../../shared/domain/redaction';
import type { Block, Inline } from '../../../../shared/domain/reply';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import { listFormulaCells } from '../../../../shared/figures/listFormulaCells';
import { block as blockSchema } from '../../../../shared/ipc/schemas';
import type { ReadableDb } from '../handles';
import type { RecordedTable } from '../history/recordedTables';
import type { Image } from '../history/rowImages';
import { printInline } from '../../../../shared/document/replyBlocks';
import { findCellKey } from './cells';
import { MACHINE_TOKEN } from '../../machineTokens';
import { sql } from '../sql';

/** Replaces what is withheld in whatever goes into a copy of a project. */
export type RowWithholder = {
  /** A text without the withheld words. */
  text(text: string): string;
  /** A row without them: equal to the given one when it held none. */
  image(table: RecordedTable, image: Image): Image;
  /** Whether a cell stands hidden as a whole, with whatever lies inside it. */
  hides(rowKey: number, colKey: number): boolean;
};

/** Says everything as it is: what somebody may read who knows what is withheld. */
export const WITHHOLD_NOTHING: RowWithholder = { text: (text) => text, image: (_table, image) => image, hides: () => false };

/**
 * A withholder for what a project withholds. `snapshot` holds every table a redaction names. A figure that shows, or is computed from, what is
 * withheld becomes plain words.
 */
export function createRowWithholder(db: ReadableDb, snapshot: ProjectSnapshot, redactions: readonly Redaction[]): RowWithholder {
  const located = locateEverywhere(snapshot, redactions);
  const text = (said: string) => applyEdits(said, located.inText(said));
  const hidden = listHiddenCells(db, snapshot, located);
  const isTouched = (cell: CellRef) => {
    const row = db.get<{ rowKey: number; colKey: number; text: string }>(sql`
      SELECT rowKey, colKey, text FROM cell JOIN table_row r USING (rowKey) JOIN table_col k USING (colKey)
      WHERE r.rowId = ${cell.rowId} AND k.colId = ${cell.colId}`);
    return row !== undefined && (hidden.has(`${row.rowKey} ${row.colKey}`) || text(row.text) !== row.text);
  };
  const isPlain = (formula: Formula) => hasSecretConstant(formula, text) || listFormulaCells(formula).some(isTouched);
  const plain = new Set([...snapshot.figures.values()].filter(({ formula }) => isPlain(formula)).map(({ figureId }) => figureId));
  const unlink = (inline: Inline): Inline =>
    inline.type === 'figure' && plain.has(inline.figureId)
      ? { ...inline.style, type: 'text', text: printInline(inline, snapshot) }
      : inline;
  const inlines = (written: readonly Inline[]) => {
    const unlinked = written.map(unlink);
    return editInlines(unlinked, located.inText(unlinked.map((inline) => printInline(inline, snapshot)).join('')), snapshot);
  };
  const block = (written: Block): Block => {
    const unlinked = 'inlines' in written ? { ...written, inlines: written.inlines.map(unlink) } : written;
    return redactBlock(unlinked, snapshot, located, text);
  };
  const value = (read: unknown): unknown => {
    if (typeof read === 'string') return MACHINE_TOKEN.test(read) ? read : text(read);
    if (Array.isArray(read)) return read.map(value);
    if (typeof read !== 'object' || read === null) return read;
    return Object.fromEntries(
      Object.entries(read).map(([key, inner]) => [key, key === 'inlines' ? inlines(inner as Inline[]) : value(inner)]),
    );
  };
  const column = (read: string | number | null): string | number | null => {
    if (typeof read !== 'string' || MACHINE_TOKEN.test(read)) return read;
    const json = /^[[{]/.test(read) ? parseJson(read) : undefined;
    if (json === undefined) return text(read);
    const said = JSON.stringify(value(json));
    return said === JSON.stringify(json) ? read : said;
  };
  return {
    text,
    hides: (rowKey, colKey) => hidden.has(`${rowKey} ${colKey}`),
    image: (table, image) => {
      if (table === 'block') {
        const written = blockSchema.parse(JSON.parse(String(image.document)));
        return { ...image, document: JSON.stringify(block(written)) };
      }
      if (table === 'cell') {
        const whole = hidden.get(`${image.rowKey} ${image.colKey}`);
        const said = whole ?? text(String(image.text));
        return said === image.text
          ? image
          : { ...image, text: said, value: null, unit: null, ...(whole !== undefined && { nested: null }) };
      }
      return Object.fromEntries(Object.entries(image).map(([name, read]) => [name, column(read)]));
    },
  };
}

/** What stands in each cell that is hidden as a whole, by its keys. */
function listHiddenCells(db: ReadableDb, { tables }: ProjectSnapshot, located: LocatedRedactions): Map<string, string> {
  const hidden = new Map<string, string>();
  for (const table of tables.values()) {
    for (const [row, { rowId, cells }] of table.rows.entries()) {
      for (const [col, { colId }] of table.columns.entries()) {
        const words = cells[col]?.covered ? null : located.inCell(table, row, col);
        const key = words === null ? null : findCellKey(db, { tableId: table.tableId, rowId, colId });
        if (key && words !== null) hidden.set(`${key.rowKey} ${key.colKey}`, words);
      }
    }
  }
  return hidden;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A user's own words may begin with a bracket.
    return undefined;
  }
}
