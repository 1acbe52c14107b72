import { useState } from 'react';
import type { DatedClaim, DatedFigure } from '../../shared/figures/datedClaims';
import { call } from '../ipc/client';
import { useQuery } from '../ipc/useQuery';
import { Button, LinkButton } from '../ui/Button';
import { TextInput } from '../ui/fields';
import { useWords } from '../ui/language';
import { useNavigator } from './navigation';
import { flushReply } from './replyBridge';
import { useQuestions } from './useLinkTable';
import { useRun, useShowUndoable } from './useRun';

/** Statements that say as of when they are, each with its words and its figures' dates to be changed; `onlyRolling` leaves out ends of periods. */
export function DatedClaims({ label, onlyRolling }: { label: string; onlyRolling: boolean }) {
  const { say } = useWords();
  const { value: claims } = useQuery('figure:listDated', {});
  const shown = claims?.filter((claim) => claim.rolls || !onlyRolling) ?? [];
  if (claims && shown.length === 0) return <p className="faint">{say('numbers.noDated')}</p>;
  return (
    <ul className="dated-claims" aria-label={label}>
      {shown.map((claim) => (
        <ClaimRow key={`${claim.blockId} ${claim.start} ${claim.text}`} claim={claim} />
      ))}
    </ul>
  );
}

function ClaimRow({ claim }: { claim: DatedClaim }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const no = useQuestions().find(({ questionId }) => questionId === claim.questionId)?.no ?? '';
  const [words, setWords] = useState(claim.text);
  const { questionId, blockId, start, text, clause, rolls, figures } = claim;
  const save = () =>
    run(async () => {
      await flushReply();
      await call('reply:replaceNumber', { questionId, blockId, start, before: text, after: words });
      showUndoable(say('findings.fixed', { text: words }));
    });
  return (
    <li>
      <div className="dated-head small">
        <span className="faint">{say('numbers.question', { no })}</span>
        <span className={rolls ? 'text-doubt' : 'faint'}>{say(rolls ? 'numbers.rolls' : 'numbers.fixed')}</span>
        <LinkButton onPress={() => go({ type: 'openQuestion', questionId, blockId })}>{say('numbers.goReply')}</LinkButton>
      </div>
      <p className="dated-clause">{clause}</p>
      <div className="dated-fields">
        {text === '' ? null : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <TextInput label={say('numbers.words')} value={words} onChange={setWords} />
            <Button type="submit" isDisabled={words === text || words.trim() === ''}>
              {say('numbers.save')}
            </Button>
          </form>
        )}
        {figures.map((figure) => (
          <AsOfField key={`${figure.figureId} ${figure.asOf}`} figure={figure} />
        ))}
      </div>
    </li>
  );
}

function AsOfField({ figure: { figureId, shown, asOf } }: { figure: DatedFigure }) {
  const { say } = useWords();
  const run = useRun();
  const { value: rows } = useQuery('figure:list', { questionId: null });
  const [date, setDate] = useState(asOf ?? '');
  const row = rows?.find((one) => one.figureId === figureId);
  const save = () =>
    run(async () => {
      if (!row) return;
      const { formula, format, reason } = row;
      await call('figure:update', { figureId, formula, format, reason, asOf: date.trim() || null });
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput label={say('numbers.asOf', { text: shown })} placeholder={say('numbers.asOfHint')} value={date} onChange={setDate} />
      <Button type="submit" isDisabled={!row || date.trim() === (asOf ?? '')}>
        {say('numbers.save')}
      </Button>
    </form>
  );
}
