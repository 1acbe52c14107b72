import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { getReplyBridge } from '../../../renderer/workspace/replyBridge';
import { toggleRevising } from '../../../renderer/workspace/revisionMode';
import { ReplyPane } from '../../../renderer/features/reply/ReplyPane';
import { setHost } from '../../../renderer/ipc/client';
import { followChanges } from '../../../renderer/ipc/useQuery';
import '../../../renderer/ui/tokens.css';
import '../../../renderer/ui/base.css';
import '../../../renderer/ui/controls.css';
import { Toasts } from '../../../renderer/ui/toasts';
import type { QuestionId } from '../../../shared/domain/ids';
import { findCommandForKey } from '../../../shared/ipc/menuKeys';
import { createMemoryHost, type MemoryHost } from './memoryHost';
import './harness.css';

declare global {
  interface Window {
    memory: MemoryHost;
    openQuestion: (questionId: string) => void;
    getBridge: typeof getReplyBridge;
    toggleRevising: () => void;
  }
}

z.config({ jitless: true });
window.getBridge = getReplyBridge;
window.toggleRevising = toggleRevising;

window.memory = createMemoryHost(new URLSearchParams(location.search).has('large'));
setHost(window.memory.host);
followChanges();
addEventListener('keydown', (event) => {
  const command = event.defaultPrevented || event.isComposing ? null : findCommandForKey(event, false);
  if (command === null) return;
  if (getReplyBridge()?.runCommand(command)) event.preventDefault();
});

function Harness() {
  const [questionId, setQuestionId] = useState('q1' as QuestionId);
  useEffect(() => {
    window.openQuestion = (id) => setQuestionId(id as QuestionId);
  }, []);
  return (
    <main className="harness">
      <ReplyPane questionId={questionId} />
      <Toasts />
    </main>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Harness />
  </StrictMode>,
);
