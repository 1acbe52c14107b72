import { useState } from 'react';
import type { FigureAccount } from '../../../shared/figures/accountFigures';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button, LinkButton } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { DatedClaims } from '../../workspace/DatedClaims';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { useQuestions } from '../../workspace/useLinkTable';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { AliasSection } from './AliasSection';
import './numbers.css';

/** So many numbers are listed at first; more when asked for. */
const FIRST_SHOWN = 30;

/** 数字与日期: every statement that carries a date, and every number that has no source or needs none. */
export function NumbersPage() {
  const { say } = useWords();
  const { value: accounts } = useQuery('figure:account', { questionId: null });
  const open = accounts?.filter(({ isOpen }) => isOpen) ?? [];
  const exempt = accounts?.filter(({ state }) => state === 'exempt') ?? [];
  return (
    <div className="sheet numbers scroll">
      <h2 className="sheet-title">{say('numbers.title')}</h2>
      <section aria-labelledby="numbers-dated">
        <h3 id="numbers-dated">{say('numbers.dated')}</h3>
        <p className="small faint">{say('numbers.datedNote')}</p>
        <DatedClaims label={say('numbers.dated')} onlyRolling={false} />
      </section>
      <section aria-labelledby="numbers-open">
        <h3 id="numbers-open">
          {say('numbers.open')} <span className="faint small">{open.length}</span>
        </h3>
        <p className="small faint">{say('numbers.openNote')}</p>
        {accounts && open.length === 0 ? <p className="text-done">{say('numbers.noOpen')}</p> : null}
        <OpenNumbers accounts={open} />
      </section>
      {exempt.length > 0 ? (
        <section aria-labelledby="numbers-exempt">
          <h3 id="numbers-exempt">{say('numbers.exempted')}</h3>
          <ul className="numbers-list" aria-label={say('numbers.exempted')}>
            {exempt.map((account) => (
              <ExemptRow key={account.id} account={account} />
            ))}
          </ul>
        </section>
      ) : null}
      <AliasSection />
    </div>
  );
}

function OpenNumbers({ accounts }: { accounts: readonly FigureAccount[] }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const [count, setCount] = useState(FIRST_SHOWN);
  const [asked, setAsked] = useState<FigureAccount | null>(null);
  const exempt = (account: FigureAccount, reason: string) =>
    run(async () => {
      await flushReply();
      await setExemption(account, reason);
      showUndoable(say('numbers.exempted'));
    });
  return (
    <>
      <ul className="numbers-list" aria-label={say('numbers.open')}>
        {accounts.slice(0, count).map((account) => (
          <li key={account.id}>
            <NumberPlace account={account} />
            <span className="small faint">{say(account.state === 'candidate' ? 'numbers.candidate' : 'numbers.unlinked')}</span>
            <LinkButton onPress={() => setAsked(account)}>{say('numbers.exempt')}</LinkButton>
          </li>
        ))}
      </ul>
      {accounts.length > count ? (
        <LinkButton onPress={() => setCount(count + 200)}>{say('numbers.more', { count: accounts.length - count })}</LinkButton>
      ) : null}
      {asked ? <ExemptDialog account={asked} onExempt={exempt} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function ExemptRow({ account }: { account: FigureAccount }) {
  const { say } = useWords();
  const run = useRun();
  return (
    <li>
      <NumberPlace account={account} />
      <span className="small">{account.reason}</span>
      <LinkButton onPress={() => run(() => setExemption(account, null))}>{say('numbers.takeBack')}</LinkButton>
    </li>
  );
}

function NumberPlace({ account: { questionId, blockId, text } }: { account: FigureAccount }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const no = useQuestions().find((question) => question.questionId === questionId)?.no ?? '';
  return (
    <>
      <span className="small faint">{say('numbers.question', { no })}</span>
      <LinkButton onPress={() => go({ type: 'openQuestion', questionId, blockId })}>
        <span className="number">{text}</span>
      </LinkButton>
    </>
  );
}

type ExemptDialogProps = { account: FigureAccount; onExempt: (account: FigureAccount, reason: string) => void; onClose: () => void };

function ExemptDialog({ account, onExempt, onClose }: ExemptDialogProps) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const apply = () => {
    onExempt(account, reason.trim());
    onClose();
  };
  return (
    <AppDialog
      title={say('numbers.exempt')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={reason.trim() === ''} onPress={apply}>
            {say('numbers.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') apply();
        }}
      >
        <TextInput
          label={say('numbers.exemptWhy', { text: account.text })}
          placeholder={say('numbers.exemptHint')}
          value={reason}
          onChange={setReason}
          autoFocus
        />
      </form>
    </AppDialog>
  );
}

async function setExemption({ questionId, blockId, text, occurrence }: FigureAccount, reason: string | null): Promise<void> {
  await call('figure:exempt', { questionId, blockId, text, occurrence, reason });
}
