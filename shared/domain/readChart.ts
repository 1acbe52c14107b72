import type { DecimalString } from '../util/decimal';
import type { ChartKind } from './reply';

/** A chart as a file states it: its words and the values it keeps. A series is named as its legend names it; null where no value stands. */
export type ReadChart = {
  kind: ChartKind;
  title: string;
  alt: string;
  categories: string[];
  series: { name: string; values: (DecimalString | null)[] }[];
  /** The unit its first axis names; null where it names none. */
  unit: string | null;
};
