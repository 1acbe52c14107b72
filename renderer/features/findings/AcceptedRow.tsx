import type { Acceptance } from '../../../shared/domain/acceptance';
import type { Finding } from '../../../shared/domain/finding';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useChecks } from './CheckRun';
import { useFindingTasks } from './useFindingTasks';

/** A finding somebody accepted: greyed, with who, when and why, and the way back. */
export function AcceptedRow({ finding, acceptance }: { finding: Finding; acceptance: Acceptance }) {
  const { language, say, sayMessage } = useWords();
  const { select } = useChecks();
  const { takeBack } = useFindingTasks();
  const { actor, at, reason, key } = acceptance;
  return (
    <li className="finding faint">
      <LinkButton onPress={() => select(finding)}>
        <span className="finding-message">{sayMessage(finding.message)}</span>
      </LinkButton>
      <div className="finding-tasks small">
        <span>
          {say('findings.acceptedBy', { actor, at: new Date(at).toLocaleString(language, { timeZone: 'Asia/Shanghai' }), reason })}
        </span>
        <LinkButton onPress={() => takeBack(key)}>{say('findings.takeBack')}</LinkButton>
      </div>
    </li>
  );
}
