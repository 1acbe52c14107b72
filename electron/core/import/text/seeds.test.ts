import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadTable } from '../../../../shared/domain/dataTable';
import { describeParts } from '../../../../shared/tables/describeParts';
import { decodeText } from '../decodeText';
import { readTextParts } from './readTextParts';

const shared = process.env['HUIHAN_SHARED'];
if (!shared) console.info('seeds: skipped, HUIHAN_SHARED names no folder of shared material');

type GoldenTable = {
  id: string;
  rows: { t: string | number; cs?: number; rs?: number }[][];
  notes: string[];
  unit: string | null;
  headerRows: number;
};
type Look = { id: string; row_label: string; column_label: string; raw: string; value: string; unit: string };
type Lookups = Record<string, { source: string; tables: { joined: number; continuation_blocks: { line: number }[] }; lookups: Look[] }>;

function readSeed(name: string): { tables: ReadTable[]; paragraphs: string[]; allText: string } {
  const { parts, warnings } = readTextParts(decodeText(readFileSync(join(shared!, 'seeds', name)), name), name);
  const described = describeParts(parts, name);
  expect(warnings.every((warning) => warning.place !== null)).toBe(true);
  const tables = described.parts.flatMap((part) => (part.type === 'table' ? [part.table] : []));
  const paragraphs = described.parts.flatMap((part) => (part.type === 'paragraph' ? [part.text] : []));
  const allText = tables.flatMap((table) => [...table.rows.flat().map((cell) => cell.text), ...table.notes]).join('') + paragraphs.join('');
  return { tables, paragraphs, allText };
}

function readGolden<T>(name: string): T {
  return JSON.parse(readFileSync(join(shared!, 'golden', name), 'utf8')) as T;
}

function normalise(text: string): string {
  return text.replace(/\s+/g, '').replace(/\(/g, '（').replace(/\)/g, '）');
}

function withNested(tables: readonly ReadTable[]): ReadTable[] {
  return tables.flatMap((table) => [table, ...withNested(table.rows.flat().flatMap((cell) => cell.nested ?? []))]);
}

function gridOf(table: ReadTable): [string, number, number][][] {
  return table.rows.map((row) =>
    row.filter((cell) => !cell.covered).map((cell) => [normalise(cell.text.replace(/\ufffc/g, '')), cell.colSpan, cell.rowSpan]),
  );
}

/** A golden table as rows of a text file: spans become blanks. Cells with nested tables are left out of the measure. */
function layOut(table: GoldenTable): string[][] {
  if (table.rows.flat().some((cell) => String(cell.t).includes('{{'))) return [];
  const grid: (string | undefined)[][] = table.rows.map(() => []);
  table.rows.forEach((row, r) => {
    let c = 0;
    for (const cell of row) {
      while (grid[r]![c] !== undefined) c += 1;
      for (let down = 0; down < (cell.rs ?? 1); down += 1)
        for (let right = 0; right < (cell.cs ?? 1); right += 1) grid[r + down]![c + right] = '';
      grid[r]![c] = String(cell.t).replace(/\n/g, ' ');
    }
  });
  return grid.map((row) => row.map((text) => text ?? ''));
}

function isFound(tables: readonly ReadTable[], look: Look): ReadTable | null {
  const row = normalise(look.row_label);
  const wanted = look.column_label.split('/').map(normalise).filter(Boolean);
  for (const table of tables) {
    for (const cells of table.rows) {
      const labels = cells.map((cell) => normalise(cell.text));
      if (!labels.some((label, c) => label.endsWith(row) || labels.slice(0, c + 1).join('') === row)) continue;
      const at = cells.findIndex((cell, c) => {
        if (normalise(cell.text) !== normalise(look.raw)) return false;
        const path = table.columns[c]!.map(normalise).filter(Boolean);
        return wanted.every((key) => path.some((label) => label.includes(key) || key.includes(label)));
      });
      if (at >= 0) return table;
    }
  }
  return null;
}

