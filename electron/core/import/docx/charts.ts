import type { ReadChart } from '../../../../shared/domain/readChart';
import type { ChartKind } from '../../../../shared/domain/reply';
import { Decimal } from '../../../../shared/util/decimal';
import type { DocxReading } from './docxReading';
import { childOf, childrenOf, findAll, type XmlElement } from './xmlTree';

/** Groups of a plot area a reply's charts are made of, and how these draw a series. */
const DRAWN = { 'c:barChart': 'column', 'c:lineChart': 'line', 'c:pieChart': 'pie' } as const;
type Drawn = (typeof DRAWN)[keyof typeof DRAWN];
type Series = ReadChart['series'][number] & { drawn: Drawn; order: number; axes: string; categories: string[] };

const UNIT_WORDS = /^单位[：:]\s*(.+)$/;

/** The charts of a w:drawing with the words and values kept in their parts. Other kinds, and charts without values, are none. */
export function readCharts(drawing: XmlElement, { pack }: DocxReading): ReadChart[] {
  const alt = findAll(drawing, 'wp:docPr')[0]?.attributes.descr ?? '';
  return findAll(drawing, 'c:chart').flatMap((element) => {
    const target = pack.getTarget(element.attributes['r:id'] ?? '');
    const root = target === null || target.external ? undefined : pack.readPart(target.name);
    const chart = root === undefined ? null : readChart(root, alt);
    return chart === null ? [] : [chart];
  });
}

function readChart(root: XmlElement, alt: string): ReadChart | null {
  const chart = findAll(root, 'c:chart')[0];
  const plot = childOf(chart, 'c:plotArea');
  const groups = plot?.children.flatMap((child) => (typeof child !== 'string' && child.name.endsWith('Chart') ? [child] : [])) ?? [];
  if (groups.some(({ name }) => !(name in DRAWN))) return null;
  const series = groups
    .flatMap((group) => childrenOf(group, 'c:ser').map((one) => readSeries(one, group)))
    .toSorted((a, b) => a.order - b.order);
  const kind = findKind(series);
  if (kind === null || series.every(({ values }) => values.every((value) => value === null))) return null;
  const title = readWords(childOf(chart, 'c:title'));
  const categories = series.map((one) => one.categories).find((one) => one.length > 0) ?? [];
  const axes = childrenOf(plot, 'c:valAx').map((axis) => UNIT_WORDS.exec(readWords(childOf(axis, 'c:title')))?.[1] ?? null);
  return {
    kind,
    title,
    alt: alt === title ? '' : alt,
    categories,
    series: series.map(({ name, values }) => ({ name, values: categories.map((_, at) => values[at] ?? null) })),
    unit: axes[0] ?? null,
  };
}

/** Columns, lines, columns with the last series and those of a second axis as lines, or one pie; null for any other mixture. */
function findKind(series: readonly Series[]): ChartKind | null {
  const [first] = series;
  if (first === undefined) return null;
  if (series.every(({ drawn }) => drawn === first.drawn)) return first.drawn;
  const last = series.at(-1)!;
  const isExpressible = series.every(
    (one) => one.drawn === 'column' || (one.drawn === 'line' && one !== first && (one === last || one.axes !== first.axes)),
  );
  if (!isExpressible) return null;
  return last.drawn === 'line' ? 'combined' : 'column';
}

function readSeries(series: XmlElement, group: XmlElement): Series {
  const points = (name: string) => readPoints(childOf(series, name));
  return {
    drawn: DRAWN[group.name as keyof typeof DRAWN],
    axes: childrenOf(group, 'c:axId')
      .map(({ attributes }) => attributes.val)
      .join(),
    order: Number(childOf(series, 'c:order')?.attributes.val ?? 0),
    name: points('c:tx').get(0) ?? '',
    categories: listPoints(points('c:cat')),
    values: listPoints(points('c:val')).map(readNumber),
  };
}

/** The cached points of a reference, or those written out, by index. */
function readPoints(reference: XmlElement | undefined): Map<number, string> {
  const points = findAll(reference ?? EMPTY, 'c:pt').map((point): [number, string] => [Number(point.attributes.idx), readWords(point)]);
  return new Map(points.filter(([index]) => Number.isInteger(index) && index >= 0 && index < MOST_POINTS));
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };
const MOST_POINTS = 10_000;

function listPoints(points: ReadonlyMap<number, string>): string[] {
  return Array.from({ length: Math.max(-1, ...points.keys()) + 1 }, (_, index) => points.get(index) ?? '');
}

function readNumber(text: string): string | null {
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? new Decimal(text).toFixed() : null;
}

/** The text of an element: of its a:t, or of its c:v. */
function readWords(element: XmlElement | undefined): string {
  const texts = [...findAll(element ?? EMPTY, 'a:t'), ...findAll(element ?? EMPTY, 'c:v')];
  return texts
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('')
    .trim();
}
