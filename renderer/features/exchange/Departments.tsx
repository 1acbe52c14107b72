import { useState } from 'react';
import type { ReturnedDifference } from '../../../shared/document/task/readDataRequest';
import type { Question } from '../../../shared/domain/letter';
import type { ReturnedRequest } from '../../../shared/ipc/results';
import { useQuestions } from '../../workspace/useLinkTable';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { finishJob } from '../../ipc/jobs';
import { Button } from '../../ui/Button';
import { CheckField, TextInput } from '../../ui/fields';
import { useWords, type Words } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import { ExchangeList } from './ExchangeList';

const NO_TERMS = { basis: '', period: '', unit: '', dueOn: '', preparer: '', reviewer: '' };
const TERMS = ['basis', 'period', 'unit', 'dueOn', 'preparer', 'reviewer'] as const;

/** Task lists and data sheets to the owners of open work, and what came back of them. */
export function Departments() {
  const { say } = useWords();
  const run = useRun();
  const owners = countOpenWork(useQuestions());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [terms, setTerms] = useState(NO_TERMS);
  const [returned, setReturned] = useState<ReturnedRequest[]>([]);
  const chosen = [...owners.keys()].filter((owner) => !left.has(owner));
  const send = () =>
    run(async () => {
      const target = await getHost().pickSaveTarget('folder', say('departments.folderName'));
      if (!target) return;
      const request = { owners: chosen, terms: { ...terms, dueOn: terms.dueOn || null }, target: target.token };
      const { folder, files } = await finishJob((await call('task:send', request)).jobId, 'task:send');
      showDone(say('departments.sent', { folder, count: files.length }));
    });
  const takeBack = () =>
    run(async () => {
      const files = await getHost().pickFiles('source');
      if (files.length === 0) return;
      const { jobId } = await call('task:takeBack', { files: files.map(({ token }) => token) });
      setReturned(await finishJob(jobId, 'task:takeBack'));
    });
  const toggle = (owner: string, wanted: boolean) => {
    const next = new Set(left);
    if (wanted) next.delete(owner);
    else next.add(owner);
    setLeft(next);
  };
  return (
    <div className="exchange-columns">
      <section aria-labelledby="departments-owners">
        <h3 id="departments-owners">{say('departments.owners')}</h3>
        <p className="faint small">{say(owners.size === 0 ? 'departments.nobody' : 'departments.note')}</p>
        {[...owners].map(([owner, count]) => (
          <CheckField
            key={owner}
            label={say('departments.count', { owner, count })}
            value={!left.has(owner)}
            onChange={(wanted) => toggle(owner, wanted)}
          />
        ))}
        <div className="exchange-terms">
          {TERMS.map((name) => (
            <TextInput
              key={name}
              type={name === 'dueOn' ? 'date' : 'text'}
              label={say(`departments.${name}`)}
              value={terms[name]}
              onChange={(value) => setTerms({ ...terms, [name]: value })}
            />
          ))}
        </div>
        <div>
          <Button kind="primary" isDisabled={chosen.length === 0} onPress={send}>
            {say('departments.send')}
          </Button>
        </div>
      </section>
      <section aria-labelledby="departments-back">
        <h3 id="departments-back">{say('exchange.out')}</h3>
        <div>
          <Button onPress={takeBack}>{say('departments.takeBack')}</Button>
        </div>
        {returned.map((one) => (
          <Returned key={`${one.fileName} ${one.item ?? ''}`} returned={one} />
        ))}
        <ExchangeList kinds={['dataRequest', 'task']} />
      </section>
    </div>
  );
}

/** Where a page of a returned sheet landed, who filled it, what it leaves empty, and what changed since it came back last. */
function Returned({ returned: { fileName, item, party, terms, empty, differences } }: { returned: ReturnedRequest }) {
  const { say } = useWords();
  const orDash = (text: string) => text || '—';
  if (item === null) return <p className="text-doubt">{say('departments.unknown', { file: fileName })}</p>;
  return (
    <div className="exchange-returned">
      <p>
        <strong>{say('departments.landed', { file: fileName, item, party })}</strong>
      </p>
      <p className="small faint">
        {say('departments.filledBy', {
          preparer: orDash(terms.preparer),
          reviewer: orDash(terms.reviewer),
          dueOn: orDash(terms.dueOn),
        })}
      </p>
      {empty.length === 0 ? (
        <p className="text-done">{say('departments.complete')}</p>
      ) : (
        <p className="text-doubt">{say('departments.empty', { fields: empty.join('、') })}</p>
      )}
      {differences.length > 0 ? (
        <>
          <p className="small">{say('departments.changed')}</p>
          <ul className="small">
            {differences.map((difference) => (
              <li key={`${difference.row} ${difference.field}`}>{sayDifference(difference, say)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

function sayDifference({ row, field, before, after }: ReturnedDifference, say: Words['say']): string {
  const texts = { row, field, before: before || say('departments.blank'), after: after || say('departments.blank') };
  if (field === '') return say('departments.rowGone', texts);
  return say(row === '' ? 'departments.termChanged' : 'departments.difference', texts);
}

/** Open pieces of work by owner, in the order owners first appear. */
function countOpenWork(questions: readonly Question[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const question of questions) {
    for (const work of question.items.length > 0 ? question.items : [question]) {
      const owner = work.owner ?? question.owner;
      if (owner !== null && work.status !== 'final') counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
  }
  return counts;
}
