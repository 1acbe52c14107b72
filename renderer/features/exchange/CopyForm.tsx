import { useState } from 'react';
import type { QuestionId } from '../../../shared/domain/ids';
import type { Warning } from '../../../shared/domain/place';
import { flushReply } from '../../workspace/replyBridge';
import { useNameTarget, useQuestions } from '../../workspace/useLinkTable';
import { useRun } from '../../workspace/useRun';
import { WarningList } from '../../workspace/WarningList';
import { call, getHost } from '../../ipc/client';
import { finishJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { CheckField, RadioField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';

/** What becomes of what is withheld from the public in a copy. */
const WITHHELD = ['replaced', 'shown'] as const;

/** For whom a review copy is made and what it holds. */
export function CopyForm() {
  const { say } = useWords();
  const run = useRun();
  const questions = useQuestions();
  const nameTarget = useNameTarget();
  const [recipient, setRecipient] = useState('');
  const [left, setLeft] = useState<ReadonlySet<QuestionId>>(new Set());
  const [withSources, setWithSources] = useState(true);
  const { value: redactions } = useQuery('redaction:list', {});
  const [withheld, setWithheld] = useState<(typeof WITHHELD)[number]>('replaced');
  const [password, setPassword] = useState('');
  const [warnings, setWarnings] = useState<Warning[]>([]);
  const [busy, setBusy] = useState(false);
  const isWithheld = redactions !== null && redactions.length > 0;
  const chosen = questions.map(({ questionId }) => questionId).filter((questionId) => !left.has(questionId));
  const toggle = (questionId: QuestionId, wanted: boolean) => {
    const next = new Set(left);
    if (wanted) next.delete(questionId);
    else next.add(questionId);
    setLeft(next);
  };
  const make = () =>
    run(async () => {
      const party = recipient.trim();
      const name = say('exchange.copyName', { party }).replace(/[\\/:*?"<>|]/g, '');
      const target = await getHost().pickSaveTarget('project', `${name}.huihan`);
      if (!target) return;
      await flushReply();
      setBusy(true);
      try {
        const questionIds = left.size === 0 ? [] : chosen;
        const isInsider = isWithheld && withheld === 'shown';
        const request = { recipient: party, questionIds, withSources, isInsider, password: password || undefined, target: target.token };
        const made = await finishJob((await call('exchange:copy', request)).jobId, 'exchange:copy');
        setWarnings(made.warnings.map((warning) => ({ ...warning, file: '' })));
        setPassword('');
        showDone(say('exchange.made', { file: made.fileName }));
      } finally {
        setBusy(false);
      }
    });
  return (
    <section aria-labelledby="exchange-copy">
      <h3 id="exchange-copy">{say('exchange.makeCopy')}</h3>
      <TextInput
        autoFocus
        label={say('exchange.recipient')}
        placeholder={say('exchange.recipientHint')}
        value={recipient}
        onChange={setRecipient}
      />
      <fieldset className="exchange-questions">
        <legend className="field-label">{say('exchange.questions')}</legend>
        <CheckField
          label={say('exchange.allQuestions')}
          value={left.size === 0}
          onChange={(all) => setLeft(new Set(all ? [] : questions.map(({ questionId }) => questionId)))}
        />
        {questions.map(({ questionId }) => (
          <CheckField
            key={questionId}
            label={nameTarget({ questionId, itemId: null })}
            value={!left.has(questionId)}
            onChange={(wanted) => toggle(questionId, wanted)}
          />
        ))}
      </fieldset>
      {isWithheld ? (
        <RadioField
          label={say('exchange.withheld')}
          value={withheld}
          choices={WITHHELD.map((value) => ({
            value,
            label: say(`exchange.withheld.${value}`),
            note: say(`exchange.withheldNote.${value}`),
          }))}
          onChange={setWithheld}
        />
      ) : null}
      <CheckField
        label={say(isWithheld && withheld === 'replaced' ? 'exchange.withTables' : 'exchange.withSources')}
        value={withSources}
        onChange={setWithSources}
      />
      <TextInput
        type="password"
        label={say('exchange.password')}
        note={say('exchange.passwordNote')}
        value={password}
        onChange={setPassword}
      />
      <div>
        <Button kind="primary" isDisabled={busy || recipient.trim() === '' || chosen.length === 0} onPress={make}>
          {say('exchange.make')}
        </Button>
      </div>
      {warnings.length > 0 ? <WarningList warnings={warnings} title={say('exchange.toLookAt')} /> : null}
    </section>
  );
}
