import { Button } from '../../../ui/Button';
import { useQuery } from '../../../ipc/useQuery';
import { useWords } from '../../../ui/language';
import { sayCellUse } from '../../../workspace/sayCellUse';
import { useNameTarget } from '../../../workspace/useLinkTable';
import type { CellRef } from '../../../../shared/domain/dataTable';
import type { Figure, Formula } from '../../../../shared/domain/figure';
import { sayPlace } from '../../../../shared/catalogue/sayPlace';
import { describeCell } from './describeCell';
import { COMPUTED_OPS } from './figureFormats';

type FigureCardProps = {
  figure: Figure | undefined;
  shown: string;
  onCorrect: (cell: CellRef) => void;
  onReplace: () => void;
  onFormat: () => void;
  onUnlink: () => void;
};

/** Where a figure comes from: value, cell, row and column path, file and place, where else it is used; and what can be done with it. */
export function FigureCard({ figure, shown, onCorrect, onReplace, onFormat, onUnlink }: FigureCardProps) {
  const { say } = useWords();
  const cells = figure ? listCells(figure.formula) : [];
  const [first] = cells;
  const op = figure && COMPUTED_OPS.find((one) => one === figure.formula.op);
  return (
    <div className="figure-card">
      <p className="figure-card-value">{shown}</p>
      {op ? <p>{`${say(`reply.figure.op.${op}`)}，${say('reply.figure.computed')}`}</p> : null}
      {figure === undefined ? <p className="text-doubt">{say('reply.figure.unknown')}</p> : null}
      {cells.map((cell) => (
        <CellFacts key={`${cell.tableId} ${cell.rowId} ${cell.colId}`} cell={cell} />
      ))}
      {figure && first ? <Uses figure={figure} cell={first} /> : null}
      <div className="figure-card-foot">
        <Button isDisabled={!first} onPress={() => first && onCorrect(first)}>
          {say('reply.figure.correct')}
        </Button>
        <Button onPress={onReplace}>{say('reply.figure.replace')}</Button>
        <Button isDisabled={!figure} onPress={onFormat}>
          {say('reply.figure.format')}
        </Button>
        <Button kind="quiet" onPress={onUnlink}>
          {say('reply.figure.unlink')}
        </Button>
      </div>
    </div>
  );
}

/** The cells of a formula, in the order they are computed with. */
export function listCells(formula: Formula): CellRef[] {
  if (formula.op === 'cell') return [formula.cell];
  return formula.op === 'constant' ? [] : formula.args.flatMap(listCells);
}

/** A cell with its value, path, file and place. */
export function CellFacts({ cell }: { cell: CellRef }) {
  const { language, say, sayError } = useWords();
  const { value: table, error } = useQuery('table:get', { tableId: cell.tableId });
  const { value: sources } = useQuery('source:list', {});
  if (error) return <p className="text-error">{sayError(error)}</p>;
  const found = table && describeCell(table, cell);
  if (!table || !found) return <p className="faint">{say(table ? 'reply.figure.unknown' : 'reply.tableLoading')}</p>;
  const fileName = sources?.find((source) => source.sourceId === table.sourceId)?.fileName;
  return (
    <dl>
      <dt>{say('reply.figure.value')}</dt>
      <dd className="tabular">{found.text}</dd>
      <dt>{say('reply.figure.cell')}</dt>
      <dd>{[...found.rowPath, ...found.columnPath].join(' · ')}</dd>
      <dt>{say('reply.figure.source')}</dt>
      <dd>
        {[table.caption, fileName, sayPlace(language, table.place)]
          .filter((part) => part !== undefined && part !== null && part !== '')
          .join(' · ')}
      </dd>
    </dl>
  );
}

function Uses({ figure, cell }: { figure: Figure; cell: CellRef }) {
  const { say } = useWords();
  const nameTarget = useNameTarget();
  const { value: uses } = useQuery('cell:whereUsed', { cell });
  if (!uses) return null;
  const own = uses.findIndex((use) => use.kind === 'figure' && use.questionId === figure.questionId && use.shown === figure.shown);
  const others = uses.filter((_use, index) => index !== own);
  if (others.length === 0) return <p className="faint small">{say('reply.figure.usedNowhere')}</p>;
  const places = new Set(
    others.map((use) =>
      use.kind === 'replyTable' ? sayCellUse(use, say, nameTarget) : nameTarget({ questionId: use.questionId, itemId: null }),
    ),
  );
  return <p className="small">{`${say('reply.figure.usedAlso')} ${[...places].join('、')}`}</p>;
}
