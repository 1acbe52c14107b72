import type { DataTable } from '../domain/dataTable';
import type { BlockId, QuestionId, TableId } from '../domain/ids';
import { type Block, getInlineText, type Inline, type Reply, type Section } from '../domain/reply';
import type { VersionDifference } from '../domain/versionDifference';
import { matchRewritten } from './matchRewritten';
import { diffTexts } from './textDiff';

/** What of a project two states are compared by: replies, and the tables they show with the values then in them. */
export type ComparedState = { replies: readonly Reply[]; tables: ReadonlyMap<TableId, DataTable> };

/** A block as it is compared. `shown` is what else must not change unseen: which picture it is, what a chart draws. */
type Unit = { blockId: BlockId; inlines: Inline[]; tableId: TableId | null; shown: string };

/** A number with its unit, as prose prints it. */
const NUMBER = /[-−+]?\d[\d,，]*(?:\.\d+)?\s*(?:%|％|‰|个?百分点|[十百千万亿]*[元股吨件家人]|[万亿])?/gu;

/** Differences of two states, question by question in the letter's order, then in reading order; figures apart from text, looks left out. */
export function compareStates(
  ours: ComparedState,
  theirs: ComparedState,
  questionNos: ReadonlyMap<QuestionId, string>,
): VersionDifference[] {
  const former = new Map(ours.replies.map((reply) => [reply.questionId, reply]));
  const latter = new Map(theirs.replies.map((reply) => [reply.questionId, reply]));
  return [...questionNos].flatMap(([questionId, question]) => {
    const head = { questionId, question };
    return compareReply(former.get(questionId)?.sections ?? [], latter.get(questionId)?.sections ?? [], ours, theirs).map((one) => ({
      ...one,
      ...head,
    }));
  });
}

type Difference = Omit<VersionDifference, 'questionId' | 'question'>;

function listUnits(sections: readonly Section[]): Unit[] {
  return sections.flatMap((section) => section.blocks.map(toUnit));
}

function toUnit(block: Block): Unit {
  const { blockId } = block;
  switch (block.type) {
    case 'picture':
      return { blockId, inlines: [{ type: 'text', text: `${PICTURE}${block.alt}` }], tableId: null, shown: block.file };
    case 'table':
      return { blockId, inlines: [], tableId: block.tableId, shown: '' };
    case 'chart': {
      const { tableId, title, alt, source, kind, along, rowIds, colIds } = block;
      const text = [title, alt, source].filter((one) => one !== '').join(' ');
      return { blockId, inlines: [{ type: 'text', text }], tableId, shown: JSON.stringify([kind, along, rowIds, colIds]) };
    }
    default:
      return { blockId, inlines: block.inlines.map(spellNote), tableId: null, shown: '' };
  }
}

/** Stands for a picture before its words. */
const PICTURE = '▣';

/** A footnote in words at its place: it is part of what is said. */
function spellNote(inline: Inline): Inline {
  return inline.type === 'footnote' ? { type: 'text', text: `〔${inline.note}〕` } : inline;
}

function compareReply(before: readonly Section[], after: readonly Section[], ours: ComparedState, theirs: ComparedState): Difference[] {
  const former = listUnits(before);
  const latter = listUnits(matchRewritten(before, after));
  const differences: Difference[] = [];
  const remaining = new Map(former.map((unit) => [unit.blockId, unit]));
  const matched = new Map<Unit, Unit>();
  for (const unit of latter) {
    const same = remaining.get(unit.blockId);
    if (!same) continue;
    matched.set(unit, same);
    remaining.delete(unit.blockId);
  }
  const gone = former.filter((unit) => remaining.has(unit.blockId));
  let next = 0;
  const order = new Map(former.map((unit, index) => [unit.blockId, index]));
  for (const unit of latter) {
    const same = matched.get(unit);
    if (same) {
      while (gone[next] && order.get(gone[next]!.blockId)! < order.get(same.blockId)!)
        differences.push(...describeGone(gone[next++]!, ours));
      differences.push(...compareUnit(same, unit, ours, theirs));
    } else differences.push(...describeNew(unit, theirs));
  }
  return [...differences, ...gone.slice(next).flatMap((unit) => describeGone(unit, ours))];
}

function describeGone(unit: Unit, state: ComparedState): Difference[] {
  const words = getWords(unit, state);
  return words === '' ? [] : [{ kind: unit.tableId ? 'table' : 'text', ours: words, theirs: '', blockId: unit.blockId }];
}

function describeNew(unit: Unit, state: ComparedState): Difference[] {
  const words = getWords(unit, state);
  return words === '' ? [] : [{ kind: unit.tableId ? 'table' : 'text', ours: '', theirs: words, blockId: unit.blockId }];
}

function getWords({ inlines, tableId }: Unit, { tables }: ComparedState): string {
  if (tableId === null) return getInlineText(inlines);
  const table = tables.get(tableId);
  return table ? (table.caption ?? table.rows[0]?.cells.map((cell) => cell.text).join(' ') ?? tableId) : tableId;
}

