import { useEffect, useEffectEvent, useState } from 'react';
import type { Language } from '../../shared/catalogue/defineWords';
import type { ProjectOverview } from '../../shared/domain/project';
import { say } from '../../shared/catalogue/catalogue';
import type { ErrorValue } from '../../shared/ipc/errors';
import { StartScreen } from '../features/start/StartScreen';
import { call, getHost, onEvent } from '../ipc/client';
import { PasswordPrompt } from '../workspace/PasswordPrompt';
import { openProject } from '../workspace/withPassword';
import { failRunningJobs } from '../ipc/jobs';
import { rereadInLanguage, resetQueries, useQuery } from '../ipc/useQuery';
import { LanguageProvider, useWords } from '../ui/language';
import { Notice } from '../ui/Notice';
import { showDone, showError, Toasts } from '../ui/toasts';
import { FrameContext } from '../workspace/frame';
import { flushReply } from '../workspace/replyBridge';
import { useRun } from '../workspace/useRun';
import { Workbench } from './Workbench';
import './app.css';

/** The whole window: the start screen until a project is open, then the workbench. */
export function App({ firstLanguage }: { firstLanguage: Language }) {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    return getHost().onCoreState((core) => {
      if (core.state === 'running') return;
      failRunningJobs({ code: 'core-stopped', data: {} });
      if (core.state === 'restarted') {
        showDone(say(language, 'shell.coreRestarted', { reason: core.reason }));
        resetQueries();
      } else showError(say(language, 'shell.coreStopped', { reason: core.reason }));
    });
  }, [language]);

  async function switchLanguage() {
    const next = language === 'en' ? 'zh-CN' : 'en';
    await getHost().setLanguage(next);
    rereadInLanguage();
    setLanguage(next);
  }

  return (
    <LanguageProvider language={language}>
      <Project onSwitchLanguage={switchLanguage} />
      <Toasts />
    </LanguageProvider>
  );
}

function Project({ onSwitchLanguage }: { onSwitchLanguage: () => Promise<void> }) {
  const { say, sayError } = useWords();
  const { value: project, error, loading } = useQuery('project:get', {});
  const [starting, setStarting] = useState(false);
  useWindowState(project);

  function onOpened(opened: ProjectOverview) {
    resetQueries();
    setStarting(false);
    if (opened.recovered) showDone(say('shell.recovered'));
    if (opened.setAside) showError(say('shell.setAside', { file: opened.setAside }));
  }
  useOpenRequests(onOpened);
  useSaveFailures();
  const frame = { onOpened, openStart: () => setStarting(true), switchLanguage: onSwitchLanguage };

  if (loading && !project) return <p className="opening faint">{say('shell.loading')}</p>;
  if (error && !project) {
    return (
      <div className="opening">
        <Notice kind="error">{sayError(error)}</Notice>
      </div>
    );
  }
  return (
    <FrameContext value={frame}>
      {project && !starting ? (
        <Workbench key={project.projectId} project={project} />
      ) : (
        <StartScreen project={project} onReturn={() => setStarting(false)} />
      )}
      <PasswordPrompt />
    </FrameContext>
  );
}

/** Opens what the system asks for: a double-clicked file, a second start of the program. */
function useOpenRequests(onOpened: (project: ProjectOverview) => void): void {
  const run = useRun();
  const open = useEffectEvent((token: string) =>
    run(async () => {
      await flushReply();
      const opened = await openProject(token);
      if (opened) onOpened(opened);
    }),
  );
  useEffect(() => getHost().onOpenRequest(({ token }) => open(token)), []);
}

/** Says when the project's file could not be written in the background; the changes are in the working copy until it can. */
function useSaveFailures(): void {
  const { say, sayError } = useWords();
  const run = useRun();
  const tell = useEffectEvent((error: ErrorValue) =>
    showError(say('save.failed', { reason: sayError(error) }), {
      label: say('shell.retry'),
      run: () =>
        run(async () => {
          await call('project:save', {});
          showDone(say('save.done'));
        }),
    }),
  );
  useEffect(() => onEvent('project:saveFailed', ({ error }) => tell(error)), []);
}

function useWindowState(project: ProjectOverview | null): void {
  const { say } = useWords();
  const title = project ? `${project.fileName} — ${say('shell.product')}` : say('shell.product');
  const unsaved = project?.unpublished ?? false;
  useEffect(() => {
    document.title = title;
    void getHost().setWindowState({ title, unsaved });
  }, [title, unsaved]);
}
