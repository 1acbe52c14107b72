import type { CellRef } from '../domain/dataTable';
import type { Figure } from '../domain/figure';
import { findExemption } from '../domain/exemption';
import type { BlockId, QuestionId, SectionId } from '../domain/ids';
import { getInlineText, isTextBlock, type Reply } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import type { DecimalString } from '../util/decimal';
import { convertUnit } from '../util/units';
import { buildCellIndex, type CellIndex } from './cellIndex';
import { evaluateFormula, type GetCell } from './evaluateFormula';
import type { FoundFigure } from './findFigures';
import { listFormulaCells } from './listFormulaCells';
import { listReplyNumbers, readCellsOf } from './linkReplyFigures';
import { MetricNames } from './metricNames';
import { getNumberKey, isThreshold, listQuotedNumbers } from './sourceNeed';
import { roundByWording } from './wording';

/** Linked to a cell, computed from cells, with several homes to choose from, quoted from the letter, a fixed threshold, exempt by somebody's word, or without any source. */
export type FigureState = 'linked' | 'computed' | 'candidate' | 'quoted' | 'threshold' | 'exempt' | 'unlinked';

/** One number of a reply's prose and where it comes from. `value` is signed, in the printed unit; `start` counts characters of the block's text. */
export type FigureAccount = {
  id: string;
  questionId: QuestionId;
  sectionId: SectionId;
  blockId: BlockId;
  start: number;
  /** Equal numbers of the block before it. */
  occurrence: number;
  text: string;
  value: DecimalString | null;
  unit: string;
  state: FigureState;
  /** Whether somebody still has to say where it comes from: not where the letter states it, whatever cells hold it too. */
  isOpen: boolean;
  reason: string | null;
  cells: CellRef[];
  alternatives: CellRef[];
};

/** Accounts for every number in the replies' prose, in reading order. Pure. */
export function accountFigures(snapshot: ProjectSnapshot, questionId: QuestionId | null): FigureAccount[] {
  const index = buildCellIndex(snapshot.tables.values(), [snapshot.details.shortName, snapshot.details.company]);
  const getCell = readCellsOf(snapshot.tables.values());
  const asked = new Map(snapshot.letters.flatMap((letter) => letter.questions.map((question) => [question.questionId, question.text])));
  return snapshot.replies
    .filter((reply) => questionId === null || reply.questionId === questionId)
    .flatMap((reply) => accountReply(snapshot, reply, index, getCell, listQuotedNumbers(asked.get(reply.questionId) ?? '')));
}

/** Accounts for the figures of the replies alone: the numbers that live in cells, in reading order. Pure. */
export function accountLinkedFigures(snapshot: ProjectSnapshot): FigureAccount[] {
  const getCell = readCellsOf(snapshot.tables.values());
  return snapshot.replies.flatMap((reply) => accountLinked(snapshot, reply, getCell));
}

function accountReply(
  snapshot: ProjectSnapshot,
  reply: Reply,
  index: CellIndex,
  getCell: GetCell,
  quoted: ReadonlySet<string>,
): FigureAccount[] {
  const linkedTables = new Set(snapshot.links.flatMap((link) => (link.questionId === reply.questionId ? [link.tableId] : [])));
  const names = new MetricNames(snapshot.aliases ?? []);
  const plain = listReplyNumbers(reply, index, linkedTables, names).map(({ section, block, found, occurrence, choice }): FigureAccount => {
    const text = !isTextBlock(block) ? '' : getInlineText(block.inlines);
    const exemption = findExemption(snapshot.exemptions, { blockId: block.blockId, text: found.text, occurrence });
    const state = exemption ? 'exempt' : stateOf(found, choice.state, text, quoted);
    return {
      id: `${block.blockId}:${found.start}`,
      questionId: reply.questionId,
      sectionId: section.sectionId,
      blockId: block.blockId,
      start: found.start,
      occurrence,
      text: found.text,
      value: found.value,
      unit: found.unit,
      state,
      isOpen: (state === 'candidate' || state === 'unlinked') && !quoted.has(getNumberKey(found)),
      reason: exemption?.reason ?? null,
      cells: [],
      alternatives: choice.state === 'linked' ? [choice.cell, ...choice.alternatives] : choice.alternatives,
    };
  });
  const accounts = [...plain, ...accountLinked(snapshot, reply, getCell)];
  const order = new Map(reply.sections.flatMap((section) => section.blocks).map((block, position) => [block.blockId, position]));
  return accounts.sort((a, b) => order.get(a.blockId)! - order.get(b.blockId)! || a.start - b.start);
}

/** A number with one home that is not linked yet is still open: it waits for the one who may link it. */
function stateOf(found: FoundFigure, choice: 'linked' | 'candidate' | 'unlinked', text: string, quoted: ReadonlySet<string>): FigureState {
  if (isThreshold(found, text)) return 'threshold';
  if (choice !== 'unlinked') return 'candidate';
  return quoted.has(getNumberKey(found)) ? 'quoted' : 'unlinked';
}

function accountLinked(snapshot: ProjectSnapshot, reply: Reply, getCell: GetCell): FigureAccount[] {
  const accounts: FigureAccount[] = [];
  for (const section of reply.sections) {
    for (const block of section.blocks) {
      if (!isTextBlock(block)) continue;
      let start = 0;
      for (const inline of block.inlines) {
        const figure = inline.type === 'figure' ? snapshot.figures.get(inline.figureId) : undefined;
        if (inline.type === 'figure' && figure) {
          accounts.push({
            id: figure.figureId,
            questionId: reply.questionId,
            sectionId: section.sectionId,
            blockId: block.blockId,
            start,
            occurrence: 0,
            text: inline.text,
            value: printedValue(figure, getCell),
            unit: figure.format.unit,
            state: figure.formula.op === 'cell' ? 'linked' : 'computed',
            isOpen: false,
            reason: figure.reason,
            cells: listFormulaCells(figure.formula),
            alternatives: [],
          });
        }
        start += getInlineText([inline]).length;
      }
    }
  }
  return accounts;
}

function printedValue(figure: Figure, getCell: GetCell): DecimalString | null {
  const result = evaluateFormula(figure.formula, getCell);
  if ('problem' in result) return null;
  const value = convertUnit(result.value, result.unit, figure.format.unit) ?? result.value;
  const { decimals, wording, signByWords } = figure.format;
  const rounded = roundByWording(value, decimals, wording);
  return (signByWords ? rounded.abs().negated() : rounded).toFixed(Math.max(decimals, 0));
}
