import type { ProjectDetails } from '../../../shared/domain/project';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { Button } from '../../ui/Button';
import { CheckField, ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { useDetailsDraft } from './useDetailsDraft';
import './letter.css';

/** What every document of the matter prints: company, code, number, title, date and signature. A field is stored as soon as it is left. */
export function DetailsForm({ details }: { details: ProjectDetails }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const { draft, set, save } = useDetailsDraft(details);
  const changed = JSON.stringify(draft) !== JSON.stringify(details);
  const choose =
    <Field extends keyof ProjectDetails>(field: Field) =>
    (value: ProjectDetails[Field]) => {
      set(field)(value);
      run(save);
    };

  return (
    <div className="sheet scroll">
      <form
        className="details"
        onBlur={() => run(save)}
        onSubmit={(event) => {
          event.preventDefault();
          run(async () => {
            await save();
            showUndoable(say('details.saved'));
          });
        }}
      >
        <header>
          <h2 className="sheet-title">{say('details.title')}</h2>
          <p className="faint">{say('details.note')}</p>
        </header>
        <TextInput label={say('details.company')} value={draft.company} onChange={set('company')} />
        <div className="details-pair">
          <TextInput label={say('details.shortName')} value={draft.shortName} onChange={set('shortName')} />
          <TextInput label={say('details.code')} value={draft.code} onChange={set('code')} note={say('details.codeNote')} />
        </div>
        <div className="details-pair">
          <TextInput
            label={say('details.announcementNo')}
            value={draft.announcementNo}
            onChange={set('announcementNo')}
            note={say('details.announcementNoNote')}
          />
          <ChoiceField
            label={say('details.exchange')}
            value={draft.exchange}
            onChange={choose('exchange')}
            choices={(['szse', 'sse', 'bse'] as const).map((value) => ({ value, label: say(`exchange.${value}`) }))}
          />
        </div>
        <TextInput label={say('details.documentTitle')} value={draft.title} onChange={set('title')} long />
        <TextInput
          label={say('details.preamble')}
          value={draft.preamble}
          onChange={set('preamble')}
          note={say('details.preambleNote')}
          long
        />
        <CheckField label={say('details.closing')} value={draft.closing} onChange={choose('closing')} />
        <div className="details-pair">
          <TextInput
            label={say('details.signature')}
            value={draft.signature}
            onChange={set('signature')}
            note={say('details.signatureNote')}
            long
          />
          <TextInput
            label={say('details.signedOn')}
            value={draft.signedOn}
            onChange={set('signedOn')}
            note={say('details.signedOnNote')}
            type="date"
          />
        </div>
        <div>
          <Button kind="primary" type="submit" isDisabled={!changed}>
            {changed ? say('details.save') : say('details.unchanged')}
          </Button>
        </div>
      </form>
    </div>
  );
}
