import { Fragment } from 'react';
import type { Question, VerifierRole } from '../../../shared/domain/letter';
import { SIGN_OFF_ROLES, type SignOff, type SignOffRole } from '../../../shared/domain/signOff';
import type { PrintoutKind } from '../../../shared/ipc/results';
import { StatusMark } from '../../workspace/StatusMark';
import type { LinkTarget } from '../../../shared/catalogue/nameTarget';
import { useNameTarget, useQuestions } from '../../workspace/useLinkTable';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { finishJob } from '../../ipc/jobs';
import { useQuery } from '../../ipc/useQuery';
import { Button, LinkButton } from '../../ui/Button';
import { Changed } from '../../ui/Changed';
import { formatDayAndTime } from '../../ui/clock';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';

/** Each item with its owner, status, day and sign-offs; a sign-off that lapsed shows what changed. And the papers to print of it. */
export function StatusTable() {
  const { say } = useWords();
  const questions = useQuestions();
  const { value: signOffs } = useQuery('signOff:list', { questionId: null });
  const { value: dues } = useQuery('due:list', {});
  const works = questions.flatMap((question) => (question.items.length > 0 ? question.items : [null]).map((item) => ({ question, item })));
  return (
    <>
      <Printouts questions={questions} />
      <table className="status-table">
        <thead>
          <tr>
            {(['item', 'owner', 'status', 'due'] as const).map((name) => (
              <th key={name} scope="col">
                {say(`status.${name}`)}
              </th>
            ))}
            {SIGN_OFF_ROLES.map((role) => (
              <th key={role} scope="col">
                {say(`status.role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {works.map(({ question, item }) => {
            const target = { questionId: question.questionId, itemId: item?.itemId ?? null };
            const own = (one: LinkTarget) => one.questionId === target.questionId && one.itemId === target.itemId;
            return (
              <WorkRow
                key={`${target.questionId} ${target.itemId ?? ''}`}
                target={target}
                owner={item?.owner ?? question.owner}
                status={(item ?? question).status}
                dueOn={dues?.find(own)?.dueOn ?? ''}
                signOffs={signOffs?.filter(own) ?? []}
              />
            );
          })}
        </tbody>
      </table>
    </>
  );
}

type WorkRowProps = { target: LinkTarget; owner: string | null; status: Question['status']; dueOn: string; signOffs: readonly SignOff[] };

function WorkRow({ target, owner, status, dueOn, signOffs }: WorkRowProps) {
  const { say } = useWords();
  const run = useRun();
  const name = useNameTarget()(target);
  const setDue = (day: string) => run(async () => void (await call('due:set', { targets: [target], dueOn: day || null })));
  const lapsed = signOffs.filter(({ changes }) => changes.length > 0);
  return (
    <>
      <tr>
        <th scope="row">{name}</th>
        <td>{owner ?? <span className="faint">—</span>}</td>
        <td>
          <StatusMark status={status} />
        </td>
        <td className="status-due">
          <TextInput type="date" hideLabel label={say('status.dueOf', { item: name })} value={dueOn} onChange={setDue} />
        </td>
        {SIGN_OFF_ROLES.map((role) => (
          <td key={role}>
            <SignOffCell role={role} target={target} item={name} signOff={signOffs.find((one) => one.role === role) ?? null} />
          </td>
        ))}
      </tr>
      {lapsed.map((signOff) => (
        <tr key={signOff.signOffId} className="status-changes">
          <td colSpan={4 + SIGN_OFF_ROLES.length}>
            <Changes signOff={signOff} />
          </td>
        </tr>
      ))}
    </>
  );
}

type SignOffCellProps = { role: SignOffRole; target: LinkTarget; item: string; signOff: SignOff | null };

function SignOffCell({ role, target, item, signOff }: SignOffCellProps) {
  const { say } = useWords();
  const run = useRun();
  const sign = () => run(async () => void (await call('signOff:add', { ...target, role })));
  const remove = () => run(async () => void (signOff && (await call('signOff:remove', { signOffId: signOff.signOffId }))));
  const roleName = say(`status.role.${role}`);
  if (!signOff) {
    return (
      <LinkButton aria-label={say('status.signOf', { role: roleName, item })} onPress={sign}>
        {say('status.sign')}
      </LinkButton>
    );
  }
  const hasLapsed = signOff.changes.length > 0;
  return (
    <>
      <p className={hasLapsed ? 'text-doubt' : 'text-done'}>
        {hasLapsed
          ? say('status.lapsed', { count: signOff.changes.length })
          : `✓ ${say('status.signed', { actor: signOff.actor, at: formatDayAndTime(signOff.at) })}`}
      </p>
      <LinkButton onPress={hasLapsed ? sign : remove}>{say(hasLapsed ? 'status.again' : 'status.takeBack')}</LinkButton>
    </>
  );
}

/** What changed since somebody signed, side by side. */
function Changes({ signOff: { role, actor, at, changes } }: { signOff: SignOff }) {
  const { say } = useWords();
  return (
    <>
      <p className="small faint">
        {say(`status.role.${role}`)} · {say('status.signed', { actor, at: formatDayAndTime(at) })}
      </p>
      <dl className="two-columns">
        {changes.map(({ kind, ours, theirs }) => (
          <Fragment key={`${kind} ${ours} ${theirs}`}>
            <dt>
              <Changed text={ours} other={theirs} />
            </dt>
            <dd>
              <Changed text={theirs} other={ours} isNew />
            </dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

/** Papers to print: who owes what, the log, and a list for each verifier the letter asks. */
function Printouts({ questions }: { questions: readonly Question[] }) {
  const { say } = useWords();
  const run = useRun();
  const roles = [...new Set(questions.flatMap(({ verifications }) => verifications.map(({ role }) => role)))];
  const print = (kind: PrintoutKind, role?: VerifierRole) =>
    run(async () => {
      const name = role ? `${say('printout.packet')}（${say(`role.${role}`)}）` : say(`printout.${kind}`);
      const target = await getHost().pickSaveTarget('announcement', `${name}.docx`);
      if (!target) return;
      const { fileName } = await finishJob((await call('printout:export', { kind, role, target: target.token })).jobId, 'printout:export');
      showDone(say('status.printed', { file: fileName }));
    });
  return (
    <p className="status-print">
      {say('status.print')}
      <Button onPress={() => print('owed')}>{say('status.printOwed')}</Button>
      {roles.map((role) => (
        <Button key={role} onPress={() => print('packet', role)}>
          {say('status.printPacket', { role: say(`role.${role}`) })}
        </Button>
      ))}
      <Button onPress={() => print('changeLog')}>{say('status.printLog')}</Button>
    </p>
  );
}
