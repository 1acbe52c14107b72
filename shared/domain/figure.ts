import type { DecimalString } from '../util/decimal';
import type { CellRef } from './dataTable';
import type { FigureId, QuestionId } from './ids';

/** How a figure is computed. `growth` is (a-b)/|b| in %, `share` a/b in %, `ratio` a/b, `difference` a-b, `cagr` (first, last, years) in %. */
export type Formula =
  | { op: 'cell'; cell: CellRef }
  | { op: 'constant'; value: DecimalString; unit: string }
  | { op: 'difference' | 'growth' | 'share' | 'ratio' | 'sum' | 'average' | 'cagr'; args: Formula[] };

/** How a figure is printed: unit and decimals chosen by the writer, independent of the cell's own. */
export type FigureFormat = {
  unit: string;
  /** Negative: rounded to tens, hundreds…, as 逾8,500 is. */
  decimals: number;
  /** Thousands separators. */
  grouping: boolean;
  /** Print the unit after the number; false where a list shares one unit. */
  showUnit: boolean;
  /** 逾, 近, 约, 超过… printed before the number, 余 and 多 behind it; empty for none. It says which way is rounded. */
  wording: string;
  /** The sentence says 下降/减少, so the absolute value is printed. */
  signByWords: boolean;
};

/** A number in a reply that lives in cells. `shown` is the text last shown in the document. */
export type Figure = {
  figureId: FigureId;
  questionId: QuestionId;
  formula: Formula;
  format: FigureFormat;
  asOf: string | null;
  reason: string | null;
  shown: string;
};

/** A figure whose text changed because a cell it depends on changed. */
export type ChangedFigure = { figureId: FigureId; questionId: QuestionId; before: string; after: string };
