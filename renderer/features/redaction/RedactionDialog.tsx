import { useState } from 'react';
import {
  REDACTION_METHODS,
  type Redaction,
  type RedactionMethod,
  type RedactionRecord,
  type RedactionTarget,
  SECRET_KINDS,
} from '../../../shared/domain/redaction';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { CheckField, RadioField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import { listScopes, readNames, type RedactionMark } from './redactionMark';
import './redaction.css';

const NOTHING: RedactionRecord = {
  secret: 'tradeSecret',
  what: '',
  why: '',
  basis: '',
  approvedBy: '',
  approvedOn: '',
  until: '',
  disclosedLater: false,
  alreadyPublic: false,
  impact: '',
  insiders: '',
};

/** Lines of the register that are free text, in its order. */
const FREE_TEXT = ['what', 'why', 'basis', 'approvedBy', 'until', 'impact', 'insiders'] as const satisfies (keyof RedactionRecord)[];

type RedactionDialogProps = {
  /** What was selected, or the entry to change. */
  mark: RedactionMark | null;
  redaction: Redaction | null;
  onClose: () => void;
};

/** Withholds the words, cell, column or name marked, with what the register asks for; or changes an entry. */
export function RedactionDialog({ mark, redaction, onClose }: RedactionDialogProps) {
  const { say } = useWords();
  const run = useRun();
  const scopes = redaction ? [redaction.target.kind] : listScopes(mark);
  const [scope, setScope] = useState<RedactionTarget['kind']>(scopes[0]!);
  const [names, setNames] = useState(redaction?.target.kind === 'name' ? redaction.target.names.join('\n') : (mark?.quote ?? ''));
  const [method, setMethod] = useState<RedactionMethod>(redaction?.method ?? (scopes[0] === 'name' ? 'alias' : 'hidden'));
  const [replacement, setReplacement] = useState(redaction?.replacement ?? '');
  const [record, setRecord] = useState<RedactionRecord>(redaction?.record ?? NOTHING);
  const methods = REDACTION_METHODS.filter((one) => one !== 'alias' || scope === 'name');
  const target = scope === 'name' ? ({ kind: 'name', names: readNames(names) } as const) : (redaction?.target ?? mark!.targets[scope]!);
  const isTooShort = target.kind === 'name' && target.names.some((name) => name.length < 2);
  const lacks = (target.kind === 'name' && target.names.length === 0) || isTooShort || (method !== 'hidden' && replacement.trim() === '');
  const changeScope = (next: RedactionTarget['kind']) => {
    setScope(next);
    setMethod(next === 'name' ? 'alias' : 'hidden');
  };
  const save = () =>
    run(async () => {
      const content = { target, method, replacement: method === 'hidden' ? '' : replacement.trim(), record };
      if (redaction) await call('redaction:update', { redactionId: redaction.redactionId, content });
      else await call('redaction:add', content);
      showDone(say('redaction.done'));
      onClose();
    });
  return (
    <AppDialog
      wide
      title={say(redaction ? 'redaction.edit' : 'redaction.new')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={lacks} onPress={save}>
            {say('redaction.save')}
          </Button>
        </>
      }
    >
      {scopes.length > 1 ? (
        <RadioField
          label={say('redaction.scope')}
          value={scope}
          choices={scopes.map((value) => ({ value, label: say(`redaction.scope.${value}`) }))}
          onChange={changeScope}
        />
      ) : null}
      {scope === 'name' ? (
        <TextInput
          long
          label={say('redaction.names')}
          value={names}
          onChange={setNames}
          autoFocus={names === ''}
          note={isTooShort ? say('redaction.shortName') : undefined}
        />
      ) : (
        <p className="redaction-words">
          <span className="field-label">{say('redaction.words')}</span>
          <strong>{describeTarget(target)}</strong>
        </p>
      )}
      <RadioField
        label={say('redaction.method')}
        value={method}
        choices={methods.map((value) => ({ value, label: say(`redaction.method.${value}`), note: say(`redaction.methodNote.${value}`) }))}
        onChange={setMethod}
      />
      {method === 'hidden' ? null : (
        <TextInput
          label={say(method === 'alias' ? 'redaction.alias' : 'redaction.summary')}
          value={replacement}
          onChange={setReplacement}
          placeholder={method === 'alias' ? say('redaction.aliasExample') : undefined}
        />
      )}
      <fieldset className="redaction-record">
        <legend className="field-label">{say('redaction.record')}</legend>
        <RadioField
          label={say('redaction.secret')}
          value={record.secret}
          choices={SECRET_KINDS.map((value) => ({ value, label: say(`redaction.secret.${value}`) }))}
          onChange={(secret) => setRecord({ ...record, secret })}
        />
        {FREE_TEXT.map((field) => (
          <TextInput
            key={field}
            label={say(`redaction.${field}`)}
            value={record[field]}
            onChange={(text) => setRecord({ ...record, [field]: text })}
          />
        ))}
        <TextInput
          type="date"
          label={say('redaction.approvedOn')}
          value={record.approvedOn}
          onChange={(approvedOn) => setRecord({ ...record, approvedOn })}
        />
        <CheckField
          label={say('redaction.disclosedLater')}
          value={record.disclosedLater}
          onChange={(disclosedLater) => setRecord({ ...record, disclosedLater })}
        />
        <CheckField
          label={say('redaction.alreadyPublic')}
          value={record.alreadyPublic}
          onChange={(alreadyPublic) => setRecord({ ...record, alreadyPublic })}
        />
      </fieldset>
    </AppDialog>
  );
}

function describeTarget(target: RedactionTarget): string {
  if (target.kind === 'span') return target.quote;
  if (target.kind === 'cell') return target.text;
  return target.kind === 'column' ? target.title : target.names.join('、');
}
