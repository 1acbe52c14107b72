import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useMemo, useRef } from 'react';
import type { QuestionId } from '../../../shared/domain/ids';
import { type EditorHost, EditorHostProvider } from '../../editor/editorHost';
import { ReplyPage } from '../../editor/ReplyPage';
import { ReplyToolbar } from '../../editor/ReplyToolbar';
import { useWords } from '../../ui/language';
import { useReplySession } from './useReplySession';
import { useZoom, ZoomControl } from './zoom';

/** Everything of one open reply; stands inside its editor's composer. */
export function ReplyDesk({ questionId }: { questionId: QuestionId }) {
  const { say, sayError } = useWords();
  const [editor] = useLexicalComposerContext();
  const { session, state } = useReplySession(editor, questionId);
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame);
  const host = useMemo<EditorHost>(
    () => ({ questionId, openTable: () => {}, getFigure: (figureId) => session.getFigure(figureId) }),
    [questionId, session],
  );
  return (
    <EditorHostProvider value={host}>
      <div className="reply-pane" ref={frame}>
        <ReplyToolbar onLinkFigure={() => {}} onInsertTable={() => {}} onInsertPicture={() => {}} onFind={() => {}}>
          <ZoomControl {...zoom} />
        </ReplyToolbar>
        {state.phase === 'failed' ? <p className="reply-problem">{say('reply.saveFailed', { reason: sayError(state.error) })}</p> : null}
        <ReplyPage zoom={zoom.percent / 100} />
      </div>
    </EditorHostProvider>
  );
}
