import type { CellRef, DataTable } from '../domain/dataTable';
import type { Figure } from '../domain/figure';
import { type FigureId, newId, type TableId } from '../domain/ids';
import { type Block, getInlineText, type Inline, isTextBlock, type Reply, type Section } from '../domain/reply';
import { type CellIndex } from './cellIndex';
import { chooseHome, type HomeChoice } from './chooseHome';
import { evaluateFormula, type GetCell } from './evaluateFormula';
import { getFigureContext } from './figureContext';
import { findFigures, type FoundFigure } from './findFigures';
import { formatFigure } from './formatFigure';
import type { MetricNames } from './metricNames';
import { standsBehind } from './wording';
import { memoize } from '../util/memoize';
import { addTo } from '../util/multimap';

/** A number of a reply's prose with what is known of its home. `occurrence` counts equal numbers before it in its block. */
export type ReplyNumber = { section: Section; block: Block; found: FoundFigure; occurrence: number; choice: HomeChoice };

/** Blocks between a sentence and a table after which the table no longer counts as near. */
const NEAR_BLOCKS = 24;
/** Nearness of a table shown anywhere in the same reply. */
const SAME_REPLY_NEARNESS = 0.35;
/** Nearness of a table that is evidence for the question but not shown in its reply. */
const LINKED_NEARNESS = 0.3;

/** The numbers of a reply that are plain text still, in reading order, each with its home among the cells of `index`. */
export function listReplyNumbers(reply: Reply, index: CellIndex, linkedTables: ReadonlySet<TableId>, names: MetricNames): ReplyNumber[] {
  const blocks = reply.sections.flatMap((section) => section.blocks.map((block) => ({ section, block })));
  const positions = new Map<TableId, number[]>();
  blocks.forEach(({ block }, position) => {
    if (block.type === 'table') addTo(positions, block.tableId, position);
  });
  const numbers: ReplyNumber[] = [];
  blocks.forEach(({ section, block }, position) => {
    if (!isTextBlock(block)) return;
    const nearness = memoize((tableId: TableId) => {
      const distances = (positions.get(tableId) ?? []).map((at) => Math.abs(at - position));
      const near = distances.length > 0 ? Math.max(SAME_REPLY_NEARNESS, 1 - Math.min(...distances) / NEAR_BLOCKS) : 0;
      return Math.max(near, linkedTables.has(tableId) ? LINKED_NEARNESS : 0);
    });
    const text = getInlineText(block.inlines);
    const figures = findFigures(text);
    for (const found of figures) {
      if (!findPlainInline(block.inlines, found)) continue;
      const occurrence = figures.filter((other) => other.text === found.text && other.start < found.start).length;
      numbers.push({
        section,
        block,
        found,
        occurrence,
        choice: chooseHome(found, names.widen(getFigureContext(text, found)), index, nearness),
      });
    }
  });
  return numbers;
}

/**
 * Puts a figure in the place of every number with one home, provided the figure prints exactly what stands there (blanks aside): a number is never
 * changed by being linked. Returns the sections as they then are, and the new figures.
 */
export function linkReplyFigures(
  reply: Reply,
  numbers: readonly ReplyNumber[],
  getCell: GetCell,
): { sections: Section[]; figures: Figure[] } {
  const figures: Figure[] = [];
  const byBlock = new Map<Block, { found: FoundFigure; figureId: FigureId; shown: string }[]>();
  for (const { block, found, choice } of numbers) {
    if (choice.state !== 'linked') continue;
    const figure = createFigure(reply, found, choice.cell, getCell);
    if (!figure) continue;
    figures.push(figure);
    addTo(byBlock, block, { found, figureId: figure.figureId, shown: figure.shown });
  }
  const sections = reply.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      const links = byBlock.get(block);
      return links && isTextBlock(block) ? { ...block, inlines: replaceNumbers(block.inlines, links) } : block;
    }),
  }));
  return { sections, figures };
}

function createFigure(reply: Reply, found: FoundFigure, cell: CellRef, getCell: GetCell): Figure | null {
  const formula: Figure['formula'] = { op: 'cell', cell };
  const format: Figure['format'] = {
    unit: found.unit,
    decimals: found.decimals,
    grouping: found.grouping,
    showUnit: found.printedUnit !== '',
    wording: found.wording,
    signByWords: found.signByWords,
  };
  const evaluation = evaluateFormula(formula, getCell);
  if ('problem' in evaluation) return null;
  const printed = formatFigure(evaluation.value, evaluation.unit, format);
  if ('problem' in printed || squash(printed.text) !== squash(standsBehind(found.wording) ? found.text : found.wording + found.text))
    return null;
  return { figureId: newId(), questionId: reply.questionId, formula, format, asOf: null, reason: null, shown: printed.text };
}

function replaceNumbers(inlines: readonly Inline[], links: readonly { found: FoundFigure; figureId: FigureId; shown: string }[]): Inline[] {
  const result: Inline[] = [];
  let offset = 0;
  for (const inline of inlines) {
    const length = getInlineText([inline]).length;
    const inside = links.filter(({ found }) => found.wordingStart >= offset && found.end <= offset + length);
    if (inline.type !== 'text' || inside.length === 0) {
      result.push(inline);
    } else {
      const { type: _type, text, ...style } = inline;
      let at = 0;
      for (const { found, figureId, shown } of inside) {
        const start = found.wordingStart - offset;
        if (start > at) result.push({ ...inline, text: text.slice(at, start) });
        result.push(
          Object.keys(style).length > 0 ? { type: 'figure', figureId, text: shown, style } : { type: 'figure', figureId, text: shown },
        );
        at = found.end - offset;
      }
      if (at < text.length) result.push({ ...inline, text: text.slice(at) });
    }
    offset += length;
  }
  return result;
}

/** The one text inline that holds all of a found number; null where it is a figure already or crosses inlines. */
function findPlainInline(inlines: readonly Inline[], found: FoundFigure): Inline | null {
  let offset = 0;
  for (const inline of inlines) {
    const length = getInlineText([inline]).length;
    if (inline.type === 'text' && found.wordingStart >= offset && found.end <= offset + length) return inline;
    offset += length;
  }
  return null;
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Tables by id as `GetCell` wants them: one look-up per cell. */
export function readCellsOf(tables: Iterable<DataTable>): GetCell {
  const rows = new Map<string, { table: DataTable; row: DataTable['rows'][number] }>();
  for (const table of tables) for (const row of table.rows) rows.set(row.rowId, { table, row });
  return (ref) => {
    const found = rows.get(ref.rowId);
    const column = found?.table.columns.findIndex((candidate) => candidate.colId === ref.colId) ?? -1;
    return found?.row.cells[column] ?? null;
  };
}
