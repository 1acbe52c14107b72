import { useState } from 'react';
import { CheckboxGroup, Label, Checkbox } from 'react-aria-components';
import type { ItemId } from '../../../../shared/domain/ids';
import { type Question, VERIFIER_ROLES, type Verification, type VerifierRole } from '../../../../shared/domain/letter';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { ChoiceField } from '../../../ui/fields';
import { useWords } from '../../../ui/language';

type VerificationDialogProps = {
  question: Question;
  /** The request to change; null adds one. */
  verification: Verification | null;
  /** Chosen at first when one is added. */
  itemId: ItemId | null;
  onSave: (role: VerifierRole, itemIds: ItemId[]) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** Who must verify which items of a question. */
export function VerificationDialog({ question, verification, itemId, onSave, onRemove, onClose }: VerificationDialogProps) {
  const { say } = useWords();
  const [role, setRole] = useState<VerifierRole>(verification?.role ?? 'auditor');
  const [itemIds, setItemIds] = useState<ItemId[]>(verification?.itemIds ?? (itemId === null ? [] : [itemId]));
  return (
    <AppDialog
      title={`${say('matter.question', { no: question.no })} ${say('desk.setVerification')}`}
      onClose={onClose}
      foot={
        <>
          {verification ? (
            <Button kind="danger" onPress={onRemove}>
              {say('desk.remove')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" onPress={() => onSave(role, itemIds)}>
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <ChoiceField
        label={say('desk.role')}
        value={role}
        onChange={setRole}
        autoFocus
        choices={VERIFIER_ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
      />
      {question.items.length > 0 ? (
        <CheckboxGroup className="field" value={itemIds} onChange={(values) => setItemIds(values as ItemId[])}>
          <Label className="field-label">{say('desk.scope')}</Label>
          {question.items.map((item) => (
            <Checkbox key={item.itemId} value={item.itemId} className="check">
              <span className="clip">
                {item.label || item.no} {item.text}
              </span>
            </Checkbox>
          ))}
          <span className="field-note">{say('desk.scopeNote')}</span>
        </CheckboxGroup>
      ) : null}
    </AppDialog>
  );
}
