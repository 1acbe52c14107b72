import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataTable, RowRole } from '../../shared/domain/dataTable';
import { buildSnapshot, paragraph, tableBlock } from '../../shared/document/testing/buildSnapshot';
import { buildTable, type CellText } from '../../shared/document/testing/buildTable';
import type { ProjectSnapshot } from '../../shared/domain/snapshot';

export type GoldenTable = {
  id: string;
  q: number;
  lead: string | null;
  unit: string | null;
  headerRows: number;
  rows: { t: string; cs?: number; rs?: number }[][];
  notes: string[];
};

/** The tables of the shared golden file; null when HUIHAN_SHARED names no folder. */
export function readGoldenTables(): GoldenTable[] | null {
  const shared = process.env['HUIHAN_SHARED'];
  if (shared === undefined) return null;
  return JSON.parse(readFileSync(join(shared, 'golden', 'ruina-tables.json'), 'utf8')) as GoldenTable[];
}

/** A project whose replies hold the golden tables, each after its lead sentence. */
export function buildGoldenSnapshot(golden: readonly GoldenTable[]): ProjectSnapshot {
  const nested = new Set(
    golden.flatMap((table) => table.rows.flat().flatMap((cell) => [...cell.t.matchAll(NESTED)].map((match) => match[1]!))),
  );
  const questions = [...new Set(golden.map((table) => table.q))].map((q) => ({
    no: String(q),
    text: '请你公司说明相关情况。',
    sections: [
      {
        blocks: golden
          .filter((table) => table.q === q && !nested.has(table.id))
          .flatMap((table) => [paragraph(table.lead ?? '具体情况如下：'), tableBlock(table.id)]),
      },
    ],
  }));
  return buildSnapshot({ questions, tables: golden.map(toDataTable) });
}

const NESTED = /\{\{(\w+)\}\}/g;
const TOTAL = /合计$|总计$/;

function toDataTable({ id, headerRows, unit, rows, notes }: GoldenTable): DataTable {
  const written = rows.map((row) =>
    row.map(({ t, cs, rs }): CellText => {
      const nested = [...t.matchAll(NESTED)].map((match) => match[1]!);
      return { text: t.replaceAll(NESTED, '\uFFFC'), colSpan: cs, rowSpan: rs, ...(nested.length > 0 && { nested }) };
    }),
  );
  const roles: Record<number, RowRole> = {};
  for (const [r, row] of rows.entries()) if (r >= headerRows && TOTAL.test(row[0]?.t ?? '')) roles[r] = 'total';
  return buildTable(id, { headerRows, unit: unit?.startsWith('单位：') ? unit.slice(3) : null, notes, rows: written, roles });
}
