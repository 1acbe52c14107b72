import { CloudOff, PencilLine } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { findExemption } from '../../shared/domain/exemption';
import type { ProjectOverview } from '../../shared/domain/project';
import { listQuotedNumbers } from '../../shared/figures/sourceNeed';
import { useChecks } from '../features/findings/CheckRun';
import { countFindings } from '../features/findings/findingOrder';
import { onEvent } from '../ipc/client';
import { useQuery } from '../ipc/useQuery';
import { LinkButton } from '../ui/Button';
import { formatTimeOfDay } from '../ui/clock';
import { useWords } from '../ui/language';
import { useNavigator } from '../workspace/navigation';
import { useQuestions } from '../workspace/useLinkTable';
import { useHasUnsaved, useReplyStatus } from '../workspace/replyBridge';
import { useRevisionMode } from '../workspace/revisionMode';
import type { AppCommand } from './keymap';

/** What is saved, what the open reply holds, what the checks found, and that nothing leaves the computer. */
export function StatusBar({ project, onCommand }: { project: ProjectOverview; onCommand: (command: AppCommand) => void }) {
  const { say } = useWords();
  const { at } = useNavigator();
  const isBehind = useIsBehind(project.unpublished);
  const hasUnsaved = useHasUnsaved();
  const saved =
    project.savedAt && !isBehind && !hasUnsaved ? say('status.saved', { time: formatTimeOfDay(project.savedAt) }) : say('status.unsaved');
  return (
    <footer className="status-bar small" data-pane="status">
      <span role="status">{saved}</span>
      {at.centre.view === 'question' ? (
        <ReplyWords project={project} questionId={at.centre.questionId} onLinkAll={() => onCommand('linkAllFigures')} />
      ) : null}
      <FindingsWords />
      <RevisionWords />
      <span className="title-gap" />
      <span className="status-offline" title={say('status.offlineWhy')}>
        <CloudOff size={14} aria-hidden />
        {say('status.offline')}
      </span>
    </footer>
  );
}

/** Whether the project's file lacks something, from the moment core has changed it until core has written it. */
function useIsBehind(atFirst: boolean): boolean {
  const [isBehind, setIsBehind] = useState(atFirst);
  useEffect(() => onEvent('project:changed', () => setIsBehind(true)), []);
  useEffect(() => onEvent('project:saved', () => setIsBehind(false)), []);
  return isBehind;
}

function ReplyWords({ project, questionId, onLinkAll }: { project: ProjectOverview; questionId: string; onLinkAll: () => void }) {
  const { say, language } = useWords();
  const status = useReplyStatus();
  const { value: exemptions } = useQuery('figure:listExempt', {});
  const coverage = project.questions.find((question) => question.questionId === questionId);
  const loose = status?.looseNumbers ?? [];
  const asked = useQuestions().find((question) => question.questionId === questionId)?.text ?? '';
  const quoted = useMemo(() => listQuotedNumbers(asked), [asked]);
  const settled = loose.filter((number) => number.isThreshold || quoted.has(number.key) || findExemption(exemptions ?? [], number)).length;
  const characters = status?.characters ?? coverage?.characters ?? 0;
  return (
    <>
      <span>{say('status.characters', { count: characters.toLocaleString(language) })}</span>
      {status ? (
        <LinkButton onPress={onLinkAll} hint={say('status.linkAllFigures')}>
          {say(settled > 0 ? 'status.figuresSettled' : 'status.figures', {
            all: status.linkedFigures + loose.length,
            linked: status.linkedFigures,
            loose: loose.length - settled,
            settled,
          })}
        </LinkButton>
      ) : (
        <span>{say('status.figuresLinked', { linked: coverage?.figures ?? 0 })}</span>
      )}
    </>
  );
}

/** That edits are recorded now; in a review copy, that they always are. */
function RevisionWords() {
  const { say } = useWords();
  const { isRevising, isForced } = useRevisionMode();
  if (!isRevising) return null;
  return (
    <span className="status-revision" title={say(isForced ? 'revision.modeForced' : 'revision.modeOn')} role="status">
      <PencilLine size={14} aria-hidden />
      {say('revision.status')}
    </span>
  );
}

function FindingsWords() {
  const { say } = useWords();
  const { go } = useNavigator();
  const { findings, stale } = useChecks();
  if (findings === null) return <span>{say('status.notChecked')}</span>;
  const counts = countFindings(findings);
  return (
    <LinkButton onPress={() => go({ type: 'openTab', tab: 'findings' })}>
      {say('status.findings', { errors: counts.error, warnings: counts.warning, notes: counts.note })}
      {stale ? `（${say('status.stale')}）` : ''}
    </LinkButton>
  );
}
