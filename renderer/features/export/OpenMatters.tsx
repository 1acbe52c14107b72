import { CircleAlert, CircleDashed } from 'lucide-react';
import type { ProjectDetails, ProjectOverview } from '../../../shared/domain/project';
import type { Variant } from '../../../shared/domain/variant';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { listOpenMatters, type OpenMatter } from './openMatters';

type OpenMattersProps = { project: ProjectOverview; variant: Variant; errors: number | null; onRunChecks: () => void };

/** What a document would be made without, each entry with the way to it. */
export function OpenMatters({ project, variant, errors, onRunChecks }: OpenMattersProps) {
  const { say } = useWords();
  const { value: asks } = useQuery('ask:list', {});
  const current = new Set(project.questions.filter(({ isCurrent }) => isCurrent).map(({ questionId }) => questionId));
  const open = asks?.filter((ask) => ask.state === 'open' && current.has(ask.questionId)).length ?? 0;
  const matters = listOpenMatters(project, variant, { errors, asks: open });
  return (
    <section aria-labelledby="export-open">
      <h3 id="export-open" className="field-label">
        {say('export.open')}
      </h3>
      {matters.length === 0 ? <p className="text-done">{say('export.openNone')}</p> : null}
      <ul className="open-matters">
        {matters.map((matter) => (
          <MatterRow key={keyOf(matter)} matter={matter} onRunChecks={onRunChecks} />
        ))}
      </ul>
    </section>
  );
}

function keyOf(matter: OpenMatter): string {
  if (matter.kind === 'blank') return matter.field;
  return matter.kind === 'unanswered' ? matter.questionId : matter.kind;
}

/** Names of the printed fields, as the details form calls them. */
const FIELD_WORDS = {
  company: 'details.company',
  shortName: 'details.shortName',
  code: 'details.code',
  announcementNo: 'details.announcementNo',
  title: 'details.documentTitle',
  signedOn: 'details.signedOn',
  exchange: 'details.exchange',
  preamble: 'details.preamble',
  closing: 'details.closing',
  signature: 'details.signature',
} as const satisfies Record<keyof ProjectDetails, string>;

function MatterRow({ matter, onRunChecks }: { matter: OpenMatter; onRunChecks: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  switch (matter.kind) {
    case 'blank':
      return (
        <li>
          <CircleDashed size={14} aria-hidden />
          {say('export.blank', { field: say(FIELD_WORDS[matter.field]) })}
          <LinkButton onPress={() => go({ type: 'openDetails' })}>{say('export.go')}</LinkButton>
        </li>
      );
    case 'unanswered':
      return (
        <li>
          <CircleAlert size={14} aria-hidden className="text-doubt" />
          {say('export.unanswered', { question: nameTarget({ questionId: matter.questionId, itemId: null }) })}
          <LinkButton onPress={() => go({ type: 'openQuestion', questionId: matter.questionId })}>{say('export.go')}</LinkButton>
        </li>
      );
    case 'notFinal':
      return (
        <li>
          <CircleDashed size={14} aria-hidden />
          {say('export.notFinal', { count: matter.count })}
          <LinkButton onPress={() => go({ type: 'openOverview' })}>{say('export.go')}</LinkButton>
        </li>
      );
    case 'asks':
      return (
        <li>
          <CircleAlert size={14} aria-hidden className="text-doubt" />
          {say('export.asks', { count: matter.count })}
          <LinkButton onPress={() => go({ type: 'openOverview' })}>{say('export.go')}</LinkButton>
        </li>
      );
    case 'errors':
      return (
        <li>
          <CircleAlert size={14} aria-hidden className="text-error" />
          {say('export.errors', { count: matter.count })}
          <LinkButton
            onPress={() => {
              go({ type: 'closeDialog' });
              go({ type: 'openTab', tab: 'findings' });
            }}
          >
            {say('export.go')}
          </LinkButton>
        </li>
      );
    case 'notChecked':
      return (
        <li>
          <CircleDashed size={14} aria-hidden />
          {say('export.notChecked')}
          <LinkButton onPress={onRunChecks}>{say('shell.check')}</LinkButton>
        </li>
      );
  }
}
