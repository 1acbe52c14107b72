import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { NodeKey } from 'lexical';
import { useCallback } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { stripAutospaceBlanks } from '../../../shared/document/cjkBlanks';
import { TEXT_WIDTH_TWIPS } from '../../../shared/document/pageGeometry';
import { UNIT_LABEL } from '../../../shared/document/filingWords';
import { useWords } from '../../ui/language';
import { useBlockSelection } from '../blockSelection';
import { type OpenedCell, useEditorHost } from '../editorHost';
import { drawReviewedCell, useCellReview } from './cellReview';
import { PrintedTable } from './PrintedTable';
import { useTableLayout } from './useTableLayout';
import './tableReference.css';

/** The table a reference stands for, with unit line and notes, as it will print; opened, at the cell last clicked, by Enter or a double click. */
export function TableReferenceView({ nodeKey, tableId }: { nodeKey: NodeKey; tableId: TableId }) {
  const { say, sayError } = useWords();
  const { openTable, questionId } = useEditorHost();
  const [editor] = useLexicalComposerContext();
  const { laidOut, error } = useTableLayout(tableId);
  const open = useCallback(
    () => openTable(tableId, laidOut && findPointedCell(editor.getElementByKey(nodeKey), laidOut.table)),
    [openTable, tableId, editor, nodeKey, laidOut],
  );
  const review = useCellReview(questionId, laidOut?.table ?? null);
  useBlockSelection(nodeKey, open);
  if (error) return <p className="reply-table-problem">{sayError(error)}</p>;
  if (!laidOut) return <p className="reply-table-problem faint">{say('reply.tableLoading')}</p>;
  const { table, layout } = laidOut;
  const width = `${(100 * layout.widthTwips) / TEXT_WIDTH_TWIPS}%`;
  return (
    <div className="reply-table-frame" style={{ width, marginInlineStart: `max((100% - ${width}) / 2, 4px - var(--sheet-margin))` }}>
      {table.unit === null ? null : <p className="table-unit">{`${UNIT_LABEL}${stripAutospaceBlanks(table.unit)}`}</p>}
      <PrintedTable
        layout={layout}
        label={table.caption ?? say('reply.table')}
        drawCell={(row, col, lines) => drawReviewedCell(review, row, col, lines)}
      />
      {table.notes
        .filter((note) => note.trim() !== '')
        .map((note, index) => (
          <p key={index} className="table-note">
            {stripAutospaceBlanks(note)}
          </p>
        ))}
    </div>
  );
}

/** The cell last clicked; null where none was, or one of a table within a cell. */
function findPointedCell(element: HTMLElement | null, { rows, columns }: DataTable): OpenedCell | null {
  const pointed = element?.querySelector<HTMLElement>('.pointed');
  if (!pointed || pointed.parentElement?.closest('.printed-table [data-row]')) return null;
  const row = rows[Number(pointed.dataset.row)];
  const column = columns[Number(pointed.dataset.col)];
  return row && column ? { rowId: row.rowId, colId: column.colId } : null;
}
