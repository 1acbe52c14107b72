import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadPart } from '../../../shared/domain/dataTable';
import { describeParts } from '../../../shared/tables/describeParts';
import { decodeText } from './decodeText';
import { readDocx } from './docx/readDocx';
import { readPdf } from './pdf/readPdf';
import { convertToPdf, findLibreOffice } from './pdf/testing/convertToPdf';
import { rebuildDocx, rebuildWorkbook } from './testing/rebuildFiles';
import { readTextParts } from './text/readTextParts';
import { readXlsx } from './xlsx/readXlsx';

const shared = process.env['HUIHAN_SHARED'];
if (!shared) console.info('annual report rebuilt: skipped, HUIHAN_SHARED names no folder of shared material');
else if (!findLibreOffice()) console.info('annual report rebuilt as PDF: skipped, LibreOffice is not installed');

/** The whole annual report among the seeds. */
function readReport(): ReadPart[] {
  const name = readdirSync(join(shared!, 'seeds')).find((file) => file.startsWith('004_'))!;
  const parts = describeParts(readTextParts(decodeText(readFileSync(join(shared!, 'seeds', name)), name), name).parts, name).parts;
  // Tables inside cells are measured by the readers' own tests.
  return parts.filter((part) => part.type === 'paragraph' || part.table.rows.every((row) => row.every((cell) => !cell.nested)));
}

type Grid = (string | null)[][];

const squeeze = (text: string) => text.replace(/\s+/g, '');
const gridsOf = (parts: readonly ReadPart[]): Grid[] =>
  parts.flatMap((part) =>
    part.type === 'table' ? [part.table.rows.map((row) => row.map((cell) => (cell.covered ? null : squeeze(cell.text))))] : [],
  );

/** Cells of a grid that stand at the same position in another. */
function countEqual(before: Grid, after: Grid): number {
  return before.flatMap((row, r) => row.filter((text, c) => after[r]?.[c] === text)).length;
}

/** Tables further apart in their order than this are not compared. */
const WINDOW = 12;

/** Share of cells that came back at their position of their table, tables in order: the best alignment, so that one lost or split table costs only its own cells. */
function measure(before: readonly Grid[], after: readonly Grid[]): number {
  let best = Array.from({ length: after.length + 1 }, () => 0);
  before.forEach((grid, i) => {
    const next = [0];
    after.forEach((candidate, j) => {
      const here = Math.abs(i - j) <= WINDOW ? best[j]! + countEqual(grid, candidate) : 0;
      next.push(Math.max(here, best[j + 1]!, next[j]!));
    });
    best = next;
  });
  return best.at(-1)! / before.flat(2).length;
}

describe.skipIf(!shared)('an annual report rebuilt from its tables and read back', () => {
  const parts = shared ? readReport() : [];
  const before = gridsOf(parts);
  const tell = (what: string, rate: number) =>
    console.info(`004 as ${what}: ${(rate * 100).toFixed(2)} % of ${before.flat(2).length} cells equal`);

  it('as DOCX has 99 % of its cells', () => {
    const bytes = rebuildDocx(parts);
    const rate = measure(before, gridsOf(describeParts(readDocx(bytes, '年报.docx').parts, '年报.docx').parts));
    tell('DOCX', rate);
    expect(rate).toBeGreaterThanOrEqual(0.99);
  });

  it('as a workbook has 99 % of its cells, one table on a sheet and several', () => {
    for (const perSheet of [1, 12]) {
      const bytes = rebuildWorkbook(parts, perSheet);
      const rate = measure(before, gridsOf(describeParts(readXlsx(bytes, '年报.xlsx').parts, '年报.xlsx').parts));
      tell(`XLSX, ${perSheet} a sheet`, rate);
      expect(rate).toBeGreaterThanOrEqual(0.99);
    }
  });

  it.skipIf(!findLibreOffice()).for([
    ['ruled', 'landscape', 0.97],
    ['ruled', 'portrait', 0.97],
    ['unruled', 'landscape', 0.6],
  ] as const)('as %s %s PDF of LibreOffice has its share of its cells', async ([rules, page, least]) => {
    const pdf = convertToPdf(rebuildDocx(parts, { page, ruled: rules === 'ruled' }));
    const back = describeParts((await readPdf(pdf, '年报.pdf')).parts, '年报.pdf').parts;
    const rate = measure(before, gridsOf(back));
    tell(`${rules} PDF, ${page}`, rate);
    expect(rate).toBeGreaterThanOrEqual(least);
  });
});
