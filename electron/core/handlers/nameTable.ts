import type { DataTable } from '../../../shared/domain/dataTable';
import { message, type Message } from '../../../shared/domain/message';
import type { Place } from '../../../shared/domain/place';

const LONGEST = 24;

/** A table in a few words for the log: the beginning of its caption, else where it stands. */
export function nameTable({ caption, place }: Pick<DataTable, 'caption' | 'place'>): string | Message {
  const name = caption?.trim() ?? '';
  if (name === '') return namePlace(place);
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}

function namePlace({ sheet, range = '', page, table, line }: Place): string | Message {
  if (sheet !== undefined) return message('place.range', { sheet, range });
  if (page !== undefined) return message('place.page', { page });
  if (table !== undefined) return message('place.table', { table });
  return line === undefined ? '' : message('place.line', { line });
}
