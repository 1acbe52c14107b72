import { useState } from 'react';
import { ITEM_STATUSES, type Item, type ItemStatus, type Question } from '../../../shared/domain/letter';
import { StatusMark } from '../../workspace/StatusMark';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { Input, TextField } from 'react-aria-components';

/** Status, owner and verifiers of a question without items, or of one item. */
export function StatusLine({ question, item }: { question: Question; item: Item | null }) {
  const { say } = useWords();
  const run = useRun();
  const target = { questionId: question.questionId, itemId: item?.itemId ?? null };
  const { status, owner } = item ?? question;
  const [typedOwner, setTypedOwner] = useState(owner ?? '');
  const carriesStatus = item !== null || question.items.length === 0;

  const setStatus = (next: ItemStatus) => run(async () => void (await call('item:setStatus', { ...target, status: next })));
  function saveOwner() {
    const next = typedOwner.trim() || null;
    if (next !== owner) run(async () => void (await call('item:setOwner', { ...target, owner: next })));
  }

  return (
    <div className="question-status">
      <Verifiers question={question} item={item} />
      {carriesStatus ? (
        <>
          <TextField aria-label={say('letter.owner')} value={typedOwner} onChange={setTypedOwner} onBlur={saveOwner}>
            <Input className="input question-owner" placeholder={say('letter.ownerHint')} />
          </TextField>
          <ChoiceField
            label={say('letter.status')}
            hideLabel
            value={status}
            onChange={setStatus}
            choices={ITEM_STATUSES.map((value) => ({
              value,
              label: say(`itemStatus.${value}`),
              icon: <StatusMark status={value} iconOnly />,
            }))}
          />
        </>
      ) : null}
    </div>
  );
}

function Verifiers({ question, item }: { question: Question; item: Item | null }) {
  const { say } = useWords();
  const reaching = question.verifications.filter(
    (verification) => item === null || verification.itemIds.length === 0 || verification.itemIds.includes(item.itemId),
  );
  return reaching.map((verification) => (
    <span key={verification.verificationId} className="chip" title={verification.text}>
      {say('letter.verifiers')} · {say(`role.${verification.role}`)}
    </span>
  ));
}
