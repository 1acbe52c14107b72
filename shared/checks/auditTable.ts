import type { DataTable } from '../domain/dataTable';
import { findColumnRelations } from './columnRelations';
import { readNumberGrids } from './numberGrid';
import { judgeRelation, type Relation, type Verdict } from './relation';
import { findRowRelations } from './rowRelations';

export type JudgedRelation = Relation & { verdict: Verdict };

/** Every relation that should hold inside a table, judged in exact intervals. Inferred from structure and headers and confirmed by the rows in which it holds. */
export function auditTable(table: DataTable): JudgedRelation[] {
  return readNumberGrids(table)
    .flatMap((grid) => [...findRowRelations(grid), ...findColumnRelations(grid)])
    .map((relation) => ({ ...relation, verdict: judgeRelation(relation) }));
}
