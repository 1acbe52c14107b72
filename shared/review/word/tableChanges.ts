import type { ColId, RowId } from '../../domain/ids';
import type { ReviewAnchor } from '../../domain/review';
import { findMoved } from './findMoved';
import { matchColumns, matchRows } from './matchTables';
import type {
  CharacterStyle,
  ReviewedBlock,
  ReviewedCell,
  ReviewedParagraph,
  ReviewedRow,
  ReviewedTable,
  Revision,
} from './reviewedDocument';
import { addRemark, type Taking } from './textChanges';
import { getBlocksText, INNER_TABLE } from './units';
import type { WordAnchor } from './wordAnchor';

type TableAnchor = Extract<WordAnchor, { kind: 'table' }>;

/** The longest text a proposed cell may hold; a longer one is a remark. */
const LONGEST_CELL = 2_000;

/** Where a remark made in a cell belongs. */
export type NoteCellRemarks = (blocks: readonly ReviewedBlock[], anchor: ReviewAnchor) => void;

/** Takes what was done to a table of a reply: cells, rows and columns; everything else about it in words. */
export function takeTable(
  taking: Taking,
  anchor: TableAnchor,
  sent: ReviewedTable,
  returned: ReviewedTable,
  noteRemarks: NoteCellRemarks,
): void {
  new TableTaker(taking, anchor, sent, returned, noteRemarks).take();
}

class TableTaker {
  private readonly rows: (number | null)[];
  private readonly cols: (number | null)[][];
  private readonly goneColumns = new Set<number>();

  constructor(
    private readonly taking: Taking,
    private readonly anchor: TableAnchor,
    private readonly sent: ReviewedTable,
    private readonly returned: ReviewedTable,
    private readonly noteRemarks: NoteCellRemarks,
  ) {
    this.rows = matchRows(sent, returned);
    this.cols = matchColumns(sent, returned, this.rows);
  }

  take(): void {
    const { returned, taking } = this;
    const { list, words } = taking;
    if (returned.layout.length > 0) addRemark(taking, list.makerOf(returned.layout[0]), this.whole(), words.table(), returned.layout);
    if (returned.rows.length > 0 && returned.rows.every((row) => row.deleted)) {
      const by = list.makerOf(returned.rows[0]!.deleted);
      list.add({ by, anchor: this.whole(), words: 'deleteBlock', build: () => ({ kind: 'deleteBlock' }) }, listTableRevisions(returned));
      for (const row of returned.rows) this.noteRow(row, this.whole());
      return;
    }
    this.takeColumns();
    returned.rows.forEach((row, index) => this.takeRow(row, index));
    this.takeMovedRows();
    const found = new Set(this.rows);
    this.anchor.rows.forEach((rowId, s) => {
      if (s < this.sent.rows.length && !found.has(s)) this.deleteRow(rowId, s, null, []);
    });
  }

  private takeRow(row: ReviewedRow, index: number): void {
    const { taking } = this;
    const { list, words } = taking;
    const s = this.rows[index]!;
    const revisions = listRowRevisions(row);
    if (s === null) {
      const before = this.rows.slice(0, index).findLast((one) => one !== null);
      const after: RowId | null = before === undefined || before === null ? null : this.anchor.rows[before]!;
      const texts = this.anchor.columns.map((_, col) => {
        const at = row.cells.findIndex((_cell, c) => this.cols[index]![c] === col);
        const { blocks = [] } = row.cells[at] ?? {};
        return (row.inserted ? getCellText(blocks, true) : getBlocksText(blocks)).slice(0, LONGEST_CELL);
      });
      const { tableId } = this.anchor;
      list.add(
        {
          by: list.makerOf(row.inserted),
          anchor: this.whole(),
          words: `insertRow ${after} ${texts.join('\t')}`,
          build: () => ({ kind: 'insertRow', tableId, after, texts }),
        },
        revisions,
      );
      this.noteRow(row, this.whole());
      return;
    }
    if (row.deleted) {
      const added = row.cells.map((cell) => listRevisions(cell.blocks).filter(isInsertion));
      this.deleteRow(
        this.anchor.rows[s]!,
        s,
        row.deleted,
        revisions.filter((one) => !added.flat().includes(one)),
      );
      added.forEach((own, c) => {
        const col = this.cols[index]![c] ?? 0;
        for (const one of own) addRemark(taking, list.makerOf(one), this.cell(s, col), words.inserted(one.text), [one]);
      });
      this.noteRow(row, this.whole());
      return;
    }
    const rowId = this.anchor.rows[s]!;
    if (row.layout.length > 0) addRemark(taking, list.makerOf(row.layout[0]), this.cell(s, 0), words.table(), row.layout);
    row.cells.forEach((cell, c) => {
      const col = this.cols[index]![c]!;
      if (col === null || this.anchor.columns[col] === undefined) this.noteRemarks(cell.blocks, this.whole());
      else if (rowId !== undefined) this.takeCell(cell, s, col);
    });
    this.takeSwallowed(s, this.cols[index]!);
  }

