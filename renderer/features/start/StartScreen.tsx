import { FilePlus2, FolderOpen, Languages } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ProjectOverview } from '../../../shared/domain/project';
import type { RecentProject } from '../../../shared/ipc/results';
import { useFrame } from '../../workspace/frame';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { openProject } from '../../workspace/withPassword';
import { Button, LinkButton } from '../../ui/Button';
import { formatDayAndTime } from '../../ui/clock';
import { FileDrop } from '../../ui/FileDrop';
import { useWords } from '../../ui/language';
import { PasteLetterDialog } from '../../workspace/PasteLetterDialog';
import { type LetterInHand, LetterPreview } from './LetterPreview';
import './start.css';

/** Where the program opens: a new project from a letter first, then what was open before, and the sample. */
export function StartScreen({ project, onReturn }: { project: ProjectOverview | null; onReturn: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const frame = useFrame();
  const [letter, setLetter] = useState<LetterInHand | null>(null);
  const [pasting, setPasting] = useState(false);
  const recent = useRecentProjects();
  const open = async (token: string) => {
    const opened = await openProject(token);
    if (opened) frame.onOpened(opened);
  };

  const pickLetter = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('letter');
      if (file) setLetter({ file });
    });
  const dropped = (files: File[]) =>
    run(async () => {
      const [file] = await getHost().registerDroppedFiles(files.slice(0, 1));
      if (!file) return;
      if (file.name.endsWith('.huihan')) await open(file.token);
      else setLetter({ file });
    });
  const pickProject = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('project');
      if (file) await open(file.token);
    });
  const openSample = () => run(async () => frame.onOpened(await call('project:openSample', {})));
  const openRecent = (token: string) => run(() => open(token));

  if (letter) {
    const key = `${letter.file?.token ?? 'pasted'}${letter.pages ? 'read' : ''}`;
    return <LetterPreview key={key} letter={letter} onLetter={setLetter} onBack={() => setLetter(null)} onAnother={pickLetter} />;
  }
  return (
    <main className="start" data-pane="start">
      <header className="start-head">
        <h1>{say('shell.product')}</h1>
        <Button kind="quiet" icon={Languages} onPress={() => run(frame.switchLanguage)}>
          {say('command.language')}
        </Button>
      </header>
      <section className="start-new" aria-labelledby="start-new">
        <h2 id="start-new">{say('start.new')}</h2>
        <FileDrop className="start-drop" onFiles={dropped}>
          {(over) => (
            <>
              <FilePlus2 size={28} strokeWidth={1.25} aria-hidden />
              <p className="start-drop-words">{over ? say('start.dropNow') : say('start.drop')}</p>
              <Button kind="primary" autoFocus onPress={pickLetter}>
                {say('start.choose')}
              </Button>
              <LinkButton onPress={() => setPasting(true)}>{say('start.paste')}</LinkButton>
              <p className="faint small">{say('start.formats')}</p>
            </>
          )}
        </FileDrop>
        {pasting ? (
          <PasteLetterDialog
            onClose={() => setPasting(false)}
            onRead={(text) => {
              setPasting(false);
              setLetter({ file: null, pages: [{ text, confirmed: true }] });
            }}
          />
        ) : null}
      </section>
      <section className="start-open" aria-labelledby="start-recent">
        <h2 id="start-recent">{say('start.recent')}</h2>
        {project ? (
          <Button onPress={onReturn}>
            <span className="clip">{say('start.returnToProject', { name: project.fileName })}</span>
          </Button>
        ) : null}
        <RecentList recent={recent} onOpen={openRecent} />
        <Button icon={FolderOpen} onPress={pickProject}>
          {say('start.open')}
        </Button>
        <div className="start-sample">
          <Button onPress={openSample}>{say('start.sample')}</Button>
          <p className="faint small">{say('start.sampleNote')}</p>
        </div>
      </section>
    </main>
  );
}

function RecentList({ recent, onOpen }: { recent: RecentProject[]; onOpen: (token: string) => void }) {
  const { say } = useWords();
  if (recent.length === 0) return <p className="faint">{say('start.noRecent')}</p>;
  return (
    <ul className="start-recent">
      {recent.map((entry) => (
        <li key={entry.token}>
          <LinkButton onPress={() => onOpen(entry.token)}>{entry.fileName}</LinkButton>
          <p className="faint small clip">
            {entry.folder} · {say('start.openedAt', { time: formatDayAndTime(entry.openedAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function useRecentProjects(): RecentProject[] {
  const run = useRun();
  const [recent, setRecent] = useState<RecentProject[]>([]);
  useEffect(() => {
    run(async () => setRecent(await getHost().listRecent()));
  }, [run]);
  return recent;
}
