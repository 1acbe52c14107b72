import { useState } from 'react';
import { ASK_STATES, type AskState } from '../../../shared/domain/letter';
import type { AnsweredAsk } from '../../../shared/letter/answerAsks';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { RadioField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

/** Says of one ask that it is answered, exempted (with a reason) or not applicable; or gives it back to what the reply shows. */
export function DecideAskDialog({ ask, onClose }: { ask: AnsweredAsk; onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const [state, setState] = useState<AskState>(ask.state);
  const [reason, setReason] = useState(ask.reason ?? '');
  const lacksReason = state === 'exempted' && reason.trim() === '';
  const decide = () =>
    run(async () => {
      await call('ask:setState', { askId: ask.askId, state, reason: reason.trim() || null });
      onClose();
    });
  return (
    <AppDialog
      title={say('ask.decide')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={lacksReason} onPress={decide}>
            {say('ask.save')}
          </Button>
        </>
      }
    >
      <p>
        {ask.verb}
        {ask.object}
      </p>
      <RadioField
        label={say('ask.state')}
        value={state}
        choices={ASK_STATES.map((value) => ({ value, label: say(`askState.${value}`) }))}
        onChange={setState}
      />
      <TextInput label={say('ask.reason')} value={reason} onChange={setReason} note={say('ask.reasonNote')} />
    </AppDialog>
  );
}
