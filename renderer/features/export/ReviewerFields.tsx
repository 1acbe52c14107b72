import { RadioField, TextInput } from '../../ui/fields';
import { useQuery } from '../../ipc/useQuery';
import { useWords } from '../../ui/language';

/** Whom a copy for reviewers is for; `isInsider`: in full, the name being entered in the register. */
export type Reviewer = { recipient: string; isInsider: boolean };

/** Nobody named, and nothing withheld shown. */
export const ANYBODY: Reviewer = { recipient: '', isInsider: false };

/** Asks who a copy for reviewers is for, and where anything is withheld whether it is replaced or shown. */
export function ReviewerFields({ value, onChange }: { value: Reviewer; onChange: (value: Reviewer) => void }) {
  const { say } = useWords();
  const { value: redactions } = useQuery('redaction:list', {});
  return (
    <>
      <TextInput
        label={say('exchange.recipient')}
        placeholder={say('exchange.recipientHint')}
        note={value.isInsider && value.recipient.trim() === '' ? say('export.nameInsider') : undefined}
        value={value.recipient}
        onChange={(recipient) => onChange({ ...value, recipient })}
      />
      {redactions && redactions.length > 0 ? (
        <RadioField
          label={say('exchange.withheld')}
          value={value.isInsider ? 'shown' : 'replaced'}
          choices={[
            { value: 'replaced', label: say('exchange.withheld.replaced'), note: say('export.replacedNote') },
            { value: 'shown', label: say('exchange.withheld.shown'), note: say('exchange.withheldNote.shown') },
          ]}
          onChange={(withheld) => onChange({ ...value, isInsider: withheld === 'shown' })}
        />
      ) : null}
    </>
  );
}
