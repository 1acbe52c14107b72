import type { NodeKey } from 'lexical';
import { useCallback } from 'react';
import type { TableId } from '../../../shared/domain/ids';
import { stripAutospaceBlanks } from '../../../shared/document/cjkBlanks';
import { TEXT_WIDTH_TWIPS } from '../../../shared/document/pageGeometry';
import { UNIT_LABEL } from '../../../shared/document/filingWords';
import { useWords } from '../../ui/language';
import { useBlockSelection } from '../blockSelection';
import { useEditorHost } from '../editorHost';
import { drawReviewedCell, useCellReview } from './cellReview';
import { PrintedTable } from './PrintedTable';
import { useTableLayout } from './useTableLayout';
import './tableReference.css';

/** The table a reference stands for, with unit line and notes, as it will print; opened by Enter or a double click. */
export function TableReferenceView({ nodeKey, tableId }: { nodeKey: NodeKey; tableId: TableId }) {
  const { say, sayError } = useWords();
  const { openTable, questionId } = useEditorHost();
  const { laidOut, error } = useTableLayout(tableId);
  const open = useCallback(() => openTable(tableId), [openTable, tableId]);
  const review = useCellReview(questionId, laidOut?.table ?? null);
  useBlockSelection(nodeKey, open);
  if (error) return <p className="reply-table-problem">{sayError(error)}</p>;
  if (!laidOut) return <p className="reply-table-problem faint">{say('reply.tableLoading')}</p>;
  const { table, layout } = laidOut;
  const width = `${(100 * layout.widthTwips) / TEXT_WIDTH_TWIPS}%`;
  return (
    <div className="reply-table-frame" style={{ width, marginInlineStart: `calc((100% - ${width}) / 2)` }}>
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
