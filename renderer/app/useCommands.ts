import { useEffect, useEffectEvent } from 'react';
import type { QuestionId } from '../../shared/domain/ids';
import type { Letter } from '../../shared/domain/letter';
import type { ProjectOverview } from '../../shared/domain/project';
import { useChecks } from '../features/findings/CheckRun';
import { call, getHost } from '../ipc/client';
import { openProject } from '../workspace/withPassword';
import { useWords } from '../ui/language';
import { focusPane } from '../ui/paneFocus';
import { showDone, showHint } from '../ui/toasts';
import { useFrame } from '../workspace/frame';
import { type AppCommand, findWindowCommand } from './keymap';
import { runDeskCommand } from '../workspace/deskBridge';
import { isDeskCommand } from '../workspace/deskKeys';
import { findNeighbour, useNavigator } from '../workspace/navigation';
import { flushReply, getReplyBridge } from '../workspace/replyBridge';
import { toggleRevising } from '../workspace/revisionMode';
import { useQuestions } from '../workspace/useLinkTable';
import { useHistory, useRun, useShowUndoable } from '../workspace/useRun';

const isMac = () => getHost().platform === 'darwin';

/** Runs any command of the open project, from the menu, the keyboard, the palette or a button. */
export function useCommands(project: ProjectOverview): (command: AppCommand) => void {
  const { say } = useWords();
  const { at, go } = useNavigator();
  const frame = useFrame();
  const run = useRun();
  const history = useHistory();
  const showUndoable = useShowUndoable();
  const checks = useChecks();
  const questions = useQuestions();

  function openNeighbour(direction: 1 | -1) {
    const questionId = findNeighbour(
      questions.map((question) => question.questionId),
      at.centre,
      direction,
    );
    if (questionId) go({ type: 'openQuestion', questionId });
  }

  function undoOrRedo(command: 'undo' | 'redo') {
    const focused = document.activeElement;
    // A plain field keeps its own history; only the browser can reach it.
    if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) document.execCommand(command);
    else if (focused instanceof HTMLElement && focused.isContentEditable && getReplyBridge()?.runCommand(command)) return;
    else history[command]();
  }

  function runInReply(command: AppCommand, otherwise: () => void) {
    const bridge = getReplyBridge();
    if (!bridge?.runCommand(command as Parameters<typeof bridge.runCommand>[0])) otherwise();
  }

  const isLetterHere = ({ letterId, questions: asked }: Letter) =>
    (at.centre.view === 'letter' && at.centre.letterId === letterId) ||
    (at.centre.view === 'question' && asked.some(({ questionId }) => isQuestionHere(questionId)));
  const isQuestionHere = (questionId: QuestionId) => at.centre.view === 'question' && at.centre.questionId === questionId;

  /** Opens the letter before or behind the one shown; where none is shown, the first or the last. A question leads to a question. */
  function openNeighbourLetter(direction: 1 | -1) {
    run(async () => {
      const letters = await call('letter:list', {});
      const here = letters.findIndex(isLetterHere);
      const letter = here < 0 ? letters.at(direction === 1 ? 0 : -1) : letters[here + direction];
      if (!letter) return showHint(say('desk.noFurtherLetter'));
      const [first] = letter.questions;
      if (at.centre.view === 'question' && first) go({ type: 'openQuestion', questionId: first.questionId });
      else go({ type: 'openLetter', letterId: letter.letterId });
    });
  }

  return (command) => {
    if (isDeskCommand(command)) {
      go({ type: 'closeDialog' });
      return runDeskCommand(command) ? undefined : showHint(say('desk.openFirst'));
    }
    switch (command) {
      case 'new':
        return frame.openStart();
      case 'open':
        return run(async () => {
          const [file] = await getHost().pickFiles('project');
          if (!file) return;
          await flushReply();
          const opened = await openProject(file.token);
          if (opened) frame.onOpened(opened);
        });
      case 'openSample':
        return run(async () => {
          await flushReply();
          frame.onOpened(await call('project:openSample', {}));
        });
      case 'save':
        return run(async () => {
          await flushReply();
          await call('project:save', {});
          showDone(say('save.done'));
        });
      case 'saveAs':
        return run(async () => {
          const target = await getHost().pickSaveTarget('project', project.fileName);
          if (!target) return;
          await flushReply();
          frame.onOpened(await call('project:saveAs', { target: target.token }));
          showDone(say('save.asDone', { name: target.name }));
        });
      case 'importSource':
        return run(async () => {
          const files = await getHost().pickFiles('source');
          if (files.length > 0) go({ type: 'openDialog', dialog: { name: 'import', files } });
        });
      case 'importDraft':
        return run(async () => {
          const [file] = await getHost().pickFiles('draft');
          if (file) go({ type: 'openDialog', dialog: { name: 'importDraft', file } });
        });
      case 'export':
        return go({ type: 'openDialog', dialog: { name: 'export' } });
      case 'filingSet':
      case 'compareOpinion':
      case 'exchange':
      case 'takeBackWord':
      case 'addPaperRemark':
      case 'redactions':
        return go({ type: 'openDialog', dialog: { name: command } });
      case 'redact':
        return run(async () => {
          const bridge = getReplyBridge();
          const span = bridge?.readSpan() ?? null;
          if (bridge === null || span === null) return showHint(say('redaction.selectFirst'));
          await flushReply();
          const target = { kind: 'span' as const, questionId: bridge.questionId, ...span };
          go({
            type: 'openDialog',
            dialog: { name: 'redaction', mark: { quote: span.quote, targets: { span: target } }, redaction: null },
          });
        });
      case 'undo':
      case 'redo':
        return undoOrRedo(command);
      case 'find':
        return runInReply(command, () => go({ type: 'openDialog', dialog: { name: 'search' } }));
      case 'findEverywhere':
        return go({ type: 'openDialog', dialog: { name: 'search' } });
      case 'commands':
        return go({ type: 'openDialog', dialog: { name: 'commands' } });
      case 'linkFigure':
      case 'insertTable':
      case 'insertPicture':
      case 'insertChart':
      case 'insertReference':
      case 'insertFootnote':
        return runInReply(command, () => showHint(say('shell.openReplyFirst')));
      case 'linkTable':
        return go({ type: 'openDialog', dialog: { name: 'linkTable', tableId: at.table?.tableId ?? null } });
      case 'linkAllFigures':
        return run(async () => {
          await flushReply();
          const questionId = at.centre.view === 'question' ? at.centre.questionId : null;
          const tally = await call('figure:linkAll', { questionId });
          if (tally.linked > 0) showUndoable(say('figures.linkedAll', tally));
          else showHint(say('figures.nothingToLink', tally));
        });
      case 'makeReplyTable':
        return at.table
          ? go({ type: 'openDialog', dialog: { name: 'replyTable', tableId: at.table.tableId } })
          : showHint(say('replyTable.openTableFirst'));
      case 'showOrigin':
        return at.table
          ? go({ type: 'giveTableRoom', room: at.tableRoom === 'beside' && at.tab === 'evidence' ? 'pane' : 'beside' })
          : showHint(say('origin.openTableFirst'));
      case 'makeAskTable': {
        if (at.centre.view !== 'question') return showHint(say('replyTable.openQuestionFirst'));
        const { questionId, itemId } = at.centre;
        return go({ type: 'openDialog', dialog: { name: 'askTable', questionId, itemId } });
      }
      case 'runChecks':
        return checks.run();
      case 'nextFinding':
        return checks.findings ? checks.step(1) : checks.run();
      case 'previousFinding':
        return checks.findings ? checks.step(-1) : checks.run();
      case 'nextQuestion':
        return openNeighbour(1);
      case 'previousQuestion':
        return openNeighbour(-1);
      case 'nextPane':
        return focusPane(1);
      case 'previousPane':
        return focusPane(-1);
      case 'tabEvidence':
        return go({ type: 'openTab', tab: 'evidence' });
      case 'tabFindings':
        return go({ type: 'openTab', tab: 'findings' });
      case 'tabReview':
        return go({ type: 'openTab', tab: 'review' });
      case 'toggleRevision':
        return toggleRevising();
      case 'addComment':
      case 'nextChange':
      case 'previousChange':
      case 'acceptChange':
      case 'rejectChange':
        return runInReply(command, () => showHint(say('shell.openReplyFirst')));
      case 'tabVersions':
        return go({ type: 'openTab', tab: 'versions' });
      case 'tabPreview':
        return go({ type: 'openTab', tab: 'preview' });
      case 'toggleLetter':
        return go({ type: 'toggleLetter' });
      case 'template':
        return go({ type: 'openDialog', dialog: { name: 'template' } });
      case 'numbers':
        return go({ type: 'openNumbers' });
      case 'terms':
        return run(async () => {
          await flushReply();
          go({ type: 'openDialog', dialog: { name: 'terms' } });
        });
      case 'exportRegister':
        return go({ type: 'openDialog', dialog: { name: 'register' } });
      case 'saveVersion':
        return go({ type: 'openDialog', dialog: { name: 'saveVersion' } });
      case 'about':
        return go({ type: 'openDialog', dialog: { name: 'about' } });
      case 'language':
        return run(frame.switchLanguage);
      case 'overview':
        return go({ type: 'openOverview' });
      case 'details':
        return go({ type: 'openDetails' });
      case 'addLetter':
        return run(async () => {
          const [file] = await getHost().pickFiles('letter');
          if (file) go({ type: 'openDialog', dialog: { name: 'addLetter', file } });
        });
      case 'pasteLetter':
        return go({ type: 'openDialog', dialog: { name: 'addLetter', file: null } });
      case 'addOral':
        return go({ type: 'openDialog', dialog: { name: 'addOral' } });
      case 'letterDesk':
        return run(async () => {
          const letters = await call('letter:list', {});
          const shown = letters.find(isLetterHere) ?? letters.at(-1);
          if (shown) go({ type: 'openLetter', letterId: shown.letterId });
        });
      case 'nextLetter':
        return openNeighbourLetter(1);
      case 'previousLetter':
        return openNeighbourLetter(-1);
      case 'backToText':
        return getReplyBridge()?.focus();
    }
  };
}

/** Listens to the host's menu and to the keys no menu has. While a dialog is open only the palette and the search can be exchanged for another. */
export function useCommandKeys(runCommand: (command: AppCommand) => void, dialogOpen: boolean): void {
  const onCommand = useEffectEvent((command: AppCommand) => {
    if (dialogOpen && !['commands', 'findEverywhere', 'undo', 'redo', 'language', 'save'].includes(command)) return;
    runCommand(command);
  });
  useEffect(() => getHost().onMenu((command) => onCommand(command)), []);
  useEffect(() => {
    const onPaneKey = (event: KeyboardEvent) => {
      // In the capture phase, before react-aria's landmarks, which know nothing of our panes.
      if (findWindowCommand(event, isMac()) !== 'previousPane') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onCommand('previousPane');
    };
    const onKey = (event: KeyboardEvent) => {
      const command = event.defaultPrevented || event.isComposing ? null : findWindowCommand(event, isMac());
      if (command === null || command === 'previousPane') return;
      if (command === 'redo') event.preventDefault();
      onCommand(command);
    };
    addEventListener('keydown', onPaneKey, true);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onPaneKey, true);
      removeEventListener('keydown', onKey);
    };
  }, []);
}
