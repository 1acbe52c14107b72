import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { ProjectOverview } from '../../shared/domain/project';
import { EvidencePane } from '../features/evidence/EvidencePane';
import { CheckRunProvider, useChecks } from '../features/findings/CheckRun';
import { FindingsPane } from '../features/findings/FindingsPane';
import { DetailsForm } from '../features/letter/DetailsForm';
import { LetterDesk } from '../features/letter/desk/LetterDesk';
import { QuestionPane } from '../features/letter/QuestionPane';
import { NumbersPage } from '../features/numbers/NumbersPage';
import { Overview } from '../features/overview/Overview';
import { PreviewPane } from '../features/preview/PreviewPane';
import { ReplyPane } from '../features/reply/ReplyPane';
import { ReviewPane } from '../features/review/ReviewPane';
import { QuestionTree } from '../features/tree/QuestionTree';
import { VersionsPane } from '../features/versions/VersionsPane';
import { getHost } from '../ipc/client';
import { openProject } from '../workspace/withPassword';
import { IconButton } from '../ui/Button';
import { FileDrop } from '../ui/FileDrop';
import { useWords } from '../ui/language';
import { useMediaQuery } from '../ui/useMediaQuery';
import { Splitter } from '../ui/Splitter';
import { Dialogs } from './Dialogs';
import { useFrame } from '../workspace/frame';
import { leadsToSide, navigate, NavigatorContext, START, type Step, useNavigator } from '../workspace/navigation';
import { followPaneFocus, rescueFocus } from '../ui/paneFocus';
import { LIMITS, type PaneSizes, usePaneSizes } from './paneSizes';
import { flushReply } from '../workspace/replyBridge';
import { forceRevising } from '../workspace/revisionMode';
import { SideTabs } from './SideTabs';
import { StatusBar } from './StatusBar';
import { TitleBar } from './TitleBar';
import { useCommandKeys, useCommands } from './useCommands';
import { useRun } from '../workspace/useRun';

/** The open project: questions on the left, reply in the middle, evidence, findings and versions on the right. */
export function Workbench({ project }: { project: ProjectOverview }) {
  const [at, take] = useReducer(navigate, START);
  const [sizes, setSizes] = usePaneSizes();
  const go = (step: Step) => {
    take(step);
    if (sizes.sideFolded && leadsToSide(step)) setSizes({ sideFolded: false });
  };
  return (
    <NavigatorContext value={{ at, go }}>
      <CheckRunProvider>
        <Panes project={project} sizes={sizes} setSizes={setSizes} />
      </CheckRunProvider>
    </NavigatorContext>
  );
}

/** Width of the middle pane at least, and of a window in which all three have room. */
const MIDDLE = 'min(320px, 40vw)';
const LEAST_WIDTH = LIMITS.questions.min + 320 + LIMITS.side.min;

type PanesProps = { project: ProjectOverview; sizes: PaneSizes; setSizes: (change: Partial<PaneSizes>) => void };

function Panes({ project, sizes, setSizes }: PanesProps) {
  const { at, go } = useNavigator();
  const runCommand = useCommands(project);
  const { progress } = useChecks();
  const onFiles = useDroppedFiles();
  useCommandKeys(runCommand, at.dialog !== null);
  // Before the first page takes the focus.
  useLayoutEffect(followPaneFocus, []);
  useEffect(() => forceRevising(project.reviewCopy !== null), [project.reviewCopy]);

  const room = at.table !== null && at.tab === 'evidence' && !sizes.sideFolded ? at.tableRoom : 'pane';
  const isWide = room !== 'pane';
  // The letter beside what was read of it takes the room of the evidence, until something there is asked for; then that of the questions.
  const isLetter = at.centre.view === 'letter';
  const isDesk = isLetter && !at.sideByLetter;
  const isCrowded = isLetter && at.sideByLetter && !sizes.sideFolded;
  // A wide table takes its room from the questions first, so that the reply stays readable beside it.
  // So does the evidence in a small window, or one whose text is large.
  const hasRoomForOne = useMediaQuery(`(width < ${LEAST_WIDTH}px)`) && !isDesk;
  const questionsFolded = sizes.questionsFolded || isWide || isCrowded || (hasRoomForOne && !sizes.sideFolded);
  const left = questionsFolded ? 'var(--rail)' : `minmax(${LIMITS.questions.min}px, ${sizes.questions}px)`;
  const middle = `minmax(${isWide ? '0px' : MIDDLE}, 1fr)`;
  const right = sizes.sideFolded ? 'var(--rail)' : isWide ? 'minmax(0, 60%)' : `minmax(${LIMITS.side.min}px, ${sizes.side}px)`;
  // Beside its source a table needs the room of the reply as well.
  const isBeside = room === 'beside' && !isDesk;
  const columns = isBeside ? `${left} minmax(0, 1fr)` : isDesk ? `${left} ${middle}` : `${left} ${middle} ${right}`;
  return (
    <FileDrop className="workbench" onFiles={onFiles}>
      <TitleBar project={project} checking={progress !== null} onCommand={runCommand} />
      <div className="panes" style={{ gridTemplateColumns: columns }}>
        <QuestionsPane
          project={project}
          sizes={{ ...sizes, questionsFolded }}
          onSizes={(change) => {
            setSizes(hasRoomForOne && change.questionsFolded === false ? { ...change, sideFolded: true } : change);
            if (isWide) go({ type: 'giveTableRoom', room: 'pane' });
            if (isLetter) go({ type: 'leaveSide' });
          }}
        />
        <CentreFrame hidden={isBeside}>
          <CentrePane project={project} />
        </CentreFrame>
        {isDesk ? null : (
          <SidePane
            project={project}
            sizes={sizes}
            onSizes={(change) => (isLetter && change.sideFolded ? go({ type: 'leaveSide' }) : setSizes(change))}
            isMain={isBeside}
          />
        )}
      </div>
      <StatusBar project={project} onCommand={runCommand} />
      <Dialogs project={project} onCommand={runCommand} />
    </FileDrop>
  );
}

