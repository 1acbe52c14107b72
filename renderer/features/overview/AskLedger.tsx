import { useState } from 'react';
import type { Question } from '../../../shared/domain/letter';
import type { AnsweredAsk } from '../../../shared/letter/answerAsks';
import { findDemandedFields } from '../../../shared/letter/demandedFields';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { DecideAskDialog } from './DecideAskDialog';

/** What the letter demands and the replies do not show yet, and what somebody decided need not be answered. */
export function AskLedger({ questions }: { questions: readonly Question[] }) {
  const { say } = useWords();
  const { value: asks } = useQuery('ask:list', {});
  const [deciding, setDeciding] = useState<AnsweredAsk | null>(null);
  const listed = asks?.filter((ask) => ask.state !== 'answered' && questions.some(({ questionId }) => questionId === ask.questionId)) ?? [];
  const demanded = findDemandedFields(asks ?? []);
  const open = listed.filter((ask) => ask.state === 'open').length;
  return (
    <section aria-labelledby="overview-asks">
      <h3 id="overview-asks">
        {say('ask.title')} <span className="faint small">{open}</span>
      </h3>
      {asks && listed.length === 0 ? <p className="text-done">{say('ask.none')}</p> : null}
      <ul className="overview-asks">
        {listed.map((ask) => (
          <AskRow key={ask.askId} ask={ask} demandsFields={demanded.has(ask)} onDecide={() => setDeciding(ask)} />
        ))}
      </ul>
      {deciding ? <DecideAskDialog ask={deciding} onClose={() => setDeciding(null)} /> : null}
    </section>
  );
}

function AskRow({ ask, demandsFields, onDecide }: { ask: AnsweredAsk; demandsFields: boolean; onDecide: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  const { questionId, itemId, verb, object, missing, reason, state } = ask;
  return (
    <li>
      <LinkButton onPress={() => go({ type: 'openQuestion', questionId, itemId })}>{nameTarget({ questionId, itemId })}</LinkButton>
      <span>
        {verb}
        {object}
        {missing.length > 0 ? <span className="text-doubt"> {say('ask.missing', { columns: missing.join('、') })}</span> : null}
        {reason ? <span className="faint"> {reason}</span> : null}
        {demandsFields ? ' ' : null}
        {demandsFields ? (
          <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'askTable', questionId, itemId } })}>
            {say('replyTable.fromAsk')}
          </LinkButton>
        ) : null}
      </span>
      <LinkButton onPress={onDecide}>{say(`askState.${state}`)}</LinkButton>
    </li>
  );
}
