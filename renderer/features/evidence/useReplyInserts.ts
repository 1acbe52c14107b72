import { flushSync } from 'react-dom';
import { useNavigator } from '../../workspace/navigation';
import { type ReplyBridge, useReplyBridge } from '../../workspace/replyBridge';

/** Puts a cell or a table into the open reply, which is brought into sight first; null when no reply is open. */
export function useReplyInserts(): Pick<ReplyBridge, 'insertFigure' | 'insertTable'> | null {
  const { at, go } = useNavigator();
  const reply = useReplyBridge();
  if (!reply) return null;
  const show = () => {
    if (at.tableRoom === 'beside') flushSync(() => go({ type: 'giveTableRoom', room: 'pane' }));
  };
  return {
    insertFigure: (cell) => (show(), reply.insertFigure(cell)),
    insertTable: (tableId) => (show(), reply.insertTable(tableId)),
  };
}
