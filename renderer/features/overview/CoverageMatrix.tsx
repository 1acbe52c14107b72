import type { TableId } from '../../../shared/domain/ids';
import type { Question } from '../../../shared/domain/letter';
import type { Link } from '../../../shared/domain/link';
import type { ProjectOverview } from '../../../shared/domain/project';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';

type CoverageMatrixProps = { project: ProjectOverview; questions: Question[]; links: Link[] };

/** Questions down, tables across that are linked or shown: what stands on what, with what each reply holds so far. */
export function CoverageMatrix({ project, questions, links }: CoverageMatrixProps) {
  const { say, language } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  const { value: tables } = useQuery('table:list', { sourceId: null });
  const { value: shown } = useQuery('table:listShown', {});
  const inUse = new Set([...links, ...(shown ?? [])].map(({ tableId }) => tableId));
  const columns = (tables ?? []).filter((table) => inUse.has(table.tableId));
  const isShown = (question: Question, tableId: TableId) =>
    shown?.some((one) => one.questionId === question.questionId && one.tableId === tableId) ?? false;
  const count = (question: Question, tableId: TableId) =>
    links.filter((link) => link.questionId === question.questionId && link.tableId === tableId).length;
  return (
    <section aria-labelledby="overview-matrix">
      <h3 id="overview-matrix">{say('overview.matrix')}</h3>
      <p className="faint small">{columns.length > 0 ? say('overview.matrixNote') : say('overview.matrixEmpty')}</p>
      <div className="matrix-scroll scroll">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{say('overview.question')}</th>
              <th scope="col">{say('overview.characters')}</th>
              <th scope="col">{say('overview.figures')}</th>
              <th scope="col">{say('overview.tablesShown')}</th>
              {columns.map((table) => (
                <th key={table.tableId} scope="col" className="matrix-table">
                  <LinkButton onPress={() => go({ type: 'openTable', tableId: table.tableId })}>
                    {table.caption ?? table.headline ?? say('evidence.untitled')}
                  </LinkButton>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => {
              const coverage = project.questions.find((candidate) => candidate.questionId === question.questionId);
              return (
                <tr key={question.questionId}>
                  <th scope="row">
                    <LinkButton onPress={() => go({ type: 'openQuestion', questionId: question.questionId })}>
                      {nameTarget({ ...question, itemId: null })}
                    </LinkButton>
                  </th>
                  <td className="number">{(coverage?.characters ?? 0).toLocaleString(language)}</td>
                  <td className="number">{coverage?.figures ?? 0}</td>
                  <td className="number">{coverage?.tables ?? 0}</td>
                  {columns.map((table) => {
                    const linked = count(question, table.tableId);
                    return (
                      <td key={table.tableId} className="matrix-cell">
                        {linked === 0 ? null : (
                          <span aria-label={say('overview.linkedMark', { count: linked })}>{linked === 1 ? '●' : `● ${linked}`}</span>
                        )}{' '}
                        {isShown(question, table.tableId) ? <span aria-label={say('overview.shownMark')}>▣</span> : null}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