type PaneProps = { sizes: PaneSizes; onSizes: (change: Partial<PaneSizes>) => void };

function QuestionsPane({ project, sizes, onSizes }: PaneProps & { project: ProjectOverview }) {
  const { say } = useWords();
  if (sizes.questionsFolded) {
    return (
      <nav className="pane rail" data-pane="questions" aria-label={say('shell.pane.questions')}>
        <IconButton icon={PanelLeftOpen} label={say('shell.expandQuestions')} onPress={() => onSizes({ questionsFolded: false })} />
      </nav>
    );
  }
  return (
    <nav className="pane" data-pane="questions" aria-label={say('shell.pane.questions')}>
      <div className="pane-head">
        <h2>{say('shell.pane.questions')}</h2>
        <IconButton icon={PanelLeftClose} label={say('shell.collapseQuestions')} onPress={() => onSizes({ questionsFolded: true })} />
      </div>
      <QuestionTree project={project} />
      <Splitter
        label={say('shell.splitQuestions')}
        width={sizes.questions}
        {...LIMITS.questions}
        side="start"
        onChange={(questions) => onSizes({ questions })}
        onCollapse={() => onSizes({ questionsFolded: true })}
      />
    </nav>
  );
}

/** The middle pane. What had the focus may go with the page shown before; the pane then keeps it. */
function CentreFrame({ hidden, children }: { hidden: boolean; children: ReactNode }) {
  const { say } = useWords();
  const { centre } = useNavigator().at;
  const pane = useRef<HTMLElement>(null);
  return (
    <main ref={pane} className="pane centre" data-pane="centre" tabIndex={-1} aria-label={say('shell.pane.reply')} hidden={hidden}>
      <FocusKeeper key={JSON.stringify(centre)} pane={pane} />
      {children}
    </main>
  );
}

/** Mounted anew with every page. */
function FocusKeeper({ pane }: { pane: RefObject<HTMLElement | null> }) {
  useEffect(() => rescueFocus(pane.current), [pane]);
  return null;
}

function CentrePane({ project }: { project: ProjectOverview }) {
  const { centre } = useNavigator().at;
  if (centre.view === 'overview') return <Overview project={project} />;
  if (centre.view === 'letter') return <LetterDesk letterId={centre.letterId} />;
  if (centre.view === 'numbers') return <NumbersPage />;
  if (centre.view === 'details') return <DetailsForm key={project.projectId} details={project.details} />;
  return (
    <QuestionPane key={centre.questionId} place={centre}>
      <ReplyPane questionId={centre.questionId} />
    </QuestionPane>
  );
}

/** `isMain` where it stands in the place of the middle pane. */
function SidePane({ project, sizes, onSizes, isMain }: PaneProps & { project: ProjectOverview; isMain: boolean }) {
  const { say } = useWords();
  const { at } = useNavigator();
  if (sizes.sideFolded) {
    return (
      <aside className="pane rail" data-pane="side" aria-label={say('shell.pane.side')}>
        <IconButton icon={PanelRightOpen} label={say('shell.expandSide')} onPress={() => onSizes({ sideFolded: false })} />
      </aside>
    );
  }
  return (
    <section className="pane side" data-pane="side" role={isMain ? 'main' : 'complementary'} aria-label={say('shell.pane.side')}>
      <Splitter
        label={say('shell.splitSide')}
        width={sizes.side}
        {...LIMITS.side}
        side="end"
        onChange={(side) => onSizes({ side })}
        onCollapse={() => onSizes({ sideFolded: true })}
      />
      <SideTabs
        end={<IconButton icon={PanelRightClose} label={say('shell.collapseSide')} onPress={() => onSizes({ sideFolded: true })} />}
        panels={{
          evidence: <EvidencePane centre={at.centre} />,
          findings: <FindingsPane />,
          review: <ReviewPane />,
          versions: <VersionsPane />,
          preview: <PreviewPane project={project} />,
        }}
      />
    </section>
  );
}

/** Files dropped anywhere on the workbench: a project is opened, anything else is offered for import. */
function useDroppedFiles(): (files: File[]) => void {
  const run = useRun();
  const frame = useFrame();
  const { go } = useNavigator();
  return (dropped) =>
    run(async () => {
      const files = await getHost().registerDroppedFiles(dropped);
      const project = files.find((file) => file.name.endsWith('.huihan'));
      if (project) {
        await flushReply();
        const opened = await openProject(project.token);
        if (opened) frame.onOpened(opened);
      } else if (files.length > 0) go({ type: 'openDialog', dialog: { name: 'import', files } });
    });
}
