import type { ReadPart, ReadTable } from '../domain/dataTable';
import type { Warning } from '../domain/place';
import { getDimension } from '../util/units';
import { isBlank, squash } from './cellText';
import { describeTable } from './describeTable';
import { splitUnitLine } from './inferUnits';
import type { RawPart } from './rawTable';
import { type ReportPeriod, readReportPeriod, resolvePeriod } from './resolvePeriod';
import { isContinuedMark } from './rowLabels';
import { findSurroundings } from './surroundings';
import { type Message, message } from '../domain/message';

/**
 * Understands a document in reading order: every table with caption, unit, period, header, spans, roles, notes and typed cells. Unit lines and notes are
 * taken out of the text into their table; the sentence that introduces a table stays a paragraph as well. Pure; never throws.
 */
export function describeParts(parts: readonly RawPart[], fileName: string): { parts: ReadPart[]; warnings: Warning[] } {
  const tables = new Map<number, ReadTable>();
  const consumed = new Set<number>();
  const warnings: Warning[] = [];
  const report = readReportPeriod(parts, fileName);
  let before: Before = { at: -2, caption: null, units: [] };
  parts.forEach((part, i) => {
    if (part.type !== 'table') return;
    const labels = new Set(part.table.cells.map((row) => squash(row[0]?.text ?? '')).filter((label) => label !== ''));
    const around = findSurroundings(parts, i, labels, consumed);
    for (const index of around.consumed) consumed.add(index);
    const caption = readCaption(around.caption, before, before.at === i - 1);
    const table = describeTable(part.table, { caption, unitLine: around.unitLine, notes: around.notes, inherited: inheritUnits(before) });
    tables.set(i, settlePeriod(table, report));
    if (table.rows.every((row) => row.every((cell) => isBlank(cell.text)))) {
      warnings.push({ code: 'table-empty', message: message('warning.table-empty'), file: fileName, place: table.place });
    }
    before = { at: i, caption, units: passOnUnits(table.unit, before.units) };
  });
  const described: ReadPart[] = [];
  parts.forEach((part, i) => {
    const table = tables.get(i);
    if (table) described.push({ type: 'table', table, ...(part.bookmarks && { bookmarks: part.bookmarks }) });
    else if (part.type === 'paragraph' && !consumed.has(i)) described.push(part);
  });
  return { parts: described, warnings };
}

/** Period words of the table in the document's own dates; doubted where only the file's name names the year. */
function settlePeriod(table: ReadTable, report: ReportPeriod | null): ReadTable {
  if (table.period === null || report === null) return table;
  const period = resolvePeriod(table.period, report);
  if (period === table.period) return table;
  const reason = message('doubt.periodByFileName', { year: report.year });
  return { ...table, period, doubts: report.isStated ? table.doubts : [...table.doubts, { about: 'period', reason }] };
}

/** What a table hands on to the next: where it stands, its caption, and the money unit in force. */
type Before = { at: number; caption: string | null; units: readonly string[] };

/** A table right behind another is introduced by the same sentence; one behind （续） goes on with it under that name. */
function readCaption(caption: string | null, before: Before, isAdjacent: boolean): string | null {
  if (caption === null) return isAdjacent ? before.caption : null;
  if (!isContinuedMark(caption) || before.caption === null) return caption;
  return before.caption.endsWith('（续）') ? before.caption : `${before.caption}（续）`;
}

function inheritUnits(before: Before): { units: readonly string[]; reason: Message } | null {
  if (before.units.length === 0) return null;
  return { units: before.units, reason: message('doubt.unitInherited', { unit: before.units.join('、') }) };
}

/** Only one unit of money is handed on: shares or several units belong to their own table alone. */
function passOnUnits(unitLine: string | null, inForce: readonly string[]): readonly string[] {
  const own = unitLine === null ? [] : splitUnitLine(unitLine);
  if (own.length === 0) return inForce;
  return own.length === 1 && getDimension(own[0]!) === 'money' ? own : [];
}
