import type { DataTable } from '../../../shared/domain/dataTable';
import { describePlace } from '../../../shared/domain/place';

const LONGEST = 24;

/** A table in a few words for the log and lists: the end of its caption, else its place. */
export function nameTable({ caption, place }: Pick<DataTable, 'caption' | 'place'>): string {
  const name = caption?.trim() || describePlace(place);
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}
