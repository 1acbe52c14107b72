import { useState } from 'react';
import type { Finding } from '../../../shared/domain/finding';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

type AcceptDialogProps = { finding: Finding; onAccept: (finding: Finding, reason: string) => void; onClose: () => void };

/** Asks why a finding is accepted; without a reason it is not. */
export function AcceptDialog({ finding, onAccept, onClose }: AcceptDialogProps) {
  const { say, sayMessage } = useWords();
  const [reason, setReason] = useState('');
  const apply = () => {
    onAccept(finding, reason.trim());
    onClose();
  };
  return (
    <AppDialog
      title={say('findings.acceptTitle')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={reason.trim() === ''} onPress={apply}>
            {say('findings.accept')}
          </Button>
        </>
      }
    >
      <p className="faint">{sayMessage(finding.message)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') apply();
        }}
      >
        <TextInput
          label={say('findings.acceptReason')}
          placeholder={say('findings.acceptHint')}
          value={reason}
          onChange={setReason}
          autoFocus
        />
      </form>
    </AppDialog>
  );
}