  /** Cells another one was drawn over. */
  private takeSwallowed(s: number, cols: readonly (number | null)[]): void {
    const { taking, anchor } = this;
    for (const { col, blocks, continues } of this.getSentRow(s).cells) {
      const isGone = !cols.includes(col) && !continues && !this.goneColumns.has(col) && anchor.columns[col] !== undefined;
      if (isGone) addRemark(taking, taking.list.makerOf(null), this.cell(s, col), taking.words.cellGone(getBlocksText(blocks)), []);
    }
  }

  /** Rows that stand in another order than they were sent in. */
  private takeMovedRows(): void {
    const { taking, rows, returned } = this;
    const { list, words } = taking;
    const own = rows.flatMap((s, r) => (s === null || returned.rows[r]!.deleted ? [] : [{ s, r }]));
    for (const index of findMoved(own.map(({ s }) => s))) {
      const { s, r } = own[index]!;
      const before = own.findLast((one) => one.r < r);
      addRemark(taking, list.makerOf(null), this.cell(s, 0), words.moved(before ? (this.anchor.texts[before.s]?.[0] ?? '') : ''), []);
    }
  }

  private deleteRow(rowId: RowId, s: number, revision: Revision | null, revisions: readonly Revision[]): void {
    const { list } = this.taking;
    const { tableId, texts } = this.anchor;
    const anchor = { ...this.whole(), quote: texts[s]?.join('\t') ?? '' };
    list.add(
      { by: list.makerOf(revision), anchor, words: `deleteRow ${rowId}`, build: () => ({ kind: 'deleteRow', tableId, rowId }) },
      revisions,
    );
  }

  private takeCell(cell: ReviewedCell, s: number, col: number): void {
    const { taking } = this;
    const { list, words } = taking;
    const anchor = this.cell(s, col);
    const former = this.getSentRow(s).cells.find((one) => one.col === col);
    const before = getBlocksText(former?.blocks ?? []);
    const original = getBlocksText(cell.blocks);
    const set = (text: string, revision: Revision | null, revisions: readonly Revision[]) => {
      const by = list.makerOf(revision);
      const inner = cell.blocks.flatMap((block) => (block.type === 'table' ? [getTableWords(block)] : []));
      const said = text.replaceAll(INNER_TABLE, () => inner.shift() ?? '');
      // What stood there in place of withheld words is not the cell's own text.
      const isReplaced = this.anchor.replaced?.some(([row, column]) => row === s && column === col) ?? false;
      if (isReplaced || text.length > LONGEST_CELL || said !== text) addRemark(taking, by, anchor, words.cellText(said), revisions);
      else list.add({ by, anchor, words: `setCell ${text}`, build: () => ({ kind: 'setCell', text }) }, revisions);
    };
    if (cell.continues && former?.continues === false) addRemark(taking, list.makerOf(null), anchor, words.cellGone(before), []);
    else if (original !== before && !cell.continues) set(original, null, []);
    else if (former && isMarkedAnew(former, cell)) addRemark(taking, list.makerOf(null), anchor, words.look(original), []);
    const paragraphs = cell.blocks.filter((block) => block.type === 'paragraph');
    const edits = paragraphs.flatMap(listTextRevisions);
    for (const author of new Set(edits.map((one) => one.author))) {
      const own = edits.filter((one) => one.author === author && !list.isAccounted(one));
      const text = getCellText(cell.blocks, author);
      if (own.length === 0) continue;
      // Who takes out what another put in would have the cell say what is left of both.
      const wanted = text === original ? getCellText(cell.blocks, true) : text;
      if (wanted !== original) set(wanted, own[0]!, own);
      else addRemark(taking, list.makerOf(own[0]), anchor, words.deleted(own.map((one) => one.text).join('')), own);
    }
    const inside = cell.blocks.flatMap((block) => (block.type === 'table' ? listTableRevisions(block) : []));
    for (const revision of inside)
      addRemark(taking, list.makerOf(revision), anchor, words.other(revision.element, revision.text), [revision]);
    for (const [revision, said] of [
      [cell.deleted, words.cellGone(original)],
      [cell.inserted, words.cellNew(original)],
    ] as const) {
      if (revision && !list.isAccounted(revision)) addRemark(taking, list.makerOf(revision), anchor, said, [revision]);
    }
    const looks = [...cell.layout, ...listRevisions(cell.blocks)].filter((one) => !list.isAccounted(one));
    for (const author of new Set(looks.map((one) => one.author))) {
      const own = looks.filter((one) => one.author === author);
      const text = own.some((one) => cell.layout.includes(one)) ? words.table() : words.look(original);
      addRemark(taking, list.makerOf(own[0]), anchor, text, own);
    }
    this.noteRemarks(cell.blocks, anchor);
  }

