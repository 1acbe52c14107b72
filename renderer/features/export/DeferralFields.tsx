import { useState } from 'react';
import type { Deferral } from '../../../shared/domain/deferral';
import type { LetterId } from '../../../shared/domain/ids';
import { DatedClaims } from '../../workspace/DatedClaims';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button, LinkButton } from '../../ui/Button';
import { CheckField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

const NOTHING = { announcedOn: '', dueOn: '', reason: '', apology: true };

/** The deferrals of a letter as recorded, and the next one; the notice tells the newest and the chain before it. */
export function DeferralFields({ letterId }: { letterId: LetterId }) {
  const { say } = useWords();
  const run = useRun();
  const { value: deferrals } = useQuery('deferral:list', {});
  const [fields, setFields] = useState(NOTHING);
  const change = (changed: Partial<typeof NOTHING>) => setFields({ ...fields, ...changed });
  const add = () =>
    run(async () => {
      const { announcedOn, dueOn, reason, apology } = fields;
      await call('deferral:add', { letterId, announcedOn: announcedOn || null, dueOn: dueOn || null, reason: reason.trim(), apology });
      setFields(NOTHING);
    });
  const own = deferrals?.filter((deferral) => deferral.letterId === letterId) ?? [];
  return (
    <fieldset className="deferral">
      <legend className="field-label">{say('deferral.title')}</legend>
      {own.length > 0 ? (
        <ul className="open-matters">
          {own.map((deferral) => (
            <DeferralRow key={deferral.deferralId} deferral={deferral} />
          ))}
        </ul>
      ) : (
        <p className="faint">{say('deferral.none')}</p>
      )}
      <form
        className="deferral"
        aria-label={say('deferral.title')}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput label={say('deferral.reason')} value={fields.reason} onChange={(reason) => change({ reason })} />
        <div className="deferral-dates">
          <TextInput label={say('deferral.dueOn')} type="date" value={fields.dueOn} onChange={(dueOn) => change({ dueOn })} />
          <TextInput
            label={say('deferral.announcedOn')}
            type="date"
            value={fields.announcedOn}
            onChange={(announcedOn) => change({ announcedOn })}
          />
        </div>
        <CheckField label={say('deferral.apology')} value={fields.apology} onChange={(apology) => change({ apology })} />
        <div>
          <Button type="submit">{say('deferral.add')}</Button>
        </div>
      </form>
      {own.length > 0 || fields.dueOn !== '' ? (
        <details className="deferral-rolling">
          <summary>{say('numbers.rollForward')}</summary>
          <DatedClaims label={say('numbers.rollForward')} onlyRolling />
        </details>
      ) : null}
    </fieldset>
  );
}

function DeferralRow({ deferral }: { deferral: Deferral }) {
  const { say } = useWords();
  const run = useRun();
  const { deferralId, dueOn, reason } = deferral;
  return (
    <li>
      <span className="clip">
        {say('deferral.row', { date: dueOn ?? say('deferral.noDate'), reason: reason || say('deferral.noReason') })}
      </span>
      <LinkButton onPress={() => run(async () => void (await call('deferral:remove', { deferralId })))}>
        {say('deferral.remove')}
      </LinkButton>
    </li>
  );
}
