import { squash } from './cellText';
import {
  COUNT_ENDINGS,
  COUNTING_ENDINGS,
  COUNTING_HEADS,
  PER_SHARE_WORDS,
  PRINTED_UNITS,
  RATIO_ENDINGS,
  TIME_UNITS,
  UNIT_COLUMN_HEADS,
  UNIT_WORDS,
} from './tableTerms';

const KNOWN_UNITS: ReadonlySet<string> = new Set(PRINTED_UNITS);
const PER_UNIT = /^[^\s/]{1,6}\/[^\s/]{1,6}$/;

/** Units named by a unit line: 万元、件、元/件 → three; 平方米/台（套）/万元 too; 元 币种：人民币 → one. Unknown words are left out. */
export function splitUnitLine(unit: string): string[] {
  return unit
    .split(/[、，,；;\s]+|(?=币种)/)
    .flatMap((piece) => (/\/.*\//.test(piece) ? piece.replaceAll(/[（(][^）)]*[)）]/g, '').split('/') : [piece]))
    .map((piece) => piece.replace(/[%％]/, '%').trim())
    .filter((piece) => isUnit(piece));
}

function isUnit(text: string): boolean {
  return KNOWN_UNITS.has(text) || (PER_UNIT.test(text) && text.split('/').some((piece) => KNOWN_UNITS.has(piece)));
}

/** The unit a label carries: 金额（万元）, 比例%, 收益明细/万元, 每股收益（元/股）; null when it carries none. */
export function readLabelUnit(label: string): string | null {
  const plain = label.replace(/[\s\u3000]+/g, '').replace(/％/g, '%');
  const bracket = /[（(](?:单位[:：])?([^（()）]{1,8})[)）]$/.exec(plain);
  if (bracket && (isUnit(bracket[1]!) || TIME_UNITS.has(bracket[1]!))) return bracket[1]!;
  if (plain.endsWith('%')) return '%';
  const slash = /\/([^/]{1,5})$/.exec(plain);
  return slash && KNOWN_UNITS.has(slash[1]!) ? slash[1]! : null;
}

/** How units reach the cells of one table. */
export type UnitRules = {
  /** Units of the table's own unit line, or of the table before when inherited. */
  tableUnits: readonly string[];
  /** Per column: the unit its header carries. */
  columnUnits: readonly (string | null)[];
  /** Per column: a counting column, whose numbers have no unit. */
  counting: readonly boolean[];
  /** The column that prints each row's unit. */
  unitColumn: number | null;
  columnHeads: readonly string[];
};

/** Reads what a table's header says about units. `columns` are header paths; the stub head may carry the unit of the whole table (收益明细/万元). */
export function readUnitRules(columns: readonly (readonly string[])[], unitLine: string | null): UnitRules {
  const columnUnits = columns.map((path) => path.reduceRight<string | null>((unit, label) => unit ?? readLabelUnit(label), null));
  const stubUnit = columnUnits[0] ?? null;
  const own = unitLine === null ? [] : splitUnitLine(unitLine);
  const heads = columns.map((path) => squash(path.join('')));
  const unitAt = heads.findIndex((head) => UNIT_COLUMN_HEADS.has(head));
  return {
    tableUnits: own.length > 0 ? own : stubUnit === null ? [] : [stubUnit],
    columnUnits: columnUnits.map((unit, c) => (c === 0 ? null : unit)),
    counting: heads.map((head) => COUNTING_HEADS.has(head) || COUNTING_ENDINGS.some((ending) => head.endsWith(ending))),
    unitColumn: unitAt >= 0 ? unitAt : null,
    columnHeads: heads,
  };
}

/** The unit of a number and whether it came from the table's unit line (own or inherited); `unit` is null when nothing tells it. */
export type CellUnit = { unit: string | null; fromTable: boolean };

/** The unit of a number at a column of a row labelled `label`. `printed` is a unit printed in the cell itself, `rowUnit` that of a unit column. */
export function getCellUnit(rules: UnitRules, col: number, label: string, rowUnit: string | null, printed: string | null): CellUnit {
  const head = rules.columnHeads[col] ?? '';
  const own = printed ?? (rules.counting[col] ? null : (rowUnit ?? rules.columnUnits[col] ?? readLabelUnit(label)));
  if (own !== null || rules.counting[col]) return { unit: own, fromTable: false };
  if (isCount(label) || isCount(head)) return { unit: null, fromTable: false };
  if (rules.tableUnits.length > 1) return { unit: pickCompoundUnit(rules.tableUnits, `${head} ${squash(label)}`), fromTable: true };
  const unit = rules.tableUnits[0] ?? null;
  if (unit === null || (unit !== '%' && (isRatio(label) || isRatio(head)))) return { unit: null, fromTable: false };
  return { unit, fromTable: true };
}

function isCount(label: string): boolean {
  const plain = squash(label).replace(/\(.*?\)$/g, '');
  return COUNT_ENDINGS.some((ending) => plain.endsWith(ending));
}

function isRatio(label: string): boolean {
  const plain = squash(label)
    .replace(/\(.*?\)$/g, '')
    .replace(/[:：]$/, '');
  return RATIO_ENDINGS.some((ending) => plain.endsWith(ending)) || PER_SHARE_WORDS.some((word) => plain.includes(word));
}

function pickCompoundUnit(units: readonly string[], words: string): string | null {
  for (const rule of UNIT_WORDS) {
    if (!rule.words.some((word) => words.includes(word))) continue;
    const unit = units.find((candidate) => rule.fits(candidate));
    if (unit !== undefined) return unit;
  }
  return null;
}
