import type { Finding, FindingSeverity } from '../domain/finding';
import type { QuestionId, TableId } from '../domain/ids';
import type { ProjectSnapshot } from '../domain/snapshot';
import { evaluateFigure } from './evaluateFigure';
import { checkReplies } from './checkReplies';
import { checkTable } from './checkTables';

const RANK: Record<FindingSeverity, number> = { error: 0, warning: 1, note: 2 };

/** All checks over one reading of a project, worst first. Pure: the same snapshot gives the same findings in the same order. */
export function runChecks(snapshot: ProjectSnapshot): Finding[] {
  const shownIn = new Map<TableId, QuestionId>();
  for (const reply of snapshot.replies) {
    for (const section of reply.sections) {
      for (const block of section.blocks) if (block.type === 'table') shownIn.set(block.tableId, reply.questionId);
    }
  }
  const findings = [...snapshot.tables.values()].flatMap((table) => checkTable(table, shownIn.get(table.tableId)));
  findings.push(...checkReplies(snapshot, (figure) => evaluateFigure(snapshot, figure)));
  return findings.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
