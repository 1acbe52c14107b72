import type { Figure, FigureFormat } from '../../../../shared/domain/figure';
import { isTextBlock } from '../../../../shared/domain/reply';
import type { FigureId, QuestionId } from '../../../../shared/domain/ids';
import type { Section } from '../../../../shared/domain/reply';
import { listFormulaCells } from '../../../../shared/figures/listFormulaCells';
import { AppError } from '../../../../shared/ipc/errors';
import { formula as formulaSchema } from '../../../../shared/ipc/schemas';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { type Sql, sql } from '../sql';
import { type CellKey, findCellKey } from './cells';
import { message } from '../../../../shared/domain/message';

type FigureRow = Omit<Figure, 'formula' | 'format'> &
  Omit<FigureFormat, 'grouping' | 'showUnit' | 'signByWords'> & {
    formula: string;
    grouping: number;
    showUnit: number;
    signByWords: number;
  };

const COLUMNS = sql`f.figureId, f.questionId, f.formula, f.unit, f.decimals, f.grouping, f.showUnit, f.wording, f.signByWords, f.asOf, f.reason, f.shown`;
const SHOWN = sql`EXISTS (SELECT 1 FROM block_use u WHERE u.kind = 'figure' AND u.id = f.figureId)`;

/** Figures the replies show now: of one question, or all in the letter's order. */
export function listShownFigures(db: ReadableDb, questionId: QuestionId | null): Figure[] {
  return readFigures(db, questionId === null ? SHOWN : sql`${SHOWN} AND f.questionId = ${questionId}`);
}

/** Every figure of a question, also those no longer in its text, which undo may bring back. */
export function listFiguresOf(db: ReadableDb, questionId: QuestionId): Figure[] {
  return readFigures(
    db,
    sql`f.questionId = ${questionId} OR EXISTS (
    SELECT 1 FROM block_use u JOIN block USING (blockId) JOIN section s USING (sectionId)
    WHERE u.kind = 'figure' AND u.id = f.figureId AND s.questionId = ${questionId})`,
  );
}

/** Figures that depend on any of the cells. */
export function listFiguresDependingOn(db: ReadableDb, cells: readonly CellKey[]): Figure[] {
  const ids = new Set<FigureId>();
  for (const { rowKey, colKey } of cells) {
    const rows = db.all<{ figureId: FigureId }>(sql`SELECT figureId FROM figure_cell WHERE rowKey = ${rowKey} AND colKey = ${colKey}`);
    for (const row of rows) ids.add(row.figureId);
  }
  return ids.size === 0 ? [] : readFigures(db, sql`f.figureId IN ${sql.list([...ids])}`);
}

/** One figure; throws not-found. */
export function getFigure(db: ReadableDb, figureId: FigureId): Figure {
  const figure = readFigures(db, sql`f.figureId = ${figureId}`)[0];
  if (!figure) throw new AppError('not-found', { what: message('what.figure'), id: figureId });
  return figure;
}

function readFigures(db: ReadableDb, condition: Sql): Figure[] {
  return db
    .all<FigureRow>(sql`
      SELECT ${COLUMNS} FROM figure f JOIN question USING (questionId) JOIN letter USING (letterId)
      WHERE ${condition} ORDER BY letter.position, question.position, f.rowid`)
    .map(({ formula, unit, decimals, grouping, showUnit, wording, signByWords, ...rest }) => ({
      ...rest,
      formula: formulaSchema.parse(JSON.parse(formula)),
      format: { unit, decimals, grouping: grouping === 1, showUnit: showUnit === 1, wording, signByWords: signByWords === 1 },
    }));
}

function toValues({ questionId, formula, format, asOf, reason, shown }: Figure) {
  return {
    questionId,
    formula: JSON.stringify(formula),
    unit: format.unit,
    decimals: format.decimals,
    grouping: format.grouping ? 1 : 0,
    showUnit: format.showUnit ? 1 : 0,
    wording: format.wording,
    signByWords: format.signByWords ? 1 : 0,
    asOf,
    reason,
    shown,
  };
}

/** Stores a new figure. */
export function insertFigure(recorder: Recorder, figure: Figure): void {
  recorder.insertRow('figure', { figureId: figure.figureId, ...toValues(figure) });
}

/** Stores a figure's present state. */
export function updateFigure(recorder: Recorder, figure: Figure): void {
  recorder.updateRow('figure', { figureId: figure.figureId }, toValues(figure));
}

/** Makes the where-used index say what the figure's formula says now. */
export function indexFigure(db: WritableDb, figureId: FigureId): void {
  db.run(sql`DELETE FROM figure_cell WHERE figureId = ${figureId}`);
  const row = db.get<{ formula: string }>(sql`SELECT formula FROM figure WHERE figureId = ${figureId}`);
  if (!row) return;
  for (const ref of listFormulaCells(formulaSchema.parse(JSON.parse(row.formula)))) {
    const key = findCellKey(db, ref);
    if (!key) continue;
    db.run(
      sql`INSERT INTO figure_cell (rowKey, colKey, figureId) VALUES (${key.rowKey}, ${key.colKey}, ${figureId}) ON CONFLICT DO NOTHING`,
    );
  }
}

/** The words every figure of these sections shows now, by figureId; a figure without a row is left out. */
export function findFigureTexts(db: ReadableDb, sections: readonly Section[]): Map<FigureId, string> {
  const ids = new Set<FigureId>();
  for (const block of sections.flatMap((section) => section.blocks)) {
    if (!isTextBlock(block)) continue;
    for (const inline of block.inlines) if (inline.type === 'figure') ids.add(inline.figureId);
  }
  const rows = db.all<{ figureId: FigureId; shown: string }>(
    sql`SELECT figureId, shown FROM figure WHERE figureId IN ${sql.list([...ids])}`,
  );
  return new Map(rows.map((row) => [row.figureId, row.shown]));
}
