import { useEffect, useState } from 'react';
import type { ItemId, QuestionId } from '../../../shared/domain/ids';
import { findDemandedFields } from '../../../shared/letter/demandedFields';
import { proposeFromFields } from '../../../shared/tables/reply/proposeFromFields';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { call } from '../../ipc/client';
import { AppDialog } from '../../ui/AppDialog';
import { useWords } from '../../ui/language';
import { showHint } from '../../ui/toasts';
import { useRun } from '../../workspace/useRun';
import { Builder } from './Builder';
import './replyTable.css';

type AskTableDialogProps = { questionId: QuestionId; itemId: ItemId | null; onClose: () => void };

/** Makes a reply table of the fields the letter demands under an item; without an item, under the first one that demands any. */
export function AskTableDialog({ questionId, itemId, onClose }: AskTableDialogProps) {
  const { say } = useWords();
  const run = useRun();
  const [first, setFirst] = useState<ReplyTableDefinition | null>(null);
  useEffect(() => {
    run(async () => {
      const demanded = await readDemanded(questionId, itemId);
      if (demanded) return setFirst(proposeFromFields(demanded.fields, await readLinkedTables(questionId, demanded.itemId)));
      onClose();
      showHint(say('replyTable.noFields'));
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- Read once: a change elsewhere must not take the user's choices away.
  }, []);
  if (first) return <Builder first={first} source={null} edited={null} questionId={questionId} onClose={onClose} />;
  return (
    <AppDialog title={say('replyTable.make')} onClose={onClose} full>
      <p className="faint">{say('shell.loading')}</p>
    </AppDialog>
  );
}

async function readDemanded(questionId: QuestionId, itemId: ItemId | null): Promise<{ itemId: ItemId | null; fields: string[] } | null> {
  const asks = (await call('ask:list', {})).filter((ask) => ask.questionId === questionId);
  const demanded = [...findDemandedFields(asks)];
  const [wanted] = demanded.find(([ask]) => ask.itemId === itemId) ?? demanded[0] ?? [];
  if (!wanted) return null;
  const fields = demanded.flatMap(([ask, own]) => (ask.itemId === wanted.itemId ? own : []));
  return { itemId: wanted.itemId, fields: [...new Set(fields)] };
}

/** Tables that are evidence for the item, or for its whole question; each once. */
async function readLinkedTables(questionId: QuestionId, itemId: ItemId | null) {
  const links = await call('link:list', {});
  const own = links.filter((link) => link.questionId === questionId && (link.itemId === null || itemId === null || link.itemId === itemId));
  return Promise.all([...new Set(own.map((link) => link.tableId))].map((tableId) => call('table:get', { tableId })));
}