function compareUnit(former: Unit, latter: Unit, ours: ComparedState, theirs: ComparedState): Difference[] {
  if (former.tableId !== latter.tableId) return [...describeGone(former, ours), ...describeNew(latter, theirs)];
  const { tableId } = latter;
  const [before, after] = [getInlineText(former.inlines), getInlineText(latter.inlines)];
  const kind = tableId === null ? 'text' : 'table';
  return [
    ...compareText(former, latter),
    ...(former.shown !== latter.shown && before === after ? [{ kind, ours: before, theirs: after, blockId: latter.blockId } as const] : []),
    ...(tableId === null ? [] : compareTable(ours.tables.get(tableId), theirs.tables.get(tableId))),
  ];
}

/** Numbers that changed, one by one, and the paragraph when its words did as well. */
function compareText(former: Unit, latter: Unit): Difference[] {
  const [before, after] = [getInlineText(former.inlines), getInlineText(latter.inlines)];
  if (before === after) return [];
  const [wordsBefore, wordsAfter] = [before.replace(NUMBER, '\u0001'), after.replace(NUMBER, '\u0001')];
  const { blockId } = latter;
  const figures = pairNumbers(before, after).map(([one, other]): Difference => ({ kind: 'figure', ours: one, theirs: other, blockId }));
  return wordsBefore.replace(/\s/g, '') === wordsAfter.replace(/\s/g, '')
    ? figures
    : [...figures, { kind: 'text', ours: before, theirs: after, blockId }];
}

/** Numbers standing in the same place of both texts that are not the same. Numbers that came or went with their words belong to the words. */
function pairNumbers(before: string, after: string): [string, string][] {
  const numbersBefore = before.match(NUMBER) ?? [];
  const numbersAfter = after.match(NUMBER) ?? [];
  const signs = (text: string) => text.replace(NUMBER, '\u0001');
  const hunks = diffTexts(signs(before), signs(after));
  const pairs: [string, string][] = [];
  let indexBefore = 0;
  let indexAfter = 0;
  const text = signs(before);
  let at = 0;
  const walk = (to: number) => {
    for (; at < to; at++) {
      if (text[at] !== '\u0001') continue;
      const [one, other] = [numbersBefore[indexBefore++]!, numbersAfter[indexAfter++]!];
      if (one.replace(/[\s,，]/g, '') !== other.replace(/[\s,，]/g, '')) pairs.push([one.trim(), other.trim()]);
    }
  };
  for (const hunk of hunks) {
    walk(hunk.from);
    indexBefore += countSigns(text.slice(hunk.from, hunk.to));
    indexAfter += countSigns(hunk.text);
    at = hunk.to;
  }
  walk(text.length);
  return pairs;
}

function countSigns(text: string): number {
  return text.split('\u0001').length - 1;
}

/** Cells of one table that say something else; rows and columns that came or went as such. */
function compareTable(former: DataTable | undefined, latter: DataTable | undefined): Difference[] {
  if (!former || !latter) return [];
  const differences: Difference[] = compareHeads(former, latter);
  const rows = new Map(former.rows.map((row) => [row.rowId, row]));
  const cols = new Map(former.columns.map((column, index) => [column.colId, index]));
  const join = (cells: readonly { text: string }[]) =>
    cells
      .map((cell) => cell.text)
      .filter((text) => text !== '')
      .join(' ');
  for (const row of latter.rows) {
    const was = rows.get(row.rowId);
    rows.delete(row.rowId);
    if (!was) {
      differences.push({ kind: 'table', ours: '', theirs: join(row.cells), label: latter.caption ?? '' });
      continue;
    }
    latter.columns.forEach((column, index) => {
      const [one, other] = [was.cells[cols.get(column.colId) ?? -1]?.text ?? '', row.cells[index]?.text ?? ''];
      if (one === other) return;
      const cell = { tableId: latter.tableId, rowId: row.rowId, colId: column.colId };
      const label = [row.cells[0]?.text ?? '', column.path.join(' / ')].filter((part) => part !== '').join(' · ');
      differences.push({ kind: 'cell', ours: one, theirs: other, cell, label });
    });
  }
  for (const row of rows.values()) differences.push({ kind: 'table', ours: join(row.cells), theirs: '', label: former.caption ?? '' });
  return differences;
}

/** Caption, unit and notes of a table, and columns that came or went. Of states kept before these were kept nothing is said. */
function compareHeads(former: DataTable, latter: DataTable): Difference[] {
  const label = latter.caption ?? '';
  const told = (ours: string, theirs: string): Difference[] => (ours === theirs ? [] : [{ kind: 'table', ours, theirs, label }]);
  const columns = (table: DataTable, other: DataTable) =>
    table.columns.filter(({ colId }) => !other.columns.some((column) => column.colId === colId)).map(({ path }) => path.join(' / '));
  return [
    ...told(former.caption ?? '', latter.caption ?? ''),
    ...(former.unit === undefined ? [] : told(former.unit ?? '', latter.unit ?? '')),
    ...(former.notes === undefined ? [] : told(former.notes.join('\n'), latter.notes.join('\n'))),
    ...columns(former, latter).flatMap((column) => told(column, '')),
    ...columns(latter, former).flatMap((column) => told('', column)),
  ];
}
