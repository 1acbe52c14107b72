import { useRef, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Ask } from '../../../../shared/domain/letter';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';

type AskDialogProps = {
  /** The ask to change; null adds one. */
  ask: Ask | null;
  onSave: (verb: string, object: string) => void;
  onSplit: (at: number) => void;
  onClose: () => void;
};

/** One ask: its verb and what it demands. */
export function AskDialog({ ask, onSave, onSplit, onClose }: AskDialogProps) {
  const { say } = useWords();
  const [verb, setVerb] = useState(ask?.verb ?? '');
  const [object, setObject] = useState(ask?.object ?? '');
  const input = useRef<HTMLInputElement>(null);
  const isWhole = verb.trim() !== '' && object.trim() !== '';
  const save = () => isWhole && onSave(verb.trim(), object.trim());
  return (
    <AppDialog
      title={ask ? say('desk.editAsk') : say('desk.addAsk')}
      onClose={onClose}
      foot={
        <>
          {ask ? (
            <Button isDisabled={object !== ask.object} onPress={() => onSplit(input.current?.selectionStart ?? 0)}>
              {say('desk.splitHere')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={!isWhole} onPress={save}>
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <form
        className="desk-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput label={say('desk.verb')} value={verb} onChange={setVerb} autoFocus={!ask} />
        <TextField className="field" value={object} onChange={setObject} autoFocus={ask !== null}>
          <Label className="field-label">{say('desk.object')}</Label>
          <Input ref={input} className="input" />
          <span className="field-note">{say('desk.objectNote')}</span>
        </TextField>
        <button type="submit" hidden />
      </form>
    </AppDialog>
  );
}
