import type { ChangedFigure } from '../../../shared/domain/figure';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';

/** Figures whose words changed, where they stand, before and after. */
export function ChangedFigures({ changes }: { changes: readonly ChangedFigure[] }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  if (changes.length === 0) return <p>{say('correct.changedNone')}</p>;
  return (
    <table className="changes">
      <caption>{say('correct.changed', { count: changes.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('overview.question')}</th>
          <th scope="col" className="number">
            {say('correct.before')}
          </th>
          <th scope="col" className="number">
            {say('correct.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.figureId}>
            <td>
              <LinkButton onPress={() => go({ type: 'openQuestion', questionId: change.questionId })}>
                {nameTarget({ questionId: change.questionId, itemId: null })}
              </LinkButton>
            </td>
            <td className="number">
              <s>{change.before}</s>
            </td>
            <td className="number">{change.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