  /** Columns that were put in or taken out: where most rows agree, one change; else cell by cell. */
  private takeColumns(): void {
    const { anchor, taking, returned } = this;
    const { list } = taking;
    const { tableId } = anchor;
    const matched = returned.rows.flatMap((row, r) => (this.rows[r] === null || row.deleted ? [] : [{ row, r, s: this.rows[r]! }]));
    anchor.columns.forEach((colId, col) => {
      const cells = matched.flatMap(({ row, r }) => row.cells.filter((_, c) => this.cols[r]![c] === col));
      const deleted = cells.flatMap((cell) => (cell.deleted ? [{ cell, revision: cell.deleted }] : []));
      const isMissing = cells.length === 0 && matched.length > 0 && this.isStart(col);
      if (!isMissing && (deleted.length === 0 || deleted.length * 2 < cells.length)) return;
      this.goneColumns.add(col);
      const revisions = deleted.flatMap(({ cell, revision }) => [revision, ...listRevisions(cell.blocks)]);
      const by = list.makerOf(deleted[0]?.revision);
      const quote = anchor.texts[0]?.[col] ?? '';
      list.add(
        { by, anchor: { ...this.whole(), quote }, words: `deleteColumn ${colId}`, build: () => ({ kind: 'deleteColumn', tableId, colId }) },
        revisions,
      );
    });
    const added = new Map<string, { after: ColId | null; cells: Map<number, ReviewedCell> }>();
    for (const { row, r, s } of matched) {
      let run = 0;
      row.cells.forEach((cell, c) => {
        if (this.cols[r]![c] !== null) {
          run = 0;
          return;
        }
        const before = this.cols[r]!.slice(0, c).findLast((one) => one !== null);
        const after = before === undefined || before === null ? null : (anchor.columns[before] ?? null);
        const key = `${after} ${run++}`;
        const group = added.get(key) ?? { after, cells: new Map<number, ReviewedCell>() };
        group.cells.set(s, cell);
        added.set(key, group);
      });
    }
    for (const { after, cells } of added.values()) {
      const texts = anchor.rows.map((_, s) => getCellText(cells.get(s)?.blocks ?? [], true).slice(0, LONGEST_CELL));
      const revisions = [...cells.values()].flatMap((cell) => [
        ...(cell.inserted ? [cell.inserted] : []),
        ...cell.layout,
        ...listRevisions(cell.blocks),
      ]);
      const by = list.makerOf(revisions[0]);
      list.add(
        {
          by,
          anchor: this.whole(),
          words: `insertColumn ${after} ${texts.join('\t')}`,
          build: () => ({ kind: 'insertColumn', tableId, after, texts }),
        },
        revisions,
      );
    }
  }

  /** Whether cells start in a column: under a span none does. */
  private isStart(col: number): boolean {
    return this.sent.rows.some((row) => row.cells.some((cell) => cell.col === col));
  }

