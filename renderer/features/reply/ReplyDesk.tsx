import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, $getSelection, $isRangeSelection, HISTORY_PUSH_TAG } from 'lexical';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { FigureFormat } from '../../../shared/domain/figure';
import type { FigureId, QuestionId, TableId } from '../../../shared/domain/ids';
import type { MenuCommand } from '../../../shared/ipc/host';
import { isRevising } from '../../workspace/revisionMode';
import { useNavigator } from '../../workspace/navigation';
import { $insertBlocks } from '../../editor/blocks/insertNodes';
import { type EditorHost, EditorHostProvider } from '../../editor/editorHost';
import { putChart } from '../../editor/chart/putChart';
import { insertReference } from '../../editor/crossReference/insertReference';
import { $isFigureNode } from '../../editor/figure/FigureNode';
import { $insertFootnote } from '../../editor/footnote/insertFootnote';
import { $readSections } from '../../editor/mapping/sections';
import type { Insertion } from '../../editor/InsertMenu';
import { ReplyPage } from '../../editor/ReplyPage';
import { ReplyToolbar } from '../../editor/ReplyToolbar';
import { $createTableReferenceNode } from '../../editor/tableReference/TableReferenceNode';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { CellReviewBox } from './CellReviewBox';
import { CommentBox } from './CommentBox';
import { ConflictDialog } from './ConflictDialog';
import { FigureCardFloat } from './FigureCardFloat';
import { FindBar } from './FindBar';
import { findCaretSpot, Floating, type Spot } from './Floating';
import { FigurePicker } from './figure/FigurePicker';
import { type PickerOp, readFormat } from './figure/figureFormats';
import { insertEquals, useEqualsKey } from './figure/useEqualsKey';
import { useFigureCard } from './figure/useFigureCard';
import { useFigureTasks } from './figure/useFigureTasks';
import { ReferencePicker } from './ReferencePicker';
import { OverrideCard } from './OverrideCard';
import { RevisionToggle } from './RevisionToggle';
import { TablePicker } from '../../workspace/TablePicker';
import { usePaste } from './usePaste';
import { usePictureInput } from './usePictureInput';
import { useReferences } from './useReferences';
import { useReplyBridgeOf } from './useReplyBridge';
import { useReplySession } from './useReplySession';
import { useRevision } from './useRevision';
import { useShownBlock } from './useShownBlock';
import { useZoom, ZoomControl } from './zoom';

/** What floats over the text, and where. A figure picker with `figureId` changes that figure. */
type Panel =
  | { kind: 'figure'; spot: Spot; query: string; format: FigureFormat | null; figureId: FigureId | null; start: PickerOp }
  | { kind: 'tables'; spot: Spot }
  | { kind: 'references'; spot: Spot };

