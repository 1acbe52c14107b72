import type { DataTable } from '../domain/dataTable';
import type { Finding } from '../domain/finding';
import type { QuestionId, TableId } from '../domain/ids';
import type { Reply } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { buildCellIndex, type CellIndex } from '../figures/cellIndex';
import { findFigures } from '../figures/findFigures';
import { checkReplies } from './checkReplies';
import { checkTable } from './checkTables';
import { checkAlignedTables } from './document/alignedTables';
import { checkLetterFormulas } from './document/letterFormulas';
import { checkCompanyName } from './document/companyName';
import { checkHeadingReferences, checkQuestionReferences, checkTableReferences } from './document/crossReferences';
import { checkDatedEvents } from './document/datedEvents';
import { checkLetterName } from './document/letterName';
import { checkRestatedItems } from './document/restatedItems';
import { checkRowClaims } from './document/rowClaims';
import { checkSameSeries } from './document/sameSeries';
import { offerTailSentence } from './document/tailDifference';
import { checkPerformanceTargets } from './document/performanceTargets';
import { checkPeriodRates } from './document/periodRates';
import { checkStatedChangeOfRow } from './document/statedChangeOfRow';
import { checkTextAgainstTables, type NearTable, numberKey, readNearTable } from './document/textAgainstTable';
import { evaluateFigure } from './evaluateFigure';
import { orderFindings } from './orderFindings';
import { checkProseBlock } from './prose/checkProse';
import { listProse, type ProseBlock } from './prose/proseBlock';

/** All checks over one reading of a project, worst first. Pure: the same snapshot gives the same findings in the same order. */
export function runChecks(snapshot: ProjectSnapshot): Finding[] {
  const prose = new Map(snapshot.replies.map((reply) => [reply, listProse(reply)]));
  const all = [...prose.values()].flat();
  const shownIn = mapShownTables(snapshot);
  return orderFindings([
    ...checkParts(snapshot, prose, shownIn),
    ...checkSameSeries([...snapshot.tables.values()], shownIn),
    ...checkLetterName(snapshot, all),
    ...checkHeadingReferences(all),
    ...checkDatedEvents(all),
    ...offerTailSentence([...snapshot.tables.values()], shownIn, [snapshot.details.preamble], all),
  ]);
}

/**
 * The checks whose verdict rests on a table, on a block or on one reply alone, over as much of a project as the snapshot holds: what is run after a
 * change, at a cost that does not grow with the document. What needs the whole document is left to `runChecks`.
 */
export function runLocalChecks(snapshot: ProjectSnapshot): Finding[] {
  const prose = new Map(snapshot.replies.map((reply) => [reply, listProse(reply)]));
  return orderFindings(checkParts(snapshot, prose, mapShownTables(snapshot)));
}

function checkParts(
  snapshot: ProjectSnapshot,
  prose: ReadonlyMap<Reply, readonly ProseBlock[]>,
  shownIn: ReadonlyMap<TableId, QuestionId>,
): Finding[] {
  const index = buildCellIndex(snapshot.tables.values());
  const tables = new Map([...prose.keys()].map((reply) => [reply, listTables(snapshot, reply)]));
  return [
    ...[...snapshot.tables.values()].flatMap((table) => checkTable(table, shownIn.get(table.tableId))),
    ...checkReplies(snapshot, (figure) => evaluateFigure(snapshot, figure)),
    ...[...prose].flatMap(([reply, blocks]) => checkReply(snapshot, reply, blocks, index, tables)),
  ];
}

function checkReply(
  snapshot: ProjectSnapshot,
  reply: Reply,
  prose: readonly ProseBlock[],
  index: CellIndex,
  shownTables: ReadonlyMap<Reply, readonly ShownTable[]>,
): Finding[] {
  const questions =
    snapshot.letters.find((letter) => letter.questions.some(({ questionId }) => questionId === reply.questionId))?.questions ?? [];
  const question = questions.find(({ questionId }) => questionId === reply.questionId);
  const quoted = new Set(findFigures(question?.text ?? '').map(numberKey));
  const tables = shownTables.get(reply)!;
  const far = [...shownTables].flatMap(([other, others]) => (other === reply ? [] : others.map(({ near }) => near)));
  const shown = tables.map(({ near }) => near.table);
  return [
    ...prose.flatMap((block) => [
      ...checkProseBlock(block),
      ...checkTextAgainstTables(block, listNear(tables, block.position), far, index, quoted),
      ...checkStatedChangeOfRow(block, [...tables.map(({ near }) => near), ...far]),
      ...checkRowClaims(
        block,
        tables.filter(({ position }) => position < block.position).map(({ near }) => near.table),
      ),
    ]),
    ...checkAlignedTables(shown, reply.questionId),
    ...checkLetterFormulas(shown, reply.questionId),
    ...checkPeriodRates(shown, reply.questionId),
    ...checkPerformanceTargets(shown, prose, reply.questionId),
    ...checkTableReferences(reply, prose),
    ...checkQuestionReferences(questions, prose),
    ...checkCompanyName(snapshot.details.company, prose),
    ...(question ? checkRestatedItems(question, prose) : []),
  ];
}

type ShownTable = { position: number; near: NearTable };

/** Blocks between a text and a table it speaks of. */
const NEAR_BLOCKS = 40;

function listTables(snapshot: ProjectSnapshot, reply: Reply): ShownTable[] {
  return reply.sections
    .flatMap((section) => section.blocks)
    .flatMap((block, position) => {
      const table: DataTable | undefined = block.type === 'table' ? snapshot.tables.get(block.tableId) : undefined;
      return table ? [table, ...listNested(snapshot, table)].map((each) => ({ position, near: readNearTable(each) })) : [];
    });
}

function listNested(snapshot: ProjectSnapshot, table: DataTable): DataTable[] {
  const ids = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.nested ?? []));
  return ids.flatMap((id) => snapshot.tables.get(id) ?? []);
}

function listNear(tables: readonly ShownTable[], position: number): NearTable[] {
  return tables.filter((table) => Math.abs(table.position - position) <= NEAR_BLOCKS).map(({ near }) => near);
}

function mapShownTables(snapshot: ProjectSnapshot): Map<TableId, QuestionId> {
  const shownIn = new Map<TableId, QuestionId>();
  for (const reply of snapshot.replies) {
    for (const section of reply.sections) {
      for (const block of section.blocks) if (block.type === 'table') shownIn.set(block.tableId, reply.questionId);
    }
  }
  return shownIn;
}
