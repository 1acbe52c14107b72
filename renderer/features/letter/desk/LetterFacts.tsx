import { useState } from 'react';
import type { Letter } from '../../../../shared/domain/letter';
import { call } from '../../../ipc/client';
import { TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';
import { useRun, useShowUndoable } from '../../../workspace/useRun';

type DateField = 'issuedOn' | 'receivedOn' | 'dueOn';

/** When the letter was issued and received and when its answer is due; a term of days is counted from receipt. */
export function LetterFacts({ letter }: { letter: Letter }) {
  const { say } = useWords();
  const { header } = letter;
  return (
    <div className="desk-facts">
      <DateInput key={`i${header.issuedOn}`} letter={letter} field="issuedOn" label={say('desk.issued')} />
      <DateInput key={`r${header.receivedOn}`} letter={letter} field="receivedOn" label={say('desk.received')} />
      <DateInput
        key={`d${header.dueOn}`}
        letter={letter}
        field="dueOn"
        label={say('desk.due')}
        {...(header.dueOn === null && header.dueText ? { note: say('desk.dueByTerm', { term: header.dueText }) } : {})}
      />
    </div>
  );
}

function DateInput({ letter, field, label, note }: { letter: Letter; field: DateField; label: string; note?: string }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const stored = letter.header[field] ?? '';
  const [typed, setTyped] = useState(stored);
  const save = () => {
    if (typed === stored) return;
    run(async () => {
      await call('letter:setHeader', { letterId: letter.letterId, header: { [field]: typed || null } });
      showUndoable(say('desk.corrected', { what: label }));
    });
  };
  return <TextInput label={label} value={typed} onChange={setTyped} onBlur={save} type="date" {...(note ? { note } : {})} />;
}
