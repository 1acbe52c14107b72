import { useMemo, useState } from 'react';
import { layOutTable } from '../../../shared/document/layOutTable';
import { TEXT_WIDTH_TWIPS } from '../../../shared/document/pageGeometry';
import { newId } from '../../../shared/domain/ids';
import type { FigureProblem } from '../../../shared/figures/figureProblem';
import { type BuiltTable, previewTable } from '../../../shared/tables/reply/buildReplyTable';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { findTailDifferences } from '../../../shared/tables/reply/tailDifferences';
import { assert } from '../../../shared/util/assert';
import { PrintedTable } from '../../editor/tableReference/PrintedTable';
import { useWords, type Words } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import '../../editor/tableReference/tableReference.css';

/** Notices name at most this many places. */
const MOST_NAMED = 6;

/** The table as it will print, with its tail differences and the cells that cannot be computed; `built` null while the definition is incomplete. */
export function Preview({ definition, built }: { definition: ReplyTableDefinition; built: BuiltTable | null }) {
  const { say } = useWords();
  const [tableId] = useState(() => newId<'table'>());
  const layout = useMemo(
    () => built && layOutTable(previewTable(built, tableId), refuseNested, definition.notes.length > 0),
    [built, tableId, definition.notes],
  );
  const tails = built ? findTailDifferences(definition, built) : [];
  const nameRow = (rowId: string) => definition.rows.find((row) => row.rowId === rowId)?.label ?? '';
  const nameColumn = (colId: string) => definition.columns.find((column) => column.colId === colId)?.path.join(' / ') ?? '';
  return (
    <section className="builder-preview scroll" aria-label={say('replyTable.preview')}>
      {layout ? (
        <div className="builder-paper" style={{ maxWidth: `${(100 * layout.widthTwips) / TEXT_WIDTH_TWIPS}%` }}>
          {definition.unit === null ? null : <p className="table-unit">{say('replyTable.unitLine', { unit: definition.unit })}</p>}
          <PrintedTable layout={layout} label={definition.caption ?? say('replyTable.preview')} />
        </div>
      ) : null}
      {tails.length > 0 ? (
        <Notice kind="doubt">
          <ul className="small" aria-label={say('replyTable.tails')}>
            {tails.slice(0, MOST_NAMED).map(({ rowId, colId, parts, total, difference }) => (
              <li key={`${rowId} ${colId}`}>
                {say('replyTable.tail', { row: nameRow(rowId), column: nameColumn(colId), parts, total, difference })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {built && built.problems.length > 0 ? (
        <Notice kind="doubt">
          <ul className="small" aria-label={say('replyTable.problems')}>
            {built.problems.slice(0, MOST_NAMED).map(({ rowId, colId, problem }) => (
              <li key={`${rowId} ${colId}`}>
                {say('replyTable.problem', { row: nameRow(rowId), column: nameColumn(colId), why: sayProblem(problem, say) })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </section>
  );
}

function refuseNested(): never {
  assert(false, 'a reply table holds no tables in its cells');
}

function sayProblem(problem: FigureProblem, say: Words['say']): string {
  switch (problem.kind) {
    case 'cellMissing':
    case 'cellNotNumber':
    case 'zeroBase':
      return say(`replyTable.why.${problem.kind}`);
    case 'unitMismatch':
      return say('replyTable.why.unitMismatch', {
        from: problem.from || say('replyTable.noUnit'),
        to: problem.to || say('replyTable.noUnit'),
      });
    case 'argumentCount':
    case 'cagrDomain':
    case 'badNumber':
      return say('replyTable.why.other');
  }
}
