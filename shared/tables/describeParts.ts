import type { ReadPart, ReadTable } from '../domain/dataTable';
import type { Warning } from '../domain/place';
import { getDimension } from '../util/units';
import { isBlank, squash } from './cellText';
import { describeTable } from './describeTable';
import { splitUnitLine } from './inferUnits';
import type { RawPart } from './rawTable';
import { findSurroundings } from './surroundings';

/**
 * Understands a document in reading order: every table with caption, unit, period, header, spans, roles, notes and typed cells. Unit lines and notes are
 * taken out of the text into their table; the sentence that introduces a table stays a paragraph as well. Pure; never throws.
 */
export function describeParts(parts: readonly RawPart[], fileName: string): { parts: ReadPart[]; warnings: Warning[] } {
  const tables = new Map<number, ReadTable>();
  const consumed = new Set<number>();
  const warnings: Warning[] = [];
  let previous: { units: readonly string[] } | null = null;
  parts.forEach((part, i) => {
    if (part.type !== 'table') return;
    const labels = new Set(part.table.cells.map((row) => squash(row[0]?.text ?? '')).filter((label) => label !== ''));
    const around = findSurroundings(parts, i, labels);
    for (const index of around.consumed) consumed.add(index);
    const inherited: { units: readonly string[]; reason: string } | null =
      previous && previous.units.length > 0
        ? { units: previous.units, reason: `未印单位，按前一张表的单位“${previous.units.join('、')}”理解` }
        : null;
    const table = describeTable(part.table, { caption: around.caption, unitLine: around.unitLine, notes: around.notes, inherited });
    tables.set(i, table);
    if (table.rows.every((row) => row.every((cell) => isBlank(cell.text)))) {
      warnings.push({ code: 'table-empty', message: '表格没有文字', file: fileName, place: table.place });
    }
    const own: string[] = table.unit === null ? [] : splitUnitLine(table.unit);
    previous = { units: own.length === 1 && getDimension(own[0]!) === 'money' ? own : own.length > 0 ? [] : (previous?.units ?? []) };
  });
  const described: ReadPart[] = [];
  parts.forEach((part, i) => {
    const table = tables.get(i);
    if (table) described.push({ type: 'table', table });
    else if (part.type === 'paragraph' && !consumed.has(i)) described.push(part);
  });
  return { parts: described, warnings };
}
