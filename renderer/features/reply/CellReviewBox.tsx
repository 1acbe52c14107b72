import { useState } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { QuestionId } from '../../../shared/domain/ids';
import type { ReviewAnchor, ReviewPayload } from '../../../shared/domain/review';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import type { ReviewedCell } from './useRevision';

type CellReviewBoxProps = {
  questionId: QuestionId;
  cell: ReviewedCell;
  onPropose: (anchor: ReviewAnchor, payload: ReviewPayload) => void;
  onComment: (anchor: ReviewAnchor, text: string) => void;
};

/** Another text for a cell of a shown table, a remark on it, its row or column out, or a new one in. */
export function CellReviewBox({ questionId, cell, onPropose, onComment }: CellReviewBoxProps) {
  const { say } = useWords();
  const { value: table } = useQuery('table:get', { tableId: cell.tableId });
  return table ? (
    <CellFields questionId={questionId} table={table} cell={cell} onPropose={onPropose} onComment={onComment} />
  ) : (
    <p className="faint">{say('shell.loading')}</p>
  );
}

function CellFields({ questionId, table, cell, onPropose, onComment }: CellReviewBoxProps & { table: DataTable }) {
  const { say } = useWords();
  const [row, setRow] = useState(Math.min(cell.row, table.rows.length - 1));
  const [col, setCol] = useState(Math.min(cell.col, table.columns.length - 1));
  const [proposed, setProposed] = useState('');
  const [newRow, setNewRow] = useState('');
  const [newColumn, setNewColumn] = useState('');
  const [remark, setRemark] = useState('');
  const now = table.rows[row]?.cells[col]?.text ?? '';
  const { rowId } = table.rows[row]!;
  const ref = { tableId: table.tableId, rowId, colId: table.columns[col]!.colId };
  const anchor: ReviewAnchor = { questionId, blockId: cell.blockId, from: 0, to: 0, quote: now, cell: ref };
  const { cell: _cell, ...ofTable } = anchor;
  const rows = table.rows.map((one, index) => ({ value: String(index), label: `${index + 1} ${one.cells[0]?.text ?? ''}`.trim() }));
  const columns = table.columns.map((one, index) => ({ value: String(index), label: `${index + 1} ${one.path.join(' ')}`.trim() }));
  return (
    <div className="comment-box">
      <div className="cell-review-place">
        <ChoiceField label={say('revision.cellRow')} value={String(row)} choices={rows} onChange={(value) => setRow(Number(value))} />
        <ChoiceField label={say('revision.cellColumn')} value={String(col)} choices={columns} onChange={(value) => setCol(Number(value))} />
      </div>
      <p>
        {say('revision.cellNow')} <strong>{now}</strong>
      </p>
      <TextInput label={say('revision.cellText')} value={proposed} onChange={setProposed} autoFocus />
      <div className="comment-actions">
        <span />
        <Button
          kind="primary"
          isDisabled={proposed.trim() === '' || proposed.trim() === now}
          onPress={() => onPropose(anchor, { kind: 'setCell', text: proposed.trim() })}
        >
          {say('revision.cellPropose')}
        </Button>
      </div>
      <TextInput label={say('revision.newRow')} value={newRow} onChange={setNewRow} note={say('revision.newRowNote')} />
      <div className="comment-actions">
        <span />
        <Button onPress={() => onPropose(ofTable, { kind: 'deleteColumn', tableId: table.tableId, colId: ref.colId })}>
          {say('revision.deleteColumn')}
        </Button>
        <Button onPress={() => onPropose(ofTable, { kind: 'deleteRow', tableId: table.tableId, rowId })}>
          {say('revision.deleteRow')}
        </Button>
        <Button
          isDisabled={newRow.trim() === ''}
          onPress={() =>
            onPropose(ofTable, { kind: 'insertRow', tableId: table.tableId, after: rowId, texts: splitLine(newRow, table.columns.length) })
          }
        >
          {say('revision.insertRow')}
        </Button>
      </div>
      <TextInput label={say('revision.newColumn')} value={newColumn} onChange={setNewColumn} note={say('revision.newColumnNote')} />
      <div className="comment-actions">
        <span />
        <Button
          isDisabled={newColumn.trim() === ''}
          onPress={() =>
            onPropose(ofTable, {
              kind: 'insertColumn',
              tableId: table.tableId,
              after: ref.colId,
              texts: splitLine(newColumn, table.rows.length),
            })
          }
        >
          {say('revision.insertColumn')}
        </Button>
      </div>
      <TextInput label={say('revision.commentText')} value={remark} onChange={setRemark} long />
      <div className="comment-actions">
        <span />
        <Button isDisabled={remark.trim() === ''} onPress={() => onComment(anchor, remark.trim())}>
          {say('revision.commentSave')}
        </Button>
      </div>
    </div>
  );
}

/** The cells of a row or column typed with bars or tabs between them, as many as the table has across it. */
function splitLine(text: string, count: number): string[] {
  const cells = text.split(/[|｜\t]/).map((cell) => cell.trim());
  return Array.from({ length: count }, (_, index) => cells[index] ?? '');
}
