import type { Finding } from '../domain/finding';
import type { TableId } from '../domain/ids';
import type { Reply } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import type { CellIndex } from '../figures/cellIndex';
import { findFigures } from '../figures/findFigures';
import type { MetricNames } from '../figures/metricNames';
import { checkFigureWords } from './checkFigureWords';
import { checkAlignedTables } from './document/alignedTables';
import { checkCompanyName } from './document/companyName';
import { checkItemReferences, checkQuestionReferences, checkTableReferences } from './document/crossReferences';
import { checkDerivedTables } from './document/derivedTables';
import { checkLetterFormulas } from './document/letterFormulas';
import { checkPerformanceTargets } from './document/performanceTargets';
import { checkPeriodRates } from './document/periodRates';
import { checkRestatedItems } from './document/restatedItems';
import { checkRestatedQuestion } from './document/restatedQuestion';
import { checkRowClaims } from './document/rowClaims';
import { checkStatedChangeOfRow } from './document/statedChangeOfRow';
import { checkAskedNumbers, checkTextAgainstTables, type NearTable, numberKey } from './document/textAgainstTable';
import { checkVerifierConclusions } from './document/verifierConclusions';
import { checkVerifierItems } from './document/verifierItems';
import { checkVerifierNumbers } from './document/verifierNumbers';
import { evaluateFigure } from './evaluateFigure';
import { checkFigureSources } from './figureSources';
import { checkProseBlock } from './prose/checkProse';
import { checkSigningDates } from './prose/signingDates';
import type { ProseBlock } from './prose/proseBlock';
import type { ShownTable } from './shownTables';

/** What the checks of one reply rest on besides itself. */
export type ReplySurroundings = {
  snapshot: ProjectSnapshot;
  index: CellIndex;
  names: MetricNames;
  /** The tables it shows. */
  shown: readonly ShownTable[];
  /** The tables other replies show, in the order of the document. */
  far: ReadonlyMap<TableId, NearTable>;
};

/** Blocks between a text and a table it speaks of. */
const NEAR_BLOCKS = 40;

/** Blocks between a table and a claim about all its rows. */
const CLOSE_BLOCKS = 4;

/** Findings of one reply: its sentences by themselves, against its tables and against the letter. */
export function checkReply(
  reply: Reply,
  prose: readonly ProseBlock[],
  { snapshot, index, names, shown, far }: ReplySurroundings,
): Finding[] {
  const questions =
    snapshot.letters.find((letter) => letter.questions.some(({ questionId }) => questionId === reply.questionId))?.questions ?? [];
  const question = questions.find(({ questionId }) => questionId === reply.questionId);
  const restated = snapshot.restatedQuestions?.find(({ questionId }) => questionId === reply.questionId);
  const quoted = new Set(findFigures(question?.text ?? '').map(numberKey));
  const tables = shown.map(({ near }) => near.table);
  const all = new Map([...shown.map(({ near }): [TableId, NearTable] => [near.table.tableId, near]), ...far]);
  return [
    ...checkFigureWords(reply, snapshot.figures, (figure) => evaluateFigure(snapshot, figure)),
    ...checkFigureSources(reply, snapshot),
    ...prose.flatMap((block) => [
      ...checkProseBlock(block),
      ...checkSigningDates(block),
      ...checkTextAgainstTables(block, listNear(shown, block.position), far, { index, quoted, names }),
      ...checkStatedChangeOfRow(block, all.values()),
      ...checkRowClaims(
        block,
        shown.filter(({ position }) => position < block.position).map(({ near }) => near.table),
        shown.findLast(({ position }) => position < block.position && block.position - position <= CLOSE_BLOCKS)?.near.table ?? null,
      ),
    ]),
    // Of two relations that miss at one place the exact one is told.
    ...checkDerivedTables(tables, reply.questionId),
    ...checkAlignedTables(tables, reply.questionId),
    ...checkLetterFormulas(tables, reply.questionId),
    ...checkPeriodRates(tables, reply.questionId),
    ...checkPerformanceTargets(tables, prose, reply.questionId),
    ...checkVerifierNumbers(reply, prose, index),
    ...(question ? checkVerifierConclusions(question, reply, prose, tables, [snapshot.details.company, snapshot.details.shortName]) : []),
    ...(question ? checkVerifierItems(question, reply, prose) : []),
    ...checkTableReferences(reply, prose),
    ...checkQuestionReferences(questions, prose),
    ...(question ? checkItemReferences(questions, question, prose) : []),
    ...checkCompanyName(snapshot.details.company, prose),
    ...(question && restated
      ? checkRestatedQuestion(
          question,
          restated.text,
          prose.map(({ text }) => text),
        )
      : []),
    ...(question ? [...checkRestatedItems(question, prose), ...checkAskedNumbers(question, all, index, names)] : []),
  ];
}

function listNear(tables: readonly ShownTable[], position: number): NearTable[] {
  return tables.filter((table) => Math.abs(table.position - position) <= NEAR_BLOCKS).map(({ near }) => near);
}
