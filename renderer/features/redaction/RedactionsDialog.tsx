import { getRedactedWords, printReplacement, type Redaction } from '../../../shared/domain/redaction';
import { useNavigator } from '../../workspace/navigation';
import { useQuestions } from '../../workspace/useLinkTable';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { finishJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import './redaction.css';

/** Everything withheld from the public, with the way to each entry. */
export function RedactionsDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const { value: redactions } = useQuery('redaction:list', {});
  const exportRegister = () =>
    run(async () => {
      const chosen = await getHost().pickSaveTarget('workbook', `${say('redaction.registerName')}.xlsx`);
      if (!chosen) return;
      const { jobId } = await call('register:export', { target: chosen.token, withheldOnly: true });
      const { fileName } = await finishJob(jobId, 'register:export');
      showDone(say('register.done', { name: fileName }));
    });
  return (
    <AppDialog
      wide
      title={say('redaction.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={() => go({ type: 'openDialog', dialog: { name: 'redaction', mark: null, redaction: null, fromList: true } })}>
            {say('redaction.addName')}
          </Button>
          <Button isDisabled={!redactions || redactions.length === 0} onPress={exportRegister}>
            {say('redaction.exportRegister')}
          </Button>
          <Button kind="primary" autoFocus onPress={onClose}>
            {say('shell.close')}
          </Button>
        </>
      }
    >
      <p className="faint">{say('redaction.note')}</p>
      {redactions?.length === 0 ? <p>{say('redaction.none')}</p> : null}
      {redactions && redactions.length > 0 ? (
        <ul className="redactions">
          {redactions.map((redaction) => (
            <RedactionRow key={redaction.redactionId} redaction={redaction} />
          ))}
        </ul>
      ) : null}
    </AppDialog>
  );
}

function RedactionRow({ redaction }: { redaction: Redaction }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const questions = useQuestions();
  const { redactionId, target, method, record } = redaction;
  const remove = () => run(async () => void (await call('redaction:remove', { redactionId })));
  const place = () => {
    if (target.kind === 'name') return <span className="faint">{say('redaction.everywhere')}</span>;
    if (target.kind === 'span') {
      const no = questions.find((question) => question.questionId === target.questionId)?.no ?? '';
      const open = () => go({ type: 'openQuestion', questionId: target.questionId, blockId: target.blockId });
      return <LinkButton onPress={open}>{say('redaction.inQuestion', { no })}</LinkButton>;
    }
    const tableId = target.kind === 'cell' ? target.cell.tableId : target.tableId;
    const cell = target.kind === 'cell' ? { rowId: target.cell.rowId, colId: target.cell.colId } : null;
    return <LinkButton onPress={() => go({ type: 'openTable', tableId, cell })}>{say('redaction.inTable')}</LinkButton>;
  };
  return (
    <li>
      <span className="redaction-what">
        <strong className="clip">{getRedactedWords(redaction)}</strong>
        <span aria-hidden>→</span>
        <span className="clip">{printReplacement(redaction)}</span>
      </span>
      <span className="small faint">{say(`redaction.method.${method}`)}</span>
      {place()}
      <span className={record.why === '' ? 'small text-doubt' : 'small faint clip'}>{record.why || say('redaction.noReason')}</span>
      <span className="redaction-actions">
        <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'redaction', mark: null, redaction, fromList: true } })}>
          {say('redaction.edit')}
        </LinkButton>
        <LinkButton onPress={remove}>{say('redaction.remove')}</LinkButton>
      </span>
    </li>
  );
}
