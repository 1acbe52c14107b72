import type { DataTable } from '../domain/dataTable';
import { findColumnRelations } from './columnRelations';
import { readNumberGrids } from './numberGrid';
import { findPeriodRowRelations } from './periodRows';
import { judgeRelation, type Relation, type Verdict } from './relation';
import { findRowRelations } from './rowRelations';
import { RATE_OF_CHANGE } from './terms';

export type JudgedRelation = Relation & { verdict: Verdict };

const audits = new WeakMap<DataTable, JudgedRelation[]>();

/** Every relation that should hold inside a table, judged in exact intervals. Inferred from structure and headers and confirmed by the rows in which it holds. Tables are values: one that was audited is not audited again. */
export function auditTable(table: DataTable): JudgedRelation[] {
  const known = audits.get(table);
  if (known) return known;
  const relations = readNumberGrids(table)
    .flatMap((grid) => [...findRowRelations(grid), ...findPeriodRowRelations(grid), ...findColumnRelations(grid)])
    .map((relation) => ({ ...relation, verdict: judgeRelation(relation) }));
  audits.set(table, relations);
  return relations;
}

/** Columns that hold differences of percentages although their header promises a rate of change; each with one relation of the column. */
export function findMisnamedPoints(table: DataTable, relations: readonly JudgedRelation[]): JudgedRelation[] {
  const columns = new Map<number, JudgedRelation>();
  for (const relation of relations) {
    const { row, column } = relation.stated;
    if (relation.kind !== 'points' || relation.verdict === 'broken' || columns.has(column)) continue;
    const head = table.columns[column]?.path.at(-1)?.replace(/\s+/g, '') ?? '';
    const shown = table.rows[row]?.cells[column]?.text ?? '';
    const amounts = table.columns.some(
      (other, index) => index !== column && sameGroup(table, column, index) && /金额|额$/.test(other.path.at(-1) ?? ''),
    );
    if (RATE_OF_CHANGE.test(head) && amounts && !shown.includes('百分点')) columns.set(column, relation);
  }
  return [...columns.values()];
}

function sameGroup(table: DataTable, a: number, b: number): boolean {
  const first = table.columns[a]?.path;
  const second = table.columns[b]?.path;
  return first !== undefined && second !== undefined && first.length > 1 && first[0] === second[0];
}