describe.skipIf(!shared)('the seeds as text', () => {
  it('gives every table of the sample reply its exact grid with spans', () => {
    const golden = readGolden<GoldenTable[]>('ruina-tables.json');
    const { tables } = readSeed('003_b51df5f9a325489b.txt');
    const left = withNested(tables).map((table) => JSON.stringify(gridOf(table)));
    const failed: string[] = [];
    for (const table of golden) {
      const want = JSON.stringify(
        table.rows.map((row) => row.map((cell) => [normalise(String(cell.t).replace(/\{\{.*?\}\}/g, '')), cell.cs ?? 1, cell.rs ?? 1])),
      );
      const at = left.indexOf(want);
      if (at >= 0) left.splice(at, 1);
      else failed.push(table.id);
    }
    expect({ failed, beyond: left.map((grid) => grid.slice(0, 80)) }).toEqual({ failed: [], beyond: [] });
  });

  it('keeps every table of the sample reply whole wherever a page ends between its rows, with and without a repeated header', () => {
    const failed: string[] = [];
    for (const table of readGolden<GoldenTable[]>('ruina-tables.json')) {
      const rows = layOut(table);
      const want = JSON.stringify(table.rows.map((row) => row.map((cell) => [normalise(String(cell.t)), cell.cs ?? 1, cell.rs ?? 1])));
      for (let cut = 1; cut < rows.length; cut += 1) {
        const headers = cut > table.headerRows && table.headerRows > 0 ? [0, table.headerRows] : [0];
        for (const repeated of headers) {
          const pages = [rows.slice(0, cut), [...rows.slice(0, repeated), ...rows.slice(cut)]];
          const text = pages.map((page) => page.map((row) => row.join('\t')).join('\n')).join('\n\n');
          const { parts } = describeParts(readTextParts(`情况如下：\n\n${text}\n\n后文。`, 'a.txt').parts, 'a.txt');
          const grids = parts.flatMap((part) => (part.type === 'table' ? [JSON.stringify(gridOf(part.table))] : []));
          if (grids.length !== 1 || grids[0] !== want) failed.push(`${table.id} before row ${cut}`);
        }
      }
    }
    expect(failed).toEqual([]);
  });

  it('gives the sample reply its header rows, unit lines and notes', () => {
    const golden = readGolden<GoldenTable[]>('ruina-tables.json');
    const tables = withNested(readSeed('003_b51df5f9a325489b.txt').tables);
    const differing = golden.flatMap((want, i) => {
      const table = tables[i];
      if (!table) return [`${want.id} missing`];
      const unit = want.unit?.startsWith('单位：') ? want.unit.slice(3) : null;
      const same =
        table.headerRows === want.headerRows &&
        table.unit === unit &&
        JSON.stringify(table.notes.map(normalise)) === JSON.stringify(want.notes.map(normalise));
      return same ? [] : [`${want.id} ${table.headerRows} ${table.unit} ${JSON.stringify(table.notes.map((note) => note.slice(0, 12)))}`];
    });
    expect(differing).toEqual([]);
  });

  it('keeps every long paragraph of the sample reply', () => {
    const source = readFileSync(join(shared!, 'seeds', '003_b51df5f9a325489b.txt'), 'utf8').split('\n');
    const all = normalise(readSeed('003_b51df5f9a325489b.txt').allText);
    const missing = source.filter(
      (line) => line.trim() && !line.includes('\t') && !line.startsWith('<') && line.length > 20 && !all.includes(normalise(line)),
    );
    expect(missing.filter((line) => !line.includes('<http') && !line.startsWith('单位'))).toEqual([]);
  });

  it('finds every sampled look-up of the annual report and the ESG report', () => {
    const truth = readGolden<Lookups>('lookups-sample.json');
    const missed: string[] = [];
    for (const report of Object.values(truth)) {
      if (typeof report === 'string') continue;
      const { tables } = readSeed(report.source);
      for (const look of report.lookups) {
        const table = isFound(tables, look);
        const cell = table?.rows.flat().find((candidate) => normalise(candidate.text) === normalise(look.raw));
        if (!table) missed.push(look.id);
        else if (cell?.value !== look.value || cell.unit !== look.unit) missed.push(`${look.id} ${cell?.value} ${cell?.unit}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('joins the blocks of the annual report and the ESG report into as many tables as they have', () => {
    const truth = readGolden<Lookups>('lookups-sample.json');
    for (const report of Object.values(truth)) {
      if (typeof report === 'string') continue;
      const { tables } = readSeed(report.source);
      const starts = new Set(tables.map((table) => table.place.line));
      const apart = report.tables.continuation_blocks.filter((block) => starts.has(block.line)).map((block) => block.line);
      expect({ joined: tables.length, apart }).toEqual({ joined: report.tables.joined, apart: [] });
    }
  });
});
