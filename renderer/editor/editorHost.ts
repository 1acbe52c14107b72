import { createContext, useContext } from 'react';
import type { Figure } from '../../shared/domain/figure';
import type { NodeKey } from 'lexical';
import type { ColId, FigureId, QuestionId, RowId, TableId } from '../../shared/domain/ids';
import type { Chart } from '../../shared/domain/reply';

/** A cell of a table to stand in. */
export type OpenedCell = { rowId: RowId; colId: ColId };

/** What the parts of the editor ask of the screen they stand on. */
export type EditorHost = {
  questionId: QuestionId;
  openTable: (tableId: TableId, cell: OpenedCell | null) => void;
  /** Opens the dialog of a chart that stands in the text. */
  openChart: (nodeKey: NodeKey, chart: Chart) => void;
  getFigure: (figureId: FigureId) => Figure | undefined;
};

const EditorHostContext = createContext<EditorHost | null>(null);
export const EditorHostProvider = EditorHostContext.Provider;

/** The screen the editor stands on. Throws outside of one. */
export function useEditorHost(): EditorHost {
  const host = useContext(EditorHostContext);
  if (!host) throw new Error('Invariant broken: the editor stands inside an EditorHostProvider');
  return host;
}
