import { useState } from 'react';
import type { TableSummary } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { useNavigator } from '../../workspace/navigation';
import { useLinkTable, useNameTarget, useQuestions } from '../../workspace/useLinkTable';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { nameTable } from './tableWords';

/** Links a table to a question or item by keyboard, with a reason. */
export function LinkTableDialog({ tableId, onClose }: { tableId: TableId | null; onClose: () => void }) {
  const { say } = useWords();
  const { at } = useNavigator();
  const linkTable = useLinkTable();
  const questions = useQuestions();
  const nameTarget = useNameTarget();
  const { value: tables } = useQuery('table:list', { sourceId: null });
  const { value: sources } = useQuery('source:list', {});
  const nameWithSource = (candidate: TableSummary) =>
    [nameTable(candidate, say), sources?.find((source) => source.sourceId === candidate.sourceId)?.fileName].filter(Boolean).join(' · ');
  const [table, setTable] = useState<TableId | null>(tableId);
  const [targetKey, setTargetKey] = useState<string | null>(() =>
    at.centre.view === 'question' ? `${at.centre.questionId}/${at.centre.itemId ?? ''}` : null,
  );
  const [reason, setReason] = useState('');
  const targets = questions.flatMap((question) => [
    {
      key: `${question.questionId}/`,
      questionId: question.questionId,
      itemId: null,
      label: `${nameTarget({ ...question, itemId: null })} ${question.title ?? ''}`,
    },
    ...question.items.map((item) => ({
      key: `${question.questionId}/${item.itemId}`,
      questionId: question.questionId,
      itemId: item.itemId,
      label: `${nameTarget({ ...question, ...item })} ${item.text}`,
    })),
  ]);
  const target = targets.find((candidate) => candidate.key === targetKey);

  function link() {
    if (!table || !target) return;
    linkTable({ questionId: target.questionId, itemId: target.itemId }, table, reason.trim());
    onClose();
  }

  return (
    <AppDialog
      title={say('link.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={!table || !target} onPress={link}>
            {say('link.apply')}
          </Button>
        </>
      }
    >
      <ChoiceField
        label={say('link.table')}
        value={table}
        autoFocus={tableId === null}
        onChange={setTable}
        placeholder={say('link.chooseTable')}
        choices={(tables ?? []).map((candidate) => ({ value: candidate.tableId, label: nameWithSource(candidate) }))}
      />
      <ChoiceField
        label={say('link.target')}
        value={target ? targetKey : null}
        autoFocus={tableId !== null}
        onChange={setTargetKey}
        choices={targets.map(({ key, label }) => ({ value: key, label }))}
      />
      <TextInput label={say('link.reason')} value={reason} onChange={setReason} placeholder={say('link.reasonHint')} />
    </AppDialog>
  );
}
