import type { DataTable } from '../../domain/dataTable';
import type { FindingPlace } from '../../domain/finding';
import { type LearntAlias, pairNames } from '../../domain/metricAlias';
import { cleanMetricName } from '../../figures/cleanMetricName';
import { ENTITY_ENDINGS } from '../../tables/tableTerms';
import { placeOfCell } from '../tablePlace';
import { compareSeries, listSeries, type Meeting, type Series } from './sameSeries';
import { SeriesIndex } from './seriesIndex';

/** So many telling numbers in common are no chance. */
const LEAST_EQUAL = 3;
/** Pairs of places that are shown. */
const SHOWN = 2;

/**
 * Names under which tables print the same numbers for the same periods or entities, those with most numbers in common first. A row under an
 * organisation's name, or the company's own (`ownNames`), is no metric. Pure.
 */
export function learnMetricAliases(tables: Iterable<DataTable>, ownNames: readonly string[]): LearntAlias[] {
  const index = new SeriesIndex();
  const learnt = new Map<string, LearntAlias>();
  for (const table of tables) {
    const series = listSeries(table);
    for (const each of series) {
      for (const other of index.listCompanions(each)) {
        const alias = learn(other, each, ownNames);
        const key = alias && `${alias.first} ${alias.second}`;
        if (key && (learnt.get(key)?.equal ?? 0) < alias.equal) learnt.set(key, alias);
      }
    }
    index.add(series);
  }
  return [...learnt.values()].toSorted((a, b) => b.equal - a.equal || (a.first < b.first ? -1 : 1));
}

function learn(a: Series, b: Series, ownNames: readonly string[]): LearntAlias | null {
  const names = [cleanMetricName(a.label), cleanMetricName(b.label)];
  if (names.some((name) => name === '' || ownNames.includes(name) || ENTITY_ENDINGS.some((ending) => name.endsWith(ending)))) return null;
  const pair = pairNames(names[0]!, names[1]!);
  const meeting = pair && compareSeries(a, b);
  if (!pair || !meeting || meeting.equal.length < LEAST_EQUAL || meeting.differing.length > 1) return null;
  return { ...pair, equal: meeting.equal.length, differing: meeting.differing.length, places: listPlaces(a, b, meeting) };
}

function listPlaces(a: Series, b: Series, { equal }: Meeting): FindingPlace[] {
  const place = ({ table, entries }: Series, key: string) => {
    const { row, column } = entries.get(key)!;
    return placeOfCell(table, row, column, undefined);
  };
  return equal.slice(0, SHOWN).flatMap((key) => [place(a, key), place(b, key)]);
}
