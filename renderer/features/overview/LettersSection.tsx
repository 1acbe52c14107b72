import type { Filing } from '../../../shared/domain/filing';
import type { Letter } from '../../../shared/domain/letter';
import { getLetterName } from '../../../shared/letter/getLetterName';
import { getHost } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';
import { useRun } from '../../workspace/useRun';

/** Every letter of the matter by round, with what was filed in answer to it; further letters and oral feedback are added here. */
export function LettersSection({ letters }: { letters: readonly Letter[] }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const { value: filings } = useQuery('filing:list', {});
  const addFile = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('letter');
      if (file) go({ type: 'openDialog', dialog: { name: 'addLetter', file } });
    });
  return (
    <section aria-labelledby="overview-letters">
      <h3 id="overview-letters">{say('overview.letters')}</h3>
      <ul className="overview-letters">
        {letters.map((letter, at) => (
          <li key={letter.letterId}>
            <p>
              <LinkButton onPress={() => go({ type: 'openLetter', letterId: letter.letterId })}>{getLetterName(letter)}</LinkButton>{' '}
              <span className="faint">
                {say('rounds.letter', { round: at + 1 })}
                {at === letters.length - 1 && letters.length > 1 ? ` · ${say('rounds.current')}` : ''} · {describe(letter, say)}
              </span>{' '}
              <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'recordFiling', letterId: letter.letterId } })}>
                {say('rounds.record')}
              </LinkButton>
            </p>
            <FilingList letter={letter} filings={filings?.filter(({ letterId }) => letterId === letter.letterId) ?? []} />
          </li>
        ))}
      </ul>
      <p className="overview-add">
        <Button onPress={addFile}>{say('rounds.addFile')}</Button>
        <Button onPress={() => go({ type: 'openDialog', dialog: { name: 'addLetter', file: null } })}>{say('rounds.addPasted')}</Button>
        <Button onPress={() => go({ type: 'openDialog', dialog: { name: 'addOral' } })}>{say('rounds.addOral')}</Button>
      </p>
    </section>
  );
}

function describe({ header, spokenBy, questions }: Letter, say: ReturnType<typeof useWords>['say']): string {
  const when = spokenBy
    ? say('rounds.oral', { person: spokenBy, date: header.issuedOn ?? '' })
    : (header.letterNo ?? header.issuedOn ?? '');
  return [when, say('rounds.questions', { count: questions.length })].filter(Boolean).join(' · ');
}

/** What was filed for a letter: frozen, with the first characters of each file's SHA-256. */
function FilingList({ letter, filings }: { letter: Letter; filings: readonly Filing[] }) {
  const { say } = useWords();
  const answered = (filing: Filing) =>
    filing.questionIds.length === 0
      ? say('rounds.filedAll')
      : say('rounds.filedPart', {
          questions: letter.questions
            .filter(({ questionId }) => filing.questionIds.includes(questionId))
            .map(({ no }) => no)
            .join('、'),
        });
  return (
    <ul className="small">
      {filings.map((filing) => (
        <li key={filing.filingId}>
          {say('rounds.filed', { round: filing.round, date: filing.filedOn })} · {answered(filing)} ·{' '}
          <span className="text-done">{say('rounds.frozen')}</span>
          {filing.note ? ` · ${filing.note}` : ''}
          <ul className="faint">
            {filing.files.map(({ name, file }) => (
              <li key={file} title={file}>
                {name} <code>{file.slice(0, 12)}</code>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
