import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextParts } from '../../electron/core/import/text/readTextParts';
import { storeTables } from '../checks/testing/storeTables';
import { describeParts } from '../tables/describeParts';
import { buildCellIndex } from './cellIndex';
import { chooseHome } from './chooseHome';
import { getFigureContext } from './figureContext';
import { findFigures } from './findFigures';

const shared = process.env['HUIHAN_SHARED'];
if (!shared) console.log('skipped: HUIHAN_SHARED is not set, the golden figures cannot be reached');

type GoldenFigure = { id: string; line: number; text: string; table_cells: { table: string; row: number; col: number }[] | null };

describe.skipIf(!shared)('figures of a real reply', () => {
  test('are linked to the cells a careful reader chose', () => {
    const { parts } = describeParts(
      readTextParts(readFileSync(join(shared!, 'seeds', '003_b51df5f9a325489b.txt'), 'utf8'), '003.txt').parts,
      '003.txt',
    );
    const tables = storeTables(parts);
    const index = buildCellIndex(tables);
    const letter = JSON.parse(readFileSync(join(shared!, 'golden', 'ruina-letter.json'), 'utf8')) as {
      questions: { full_text_lines: number[] }[];
    };
    const asked = new Set(letter.questions.flatMap((question) => question.full_text_lines));
    const golden = (
      JSON.parse(readFileSync(join(shared!, 'golden', 'ruina-figures-sample.json'), 'utf8')) as { figures: GoldenFigure[] }
    ).figures.filter((figure) => !asked.has(figure.line));
    const tableAt = new Map(tables.map((table) => [table.tableId, table.place.line ?? 0]));
    const nearnessAt = (line: number) => (tableId: (typeof tables)[number]['tableId']) => {
      const distance = Math.abs(line - (tableAt.get(tableId) ?? 0));
      return distance > 60 ? 0 : 1 - distance / 60;
    };
    let withHome = 0;
    let right = 0;
    const wrong: string[] = [];
    const open: string[] = [];
    for (const part of parts) {
      if (part.type !== 'paragraph') continue;
      const lines = golden.filter(
        (figure) => figure.line >= (part.place.line ?? 0) && figure.line <= (part.place.endLine ?? part.place.line ?? 0),
      );
      const found = findFigures(part.text);
      for (const figure of lines) {
        const match = found.find((candidate) => candidate.text.replace(/\s/g, '') === figure.text.replace(/\s/g, ''));
        if (!match) continue;
        found.splice(found.indexOf(match), 1);
        const choice = chooseHome(match, getFigureContext(part.text, match), index, nearnessAt(figure.line));
        const homes = (figure.table_cells ?? []).map((cell) => `${Number(cell.table.slice(1))}.${cell.row}.${cell.col}`);
        if (homes.length > 0) withHome++;
        if (choice.state !== 'linked') {
          if (homes.length > 0) open.push(`${figure.id} ${figure.text} ${choice.state}`);
          continue;
        }
        const position = tables.findIndex((table) => table.tableId === choice.cell.tableId);
        const table = tables[position]!;
        const at = `${position + 1}.${table.rows.findIndex((row) => row.rowId === choice.cell.rowId) - table.headerRows}.${table.columns.findIndex((column) => column.colId === choice.cell.colId)}`;
        if (homes.includes(at)) right++;
        else wrong.push(`${figure.id} ${figure.text} line ${figure.line}: ${at}, not ${homes.join(' or ') || 'nowhere'}`);
      }
    }
    console.log(`figures with a home ${withHome}: linked rightly ${right}, wrongly ${wrong.length}, left open ${open.length}`);
    if (wrong.length + open.length > 0) console.log([...wrong, ...open].join('\n'));
    expect(wrong.length).toBeLessThanOrEqual(withHome * 0.02);
    expect(right).toBeGreaterThanOrEqual(withHome * 0.95);
  });
});
