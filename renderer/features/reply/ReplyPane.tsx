import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useMemo } from 'react';
import type { QuestionId } from '../../../shared/domain/ids';
import type { VerifierRole } from '../../../shared/domain/letter';
import type { SectionRole } from '../../../shared/domain/reply';
import { REPLY_NAMESPACE } from '../../editor/paste/registerPaste';
import { REPLY_NODES } from '../../editor/replyNodes';
import { useWords, type Words } from '../../ui/language';
import { ReplyDesk } from './ReplyDesk';
import './reply.css';

/** The open reply: toolbar, page and everything that floats above it. Another question opens a fresh editor after the last was saved. */
export function ReplyPane({ questionId }: { questionId: QuestionId }) {
  const words = useWords();
  const config = useMemo(() => createConfig(words), [words]);
  return (
    <LexicalComposer key={`${questionId} ${words.language}`} initialConfig={config}>
      <ReplyDesk questionId={questionId} />
    </LexicalComposer>
  );
}

function createConfig({ say }: Words) {
  const nameSection = (role: SectionRole, verifier: VerifierRole | null) =>
    say(`reply.section.${role}`, { verifier: say(verifier ? `role.${verifier}` : 'reply.section.verifier') });
  return {
    namespace: REPLY_NAMESPACE,
    nodes: REPLY_NODES,
    theme: {
      text: { bold: 'bold', italic: 'italic', underline: 'underline' },
      blockCursor: 'block-cursor',
      sectionLabel: nameSection,
    },
    editorState: null,
    onError(error: Error) {
      throw error;
    },
  };
}
