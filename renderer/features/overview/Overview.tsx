import type { ProjectOverview } from '../../../shared/domain/project';
import { useNavigator } from '../../workspace/navigation';
import { StatusMark } from '../../workspace/StatusMark';
import { Deadline } from '../../workspace/Deadline';
import type { LinkTarget } from '../../../shared/catalogue/nameTarget';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { AskLedger } from './AskLedger';
import { CoverageMatrix } from './CoverageMatrix';
import { LettersSection } from './LettersSection';
import { type Debtor, groupByDebtor, listOwedWork, listWithoutEvidence, type OwedWork } from './owedWork';
import './overview.css';

/** 谁还欠什么、何时交: what is owed by whom first, then which question stands on which table. Every entry leads to its place. */
export function Overview({ project }: { project: ProjectOverview }) {
  const { say } = useWords();
  const { value: letters } = useQuery('letter:list', {});
  // What is owed now is owed for the newest letter; earlier rounds are listed with their filings.
  const questions = letters?.at(-1)?.questions ?? [];
  const { value: links } = useQuery('link:list', {});
  const owed = listOwedWork(questions);
  return (
    <div className="sheet overview scroll">
      <header className="overview-head">
        <h2 className="sheet-title">{project.letterName}</h2>
        <DeadlineLine project={project} />
      </header>
      <section aria-labelledby="overview-owed">
        <h3 id="overview-owed">{say('overview.owed')}</h3>
        {owed.length === 0 && questions.length > 0 ? <p className="text-done">{say('overview.nothingOwed')}</p> : null}
        {groupByDebtor(owed).map(({ debtor, works }) => (
          <DebtorWork key={nameKey(debtor)} debtor={debtor} works={works} />
        ))}
      </section>
      <LettersSection letters={letters ?? []} />
      <AskLedger questions={questions} />
      <WithoutEvidence targets={listWithoutEvidence(questions, links ?? [])} />
      <CoverageMatrix project={project} questions={questions} links={links ?? []} />
    </div>
  );
}

function WithoutEvidence({ targets }: { targets: LinkTarget[] }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  return (
    <section aria-labelledby="overview-evidence">
      <h3 id="overview-evidence">
        {say('overview.evidence')} <span className="faint small">{targets.length}</span>
      </h3>
      {targets.length === 0 ? <p className="text-done">{say('overview.evidenceNone')}</p> : null}
      <ul className="overview-places">
        {targets.map((target) => (
          <li key={`${target.questionId}${target.itemId}`}>
            <LinkButton onPress={() => go({ type: 'openQuestion', ...target })}>{nameTarget(target)}</LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function nameKey(debtor: Debtor): string {
  return debtor.kind === 'owner' ? `owner ${debtor.name}` : debtor.kind === 'verifier' ? debtor.role : 'company';
}

function DeadlineLine({ project }: { project: ProjectOverview }) {
  const { say } = useWords();
  const { value: letters } = useQuery('letter:list', {});
  const header = letters?.at(-1)?.header;
  return (
    <p className="overview-deadline">
      {header?.issuedOn ? <span className="faint">{say('overview.issued', { date: header.issuedOn })}</span> : null}
      {header?.receivedOn ? <span className="faint">{say('overview.received', { date: header.receivedOn })}</span> : null}
      {project.dueOn && project.tradingDaysLeft !== null ? <span>{say('shell.dueOn', { date: project.dueOn })}</span> : null}
      <Deadline dueOn={project.dueOn} daysLeft={project.tradingDaysLeft} />
    </p>
  );
}

function DebtorWork({ debtor, works }: { debtor: Debtor; works: OwedWork[] }) {
  const { say } = useWords();
  const name = debtor.kind === 'owner' ? debtor.name : debtor.kind === 'verifier' ? say(`role.${debtor.role}`) : say('overview.noOwner');
  return (
    <table className="overview-list">
      <caption>
        {name} <span className="faint small">{works.length}</span>
      </caption>
      <colgroup>
        <col className="overview-where" />
        <col />
        <col className="overview-state" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{say('overview.where')}</span>
          </th>
          <th scope="col">
            <span className="visually-hidden">{say('overview.what')}</span>
          </th>
          <th scope="col">
            <span className="visually-hidden">{say('overview.state')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {works.map((work) => (
          <OwedRow key={`${work.questionId}${work.itemId}`} work={work} />
        ))}
      </tbody>
    </table>
  );
}

function OwedRow({ work }: { work: OwedWork }) {
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  return (
    <tr>
      <td>
        <LinkButton onPress={() => go({ type: 'openQuestion', questionId: work.questionId, itemId: work.itemId })}>
          {nameTarget(work)}
        </LinkButton>
      </td>
      <td className="clip" title={work.text}>
        {work.text}
      </td>
      <td className="overview-marks">
        <StatusMark status={work.status} />
      </td>
    </tr>
  );
}
