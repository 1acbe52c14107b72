import type { TableSummary } from '../../../shared/domain/dataTable';
import { sayPlace } from '../../../shared/catalogue/sayPlace';
import type { Words } from '../../ui/language';

/** What a list calls a table: its caption, else its first header row. */
export function nameTable(table: Pick<TableSummary, 'caption' | 'headline'>, say: Words['say']): string {
  return table.caption || table.headline || say('evidence.untitled');
}

/** The line under a table's name: unit, period, place, size. */
export function describeTable(table: TableSummary, { language, say }: Words): string {
  return [
    table.unit ? say('evidence.unit', { unit: table.unit }) : null,
    table.period,
    sayPlace(language, table.place),
    say('evidence.size', { rows: table.rowCount, columns: table.columnCount }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Whether a table answers a filter: every word of it stands in the caption, headers, unit, period or file name. */
export function matchesFilter(table: TableSummary, fileName: string, filter: string): boolean {
  const text = [table.caption, table.headline, table.unit, table.period, fileName].join(' ').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
