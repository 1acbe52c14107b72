import { Decimal, type DecimalString } from './decimal';

/** What a unit measures; only units of one dimension convert into each other. */
export type Dimension = 'money' | 'share' | 'rate' | 'point' | 'count';

type UnitEntry = { dimension: Dimension /** How many base units one of these is, as an exact decimal string. */; factor: string };

/** Units of reports and replies. Base units: 元, 股, one percent, one percentage point, one piece. */
const UNITS: Readonly<Record<string, UnitEntry>> = {
  元: { dimension: 'money', factor: '1' },
  人民币元: { dimension: 'money', factor: '1' },
  千元: { dimension: 'money', factor: '1000' },
  万元: { dimension: 'money', factor: '10000' },
  人民币万元: { dimension: 'money', factor: '10000' },
  百万元: { dimension: 'money', factor: '1000000' },
  千万元: { dimension: 'money', factor: '10000000' },
  亿元: { dimension: 'money', factor: '100000000' },
  股: { dimension: 'share', factor: '1' },
  万股: { dimension: 'share', factor: '10000' },
  亿股: { dimension: 'share', factor: '100000000' },
  '%': { dimension: 'rate', factor: '1' },
  '‰': { dimension: 'rate', factor: '0.1' },
  百分点: { dimension: 'point', factor: '1' },
  个百分点: { dimension: 'point', factor: '1' },
  个: { dimension: 'count', factor: '1' },
  件: { dimension: 'count', factor: '1' },
  家: { dimension: 'count', factor: '1' },
  人: { dimension: 'count', factor: '1' },
};

/** The dimension of a unit, or null for a unit this table does not know (元/件, 吨, 平方米…). */
export function getDimension(unit: string): Dimension | null {
  return UNITS[unit]?.dimension ?? null;
}

/** Converts an exact value between units of one dimension; null when they cannot be converted. Equal names always convert. */
export function convertUnit(value: Decimal, from: string, to: string): Decimal | null {
  if (from === to) return value;
  const source = UNITS[from];
  const target = UNITS[to];
  if (!source || !target || source.dimension !== target.dimension) return null;
  return value.times(source.factor).div(target.factor);
}

/** Fixed fraction of the base unit in which amounts are stored as integers for searching: 1/10000. */
export const SEARCH_SCALE = 10_000;

const INT64_MAX = new Decimal('9223372036854775807');

/** The value as an integer number of 1/10000 base units, rounded half up; null when the unit is unknown or it does not fit 64 bits. */
export function toSearchAmount(value: Decimal, unit: string): bigint | null {
  const entry = UNITS[unit];
  if (!entry) return null;
  const scaled = value.times(entry.factor).times(SEARCH_SCALE).toDecimalPlaces(0);
  return scaled.abs().greaterThan(INT64_MAX) ? null : BigInt(scaled.toFixed(0));
}

const PLAIN = /^-?(\d{1,12})(?:\.(\d{1,8}))?$/;

/**
 * `toSearchAmount` of a printed value without its sign. Every factor being a power of ten, the digits are moved and no decimal is computed: a long
 * import asks for one amount a cell.
 */
export function toSearchAmountOfText(value: DecimalString, unit: string): bigint | null {
  const entry = UNITS[unit];
  if (!entry) return null;
  const [, whole, fraction = ''] = PLAIN.exec(value) ?? [];
  const places = Math.log10(SEARCH_SCALE) + (entry.factor.startsWith('0.') ? 2 - entry.factor.length : entry.factor.length - 1);
  if (whole === undefined || fraction.length > places || whole.length + places > 18) return toSearchAmount(new Decimal(value).abs(), unit);
  return BigInt(whole + fraction.padEnd(places, '0'));
}