  private getSentRow(s: number): ReviewedRow {
    return this.sent.rows.filter((row) => !row.inserted)[s]!;
  }

  private noteRow(row: ReviewedRow, anchor: ReviewAnchor): void {
    for (const cell of row.cells) this.noteRemarks(cell.blocks, anchor);
  }

  private whole(): ReviewAnchor {
    const { questionId, blockId } = this.anchor;
    return { questionId, blockId, from: 0, to: 0, quote: '' };
  }

  private cell(s: number, col: number): ReviewAnchor {
    const { questionId, blockId, tableId, rows, columns, texts } = this.anchor;
    const quote = texts[s]?.[col] ?? '';
    return { questionId, blockId, from: 0, to: quote.length, quote, cell: { tableId, rowId: rows[s]!, colId: columns[col]! } };
  }
}

/** Text of a cell with one author's changes carried out and nobody else's; with everybody's for true. */
function getCellText(blocks: readonly ReviewedBlock[], author: string | true): string {
  const isOwn = (revision: Revision) => author === true || revision.author === author;
  let text = '';
  let joins = true;
  for (const block of blocks) {
    if (!joins) text += '\n';
    joins = false;
    if (block.type === 'table') {
      text += INNER_TABLE;
      continue;
    }
    for (const piece of block.pieces) {
      if (piece.type === 'text' && piece.inserted.every(isOwn) && !piece.deleted.some(isOwn)) text += piece.text;
    }
    const { inserted, deleted } = block.mark;
    joins = deleted.some(isOwn) || (inserted.length > 0 && !inserted.every(isOwn));
  }
  return text;
}

/** All words of a table, those put in too: cells side by side, rows one per line. */
export function getTableWords({ rows }: ReviewedTable): string {
  return rows.map(({ cells }) => cells.map(({ blocks }) => getCellText(blocks, true)).join('\t')).join('\n');
}

function isInsertion({ element, text }: Revision): boolean {
  return (element === 'w:ins' || element === 'w:moveTo') && text !== '';
}

/** Whether somebody without tracking filled a cell with colour, or struck out, coloured or highlighted words in it, or made them bold. */
function isMarkedAnew(former: ReviewedCell, cell: ReviewedCell): boolean {
  const looksOf = ({ blocks }: ReviewedCell) =>
    blocks.flatMap((block) =>
      block.type === 'table'
        ? []
        : block.pieces.flatMap((piece) => (piece.type === 'text' && piece.inserted.length === 0 && !piece.format ? [piece.style] : [])),
    );
  const sum = (looks: readonly CharacterStyle[]) => [...new Set(looks.map(({ mark, bold }) => `${bold} ${mark}`))].toSorted().join('|');
  return former.fill !== cell.fill || sum(looksOf(former)) !== sum(looksOf(cell));
}

/** Changes of a paragraph's words and of its end. */
function listTextRevisions({ pieces, mark }: ReviewedParagraph): Revision[] {
  return [
    ...pieces.flatMap((piece) => ('inserted' in piece ? [...piece.inserted, ...piece.deleted] : [])),
    ...mark.inserted,
    ...mark.deleted,
  ];
}

/** Every tracked change of some blocks, each once. */
export function listRevisions(blocks: readonly ReviewedBlock[]): Revision[] {
  const found = blocks.flatMap((block) => {
    if (block.type === 'table') return listTableRevisions(block);
    const formats = block.pieces.flatMap((piece) => (piece.type === 'text' && piece.format ? [piece.format.revision] : []));
    return [...listTextRevisions(block), ...formats, ...(block.formChange ? [block.formChange.revision] : []), ...block.layout];
  });
  return [...new Set(found)];
}

function listRowRevisions({ cells, inserted, deleted, layout }: ReviewedRow): Revision[] {
  const inCells = cells.flatMap((cell) => [
    ...(cell.inserted ? [cell.inserted] : []),
    ...(cell.deleted ? [cell.deleted] : []),
    ...cell.layout,
    ...listRevisions(cell.blocks),
  ]);
  return [...(inserted ? [inserted] : []), ...(deleted ? [deleted] : []), ...layout, ...inCells];
}

function listTableRevisions({ rows, layout }: ReviewedTable): Revision[] {
  return [...layout, ...rows.flatMap(listRowRevisions)];
}
