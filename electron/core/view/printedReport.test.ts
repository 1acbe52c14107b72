import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlacedPart } from '../../../shared/domain/tableOrigin';
import { type Printer, startPrinter, toRuledHtml } from '../import/pdf/testing/printPdf';
import { readSource } from '../import/readSource';
import { openView } from './openView';

/** Real material beside the checkout; without it, or without a browser that prints it, nothing is measured. */
const SHARED = process.env['HUIHAN_SHARED'];
if (!SHARED) console.info('HUIHAN_SHARED is not set: the cells of an annual report are not looked for on its pages.');

/** Paragraphs and tables printed: some forty pages. */
const PARTS = 500;

let printer: Printer | null = null;
beforeAll(async () => {
  if (SHARED) printer = await startPrinter();
}, 60_000);
afterAll(() => printer?.close());

describe.skipIf(!SHARED)('the tables of a printed annual report', () => {
  it('are found on their pages, at least 97 of 100 cells', { timeout: 240_000 }, async (context) => {
    if (!printer) return context.skip();
    const name = readdirSync(join(SHARED!, 'seeds')).find((file) => file.startsWith('004_'))!;
    const { parts } = await readSource(new Uint8Array(readFileSync(join(SHARED!, 'seeds', name))), name);
    const pdf = await printer.print(toRuledHtml(parts.slice(0, PARTS)), { furniture: true });
    const tables = (await readSource(pdf, '年报.pdf')).parts.flatMap((part) => (part.type === 'table' ? [part.table] : []));
    const view = await openView(pdf, '年报.pdf');
    let found = 0;
    let printed = 0;
    for (const { place, rows } of tables) {
      const request = { ask: 'parts' as const, page: place.page!, rows: rows.map((row) => row.map(({ text }) => text)) };
      const placed = (await view.look(request)) as PlacedPart[];
      found += new Set(placed.flatMap(({ cells }) => cells.map(({ row, col }) => `${row} ${col}`))).size;
      printed += rows.flat().filter(({ text }) => text.trim() !== '').length;
    }
    await view.close();
    process.stdout.write(`cells found on their pages: ${found} of ${printed} (${((100 * found) / printed).toFixed(2)} %)\n`);
    expect(printed).toBeGreaterThan(1000);
    expect(found / printed).toBeGreaterThan(0.97);
  });
});
