import { FileOutput, ListChecks, Lock, TerminalSquare } from 'lucide-react';
import { Meter } from 'react-aria-components';
import type { ProjectOverview } from '../../shared/domain/project';
import { getHost } from '../ipc/client';
import { Button, IconButton, LinkButton } from '../ui/Button';
import { useWords } from '../ui/language';
import { Deadline } from '../workspace/Deadline';
import { type AppCommand, printKeys } from './keymap';

type TitleBarProps = { project: ProjectOverview; checking: boolean; onCommand: (command: AppCommand) => void };

/** Which matter this is, how long there is, how far it is; and the two things done to all of it. */
export function TitleBar({ project, checking, onCommand }: TitleBarProps) {
  const { say } = useWords();
  const isMac = getHost().platform === 'darwin';
  const name = project.fileName.replace(/\.huihan$/, '');
  const { shortName, company, code } = project.details;
  // Further securities stand behind the share's own codes.
  const facts = [shortName || company, code.split('；', 1)[0], project.letterNo].filter(Boolean);
  return (
    <header className="title-bar">
      <h1 className="clip">
        <LinkButton onPress={() => onCommand('details')}>{name}</LinkButton>
      </h1>
      <span className="clip faint title-facts">{facts.join(' · ')}</span>
      {project.readOnly ? (
        <span className="chip">
          <Lock size={12} aria-hidden />
          {say('shell.readOnly')}
        </span>
      ) : null}
      <span className="title-gap" />
      <Deadline dueOn={project.dueOn} daysLeft={project.tradingDaysLeft} />
      <Progress project={project} />
      <IconButton
        icon={TerminalSquare}
        label={say('shell.commands')}
        keys={printKeys('commands', isMac)}
        onPress={() => onCommand('commands')}
      />
      <Button icon={ListChecks} isDisabled={checking} onPress={() => onCommand('runChecks')}>
        {say('shell.check')}
      </Button>
      <Button kind="primary" icon={FileOutput} onPress={() => onCommand('export')}>
        {say('shell.export')}
      </Button>
    </header>
  );
}

function Progress({ project }: { project: ProjectOverview }) {
  const { say } = useWords();
  const questions = project.questions.filter((question) => question.isCurrent);
  const all = questions.reduce((sum, question) => sum + question.items, 0);
  const done = questions.reduce((sum, question) => sum + question.itemsFinal, 0);
  const words = say('shell.progress', { done, all });
  return (
    <Meter className="title-progress" value={done} maxValue={Math.max(all, 1)} valueLabel={words} aria-label={say('shell.progressName')}>
      {({ percentage }) => (
        <>
          <div className="bar">
            <div style={{ width: `${percentage}%` }} />
          </div>
          <span className="small">{words}</span>
        </>
      )}
    </Meter>
  );
}
