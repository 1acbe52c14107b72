import { identifyFinding } from '../../../shared/checks/identifyFinding';
import { printLike } from '../../../shared/checks/printLike';
import type { Finding } from '../../../shared/domain/finding';
import type { BlockId, QuestionId } from '../../../shared/domain/ids';
import type { CellRef } from '../../../shared/domain/dataTable';
import { Decimal, countDecimals } from '../../../shared/util/decimal';
import { convertUnit } from '../../../shared/util/units';
import { call, getHost } from '../../ipc/client';
import { finishJob } from '../../ipc/jobs';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import type { ComputedSlip } from './ComputedFigureDialog';
import { findCorrection, isOfDraftsQuestion } from './findingOrder';

/** What can be done with a finding; a failure is shown as a sentence, and all of it can be undone. */
export type FindingTasks = {
  /**
   * Lets a question stand as the letter asks it, where a draft repeated it otherwise; else sets the number right: in the text at once, in a cell after asking for the kind and reason of the correction. A number computed from several cells
   * is handed over, for somebody must say which of them is wrong.
   */
  fix: (finding: Finding, onComputed: (slip: ComputedSlip) => void) => void;
  accept: (finding: Finding, reason: string) => void;
  takeBack: (key: string) => void;
  /** Writes the summary of all findings as a document for the file. */
  print: () => void;
};

export function useFindingTasks(): FindingTasks {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const showUndoable = useShowUndoable();

  const correctCell = ({ tableId, rowId, colId }: CellRef, correction: string) =>
    go({ type: 'openTable', tableId, cell: { rowId, colId }, correction });

  const replaceByText = (change: { questionId: QuestionId; blockId: BlockId; start: number; before: string; after: string }) =>
    run(async () => {
      await call('reply:replaceNumber', { ...change, unlinks: true });
      showUndoable(say('findings.fixed', { text: change.after }));
    });

  return {
    fix: (finding, onComputed) =>
      run(async () => {
        const asked = finding.places[0]?.questionId;
        if (asked && isOfDraftsQuestion(finding)) {
          await call('reply:followLetter', { questionId: asked });
          return showUndoable(say('findings.followsLetter'));
        }
        const found = findCorrection(finding);
        if (!found) return;
        const { place, correction } = found;
        const { questionId, blockId, tableId, rowId, colId } = place;
        if (correction.start === null) {
          if (tableId && rowId && colId) correctCell({ tableId, rowId, colId }, correction.text);
          return;
        }
        if (!questionId || !blockId) return;
        await flushReply();
        const { start, before, text } = correction;
        const { figure } = await call('reply:replaceNumber', { questionId, blockId, start, before, after: text });
        if (figure === null) showUndoable(say('findings.fixed', { text }));
        else if (figure.formula.op === 'cell') {
          correctCell(figure.formula.cell, await printInCell(figure.formula.cell, finding.expected, figure.format.unit));
        } else onComputed({ figure, text, replaceByText: () => replaceByText({ questionId, blockId, start, before, after: text }) });
      }),
    accept: (finding, reason) =>
      run(async () => {
        await call('acceptance:add', { key: identifyFinding(finding), rule: finding.rule, reason });
        showUndoable(say('findings.accepted'));
      }),
    print: () =>
      run(async () => {
        const target = await getHost().pickSaveTarget('announcement', `${say('findings.printName')}.docx`);
        if (!target) return;
        await flushReply();
        const { jobId } = await call('printout:export', { kind: 'findings', target: target.token });
        const { fileName } = await finishJob(jobId, 'printout:export');
        showDone(say('findings.printed', { file: fileName }), {
          label: say('export.reveal'),
          run: () => run(() => getHost().revealFile(target.token)),
        });
      }),
    takeBack: (key) => run(async () => void (await call('acceptance:remove', { key }))),
  };
}

/** The expected number as the cell behind a figure would print it: in the cell's unit, with its decimals. */
async function printInCell(cell: CellRef, expected: string | null, unit: string): Promise<string> {
  const table = await call('table:get', { tableId: cell.tableId });
  const column = table.columns.findIndex(({ colId }) => colId === cell.colId);
  const present = table.rows.find(({ rowId }) => rowId === cell.rowId)?.cells[column];
  const converted = expected === null || !present ? null : convertUnit(new Decimal(expected), unit, present.unit ?? unit);
  return converted && present ? printLike(present.text, converted.toFixed(countDecimals(present.value ?? '0'))) : (expected ?? '');
}
