import { useMemo, useState } from 'react';
import type { QuestionId, TableId } from '../../../shared/domain/ids';
import { buildReplyTable } from '../../../shared/tables/reply/buildReplyTable';
import { convertMoney } from '../../../shared/tables/reply/editColumns';
import { matchRows } from '../../../shared/tables/reply/editRows';
import { findDefinitionProblem } from '../../../shared/tables/reply/findDefinitionProblem';
import { rankRows } from '../../../shared/tables/reply/rankRows';
import { readSourceCells } from '../../../shared/tables/reply/readSourceCells';
import { listSourceTables, type ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { MONEY_UNITS } from '../../../shared/tables/reply/unitChoices';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import { useNavigator } from '../../workspace/navigation';
import { flushReply, useReplyBridge } from '../../workspace/replyBridge';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { ColumnList } from './ColumnList';
import { Preview } from './Preview';
import { RowList } from './RowList';
import { useSourceTables } from './useSourceTables';

type BuilderProps = {
  first: ReplyTableDefinition;
  /** The table it was begun from; null when a stored reply table is edited. */
  source: TableId | null;
  edited: TableId | null;
  /** The question a new table is evidence for; without it, the one that is open. */
  questionId?: QuestionId;
  onClose: () => void;
};

/** What each part of the builder works with. */
export type Edit = (change: (definition: ReplyTableDefinition) => ReplyTableDefinition) => void;

/** Rows and columns on the left, the table as it prints on the right; nothing is stored before the button. */
export function Builder({ first, source, edited, questionId: asked, onClose }: BuilderProps) {
  const { say } = useWords();
  const { at, go } = useNavigator();
  const run = useRun();
  const reply = useReplyBridge();
  const showUndoable = useShowUndoable();
  const [definition, setDefinition] = useState(first);
  const [added, setAdded] = useState<TableId[]>(source === null ? [] : [source]);
  const sourceIds = [...new Set([...added, ...listSourceTables(definition)])];
  const tables = useSourceTables(sourceIds);
  const sources = sourceIds.flatMap((tableId) => tables.get(tableId) ?? []);
  const getCell = useMemo(() => readSourceCells(tables), [tables]);
  const problem = findDefinitionProblem(definition);
  const printed = useMemo(() => (findDefinitionProblem(definition) ? definition : rankRows(definition, getCell)), [definition, getCell]);
  const built = useMemo(() => (findDefinitionProblem(definition) ? null : buildReplyTable(definition, getCell)), [definition, getCell]);
  const isReady = problem === null && sources.length === sourceIds.length;
  const name = definition.caption || say('evidence.untitled');

  const store = (thenInsert: boolean) =>
    run(async () => {
      await flushReply();
      const questionId = asked ?? (at.centre.view === 'question' ? at.centre.questionId : null);
      const { tableId } = edited
        ? await call('replyTable:update', { tableId: edited, definition })
        : await call('replyTable:create', { questionId, definition });
      go({ type: 'openTable', tableId });
      if (thenInsert) reply?.insertTable(tableId);
      showUndoable(say(edited ? 'replyTable.saved' : 'replyTable.created', { name }));
    });

  return (
    <AppDialog
      title={say(edited ? 'replyTable.edit' : 'replyTable.make')}
      onClose={onClose}
      full
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          {edited ? null : (
            <Button isDisabled={!isReady || !reply} onPress={() => store(true)}>
              {say('replyTable.createAndInsert')}
            </Button>
          )}
          <Button kind="primary" isDisabled={!isReady} onPress={() => store(false)}>
            {say(edited ? 'replyTable.save' : 'replyTable.create')}
          </Button>
        </>
      }
    >
      <div className="builder">
        <div className="builder-choices">
          <div className="builder-head">
            <TextInput
              label={say('replyTable.caption')}
              value={definition.caption ?? ''}
              onChange={(caption) => setDefinition({ ...definition, caption: caption || null })}
              autoFocus
            />
            <div className="builder-pair">
              <TextInput
                label={say('replyTable.unit')}
                value={definition.unit ?? ''}
                onChange={(unit) => setDefinition({ ...definition, unit: unit || null })}
              />
              <ChoiceField
                label={say('replyTable.moneyUnit')}
                value={MONEY_UNITS.find((unit) => unit === definition.unit) ?? null}
                choices={MONEY_UNITS.map((unit) => ({ value: unit, label: unit }))}
                onChange={(unit) => setDefinition(convertMoney(definition, unit))}
              />
            </div>
          </div>
          <ColumnList definition={definition} sources={sources} edit={setDefinition} />
          <RowList definition={definition} sources={sources} edit={setDefinition} />
          <AddSource
            used={[...sourceIds, ...(edited ? [edited] : [])]}
            onChoose={(tableId) =>
              run(async () => {
                const { definition: matchedRows, matched } = matchRows(definition, await call('table:get', { tableId }));
                setDefinition(matchedRows);
                setAdded([...added, tableId]);
                showDone(say('replyTable.sourceMatched', { count: matched }));
              })
            }
          />
        </div>
        <Preview definition={printed} built={built} />
      </div>
    </AppDialog>
  );
}

function AddSource({ used, onChoose }: { used: readonly TableId[]; onChoose: (tableId: TableId) => void }) {
  const { say } = useWords();
  const { value: tables } = useQuery('table:list', { sourceId: null });
  const choices = (tables ?? [])
    .filter((table) => !used.includes(table.tableId))
    .map((table) => ({ value: table.tableId as string, label: table.caption || table.headline || say('evidence.untitled') }));
  if (choices.length === 0) return null;
  return (
    <section className="builder-section">
      <ChoiceField label={say('replyTable.addSource')} value={null} choices={choices} onChange={(id) => onChoose(id as TableId)} />
    </section>
  );
}