/** Everything of one open reply; stands inside its editor's composer. */
export function ReplyDesk({ questionId }: { questionId: QuestionId }) {
  const { say, sayError } = useWords();
  const { go } = useNavigator();
  const [editor] = useLexicalComposerContext();
  const { session, state } = useReplySession(editor, questionId);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [isPostponed, setIsPostponed] = useState(false);
  const [find, setFind] = useState<{ withReplace: boolean; initial: string } | null>(null);
  const figures = useFigureTasks(editor, session, questionId);
  const { card, close: closeCard, hold } = useFigureCard(editor);
  const pictureInput = usePictureInput(editor);
  usePaste(editor, {
    insertPictures: pictureInput.insert,
    adoptFigures: figures.adopt,
    travels: (changeId) => session.isComment(changeId) && !isRevising(),
  });
  useShownBlock(editor, state.phase);
  const revision = useRevision(editor, session, questionId);

  const host = useMemo<EditorHost>(
    () => ({
      questionId,
      openTable: (tableId, cell) => go({ type: 'openTable', tableId, cell }),
      openChart: (nodeKey, chart) => go({ type: 'openDialog', dialog: { name: 'chart', questionId, chart, nodeKey } }),
      getFigure: (figureId) => session.getFigure(figureId),
    }),
    [questionId, session, go],
  );

  const readSelected = () => editor.read(() => ($isRangeSelection($getSelection()) ? ($getSelection()?.getTextContent() ?? '') : ''));
  const openFigures = () => {
    const query = readSelected().trim();
    setPanel({ kind: 'figure', spot: findCaretSpot(frame.current), query, format: readFormat(query), figureId: null, start: 'cell' });
  };
  useEqualsKey(editor, () =>
    setPanel({ kind: 'figure', spot: findCaretSpot(frame.current), query: '', format: null, figureId: null, start: 'difference' }),
  );
  const openTables = () => setPanel({ kind: 'tables', spot: findCaretSpot(frame.current) });
  const insert = (what: Insertion) => {
    if (what === 'picture') pictureInput.choose();
    else if (what === 'chart') go({ type: 'openDialog', dialog: { name: 'chart', questionId, chart: null, nodeKey: null } });
    else if (what === 'reference') setPanel({ kind: 'references', spot: findCaretSpot(frame.current) });
    else editor.update(() => $insertFootnote(), { tag: HISTORY_PUSH_TAG });
  };
  const openFind = (withReplace: boolean) => {
    const selected = readSelected();
    setFind({ withReplace, initial: selected.includes('\n') ? '' : selected });
  };
  const insertTable = (tableId: TableId) => {
    editor.update(() => $insertBlocks([$createTableReferenceNode(tableId)]), { tag: HISTORY_PUSH_TAG });
    editor.focus();
  };
  const closePanel = () => {
    setPanel(null);
    if (panel?.kind === 'figure' && panel.start !== 'cell') insertEquals(editor);
    editor.focus();
  };
  const runCommand = (command: MenuCommand): boolean => {
    if (command === 'linkFigure') openFigures();
    else if (command === 'insertTable') openTables();
    else if (command === 'insertPicture') insert('picture');
    else if (command === 'insertChart') insert('chart');
    else if (command === 'insertReference') insert('reference');
    else if (command === 'insertFootnote') insert('footnote');
    else if (command === 'find') openFind(true);
    else return revision.runCommand(command);
    return true;
  };
  useReplyBridgeOf(editor, questionId, {
    insertFigure: figures.insertCell,
    insertTable,
    putChart: (chart, nodeKey) => putChart(editor, chart, nodeKey),
    flush: () => session.flush(),
    showChange: revision.showChange,
    runCommand,
  });
  useReferences(editor, questionId);

  const pressKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'h') return;
    event.preventDefault();
    openFind(true);
  };
  return (
    <EditorHostProvider value={host}>
      <div className="reply-pane" ref={frame} onKeyDown={pressKey}>
        <ReplyToolbar onLinkFigure={openFigures} onInsertTable={openTables} onInsert={insert} onFind={() => openFind(true)}>
          <RevisionToggle />
          <ZoomControl {...zoom} />
        </ReplyToolbar>
        {find ? <FindBar key={find.initial} {...find} onClose={() => (setFind(null), editor.focus())} /> : null}
        {state.phase === 'failed' ? <p className="reply-problem">{say('reply.saveFailed', { reason: sayError(state.error) })}</p> : null}
        {state.phase === 'conflict' && isPostponed ? (
          <p className="reply-problem">
            {say('reply.conflict.waiting')}
            <LinkButton onPress={() => setIsPostponed(false)}>{say('reply.conflict.choose')}</LinkButton>
          </p>
        ) : null}
        <ReplyPage zoom={zoom.percent / 100} />
        {pictureInput.input}
        {card ? (
          <FigureCardFloat
            editor={editor}
            session={session}
            card={card}
            onHold={hold}
            onClose={closeCard}
            onCorrect={({ tableId, rowId, colId }) => go({ type: 'openTable', tableId, cell: { rowId, colId } })}
            onPick={({ nodeKey }, keepsCell) => {
              const node = editor.read(() => $getNodeByKey(nodeKey));
              if (!$isFigureNode(node)) return;
              const [figureId, query] = editor.read(() => [node.getFigureId(), node.getShown()]);
              const rect = editor.getElementByKey(nodeKey)!.getBoundingClientRect();
              const spot = { left: rect.left, top: rect.top, width: rect.width, height: rect.height };
              const format = session.getFigure(figureId)?.format ?? null;
              setPanel({ kind: 'figure', spot, query: keepsCell ? query : '', format, figureId, start: 'cell' });
            }}
            onUnlink={({ nodeKey }) => figures.unlink(nodeKey)}
          />
        ) : null}
        {panel?.kind === 'figure' ? (
          <Floating spot={panel.spot} label={say('reply.figure.title')} onClose={closePanel}>
            <FigurePicker
              questionId={questionId}
              query={panel.query}
              format={panel.format}
              start={panel.start}
              changed={panel.figureId === null ? null : (session.getFigure(panel.figureId) ?? null)}
              onCancel={closePanel}
              onChoose={(formula, format) => {
                setPanel(null);
                if (panel.figureId === null) figures.insert(formula, format);
                else figures.change(panel.figureId, formula, format);
              }}
            />
          </Floating>
        ) : null}
        <OverrideCard editor={editor} session={session} />
        {revision.comment ? (
          <Floating spot={revision.comment.spot} label={say('revision.comment')} onClose={revision.closeComment}>
            <CommentBox
              quote={revision.comment.anchor.quote}
              onSave={(text) => revision.addComment(revision.comment!.anchor, text)}
              onCancel={revision.closeComment}
            />
          </Floating>
        ) : null}
        {revision.cell ? (
          <Floating spot={revision.cell.spot} label={say('revision.cellTitle')} onClose={revision.closeCell}>
            <CellReviewBox questionId={questionId} cell={revision.cell} onPropose={revision.propose} onComment={revision.addComment} />
          </Floating>
        ) : null}
        {panel?.kind === 'tables' ? (
          <Floating spot={panel.spot} label={say('reply.tables.title')} onClose={closePanel}>
            <TablePicker questionId={questionId} onChoose={(tableId) => (setPanel(null), insertTable(tableId))} />
          </Floating>
        ) : null}
        {panel?.kind === 'references' ? (
          <Floating spot={panel.spot} label={say('reference.insert')} onClose={closePanel}>
            <ReferencePicker
              questionId={questionId}
              flush={() => session.flush()}
              onChoose={(place) => {
                setPanel(null);
                insertReference(editor, place);
              }}
            />
          </Floating>
        ) : null}
        {state.phase === 'conflict' && !isPostponed ? (
          <ConflictDialog
            mine={editor.read($readSections)}
            theirs={state.theirs}
            onKeepMine={() => void session.keepMine()}
            onTakeTheirs={() => session.takeTheirs()}
            onLater={() => setIsPostponed(true)}
          />
        ) : null}
      </div>
    </EditorHostProvider>
  );
}
