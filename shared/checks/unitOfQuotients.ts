import type { DataTable } from '../domain/dataTable';
import type { Finding } from '../domain/finding';
import type { QuestionId } from '../domain/ids';
import { message } from '../domain/message';
import { Decimal } from '../util/decimal';
import { convertUnit } from '../util/units';
import type { JudgedRelation } from './auditTable';
import { quoteWords } from './listedWords';
import { placeOfCell } from './tablePlace';
import { addTo } from '../util/multimap';

/** Rows in which a quotient must hold before the unit line, not the numbers, is doubted. */
const LEAST_ROWS = 2;

/**
 * Unit prices whose numbers are right while their unit line is not: 万元 ÷ 件 is 万元/件, and a column that prints just that under 元/件 is
 * ten thousand times too small. One finding for a table and unit.
 */
export function checkQuotientUnits(table: DataTable, relations: readonly JudgedRelation[], questionId: QuestionId | undefined): Finding[] {
  const wrong = new Map<string, { likely: string; columns: Map<number, JudgedRelation[]> }>();
  for (const relation of relations) {
    if (relation.kind !== 'ratio' || relation.verdict === 'broken' || relation.statedNumber.percent) continue;
    const printed = unitAt(table, relation.stated);
    const likely = inferUnit(printed, unitAt(table, relation.inputs[0]!), unitAt(table, relation.inputs[1]!));
    if (printed === null || likely === null) continue;
    const entry = wrong.get(printed) ?? { likely, columns: new Map<number, JudgedRelation[]>() };
    addTo(entry.columns, relation.stated.column, relation);
    wrong.set(printed, entry);
  }
  return [...wrong].flatMap(([printed, { likely, columns }]): Finding[] => {
    const sure = [...columns].filter(([, held]) => held.length >= LEAST_ROWS);
    if (sure.length === 0) return [];
    const first = sure[0]![1][0]!;
    return [
      {
        rule: 'unit-line',
        severity: 'error',
        message: message('finding.unit-line', {
          printed,
          columns: quoteWords(sure.map(([column]) => table.columns[column]?.path.join(' / ') ?? '')),
          formula: first.formula,
          likely,
        }),
        expected: null,
        stated: printed,
        places: sure
          .flatMap(([, held]) => [held[0]!.stated, ...held[0]!.inputs])
          .map((at) => placeOfCell(table, at.row, at.column, questionId)),
      },
    ];
  });
}

function unitAt(table: DataTable, at: { row: number; column: number }): string | null {
  return table.rows[at.row]?.cells[at.column]?.unit ?? null;
}

/** What the quotient of the printed numbers is measured in, where the printed unit is another multiple of it; else null. */
function inferUnit(printed: string | null, numerator: string | null, denominator: string | null): string | null {
  const [top, bottom] = printed?.split('/') ?? [];
  if (!top || !bottom || !numerator || !denominator || printed === null) return null;
  const tops = convertUnit(new Decimal(1), numerator, top);
  const bottoms = convertUnit(new Decimal(1), denominator, bottom);
  if (!tops || !bottoms || tops.equals(bottoms)) return null;
  return `${numerator}/${denominator}`;
}
