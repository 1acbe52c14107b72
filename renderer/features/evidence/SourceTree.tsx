import { ChevronRight, CircleHelp, FileText, Link2, RefreshCw, Table2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Tree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components';
import type { Source, TableSummary } from '../../../shared/domain/dataTable';
import type { Link } from '../../../shared/domain/link';
import { useNavigator } from '../../workspace/navigation';
import { TABLE_DRAG, useNameTarget } from '../../workspace/useLinkTable';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { AppDialog } from '../../ui/AppDialog';
import { Button as AppButton, IconButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { SourceFiles } from './SourceFiles';
import { describeTable, nameTable } from './tableWords';

type SourceTreeProps = { sources: Source[]; tables: TableSummary[]; links: Link[]; filtered: boolean };

const REPLY_TABLES = 'reply-tables';

/** Sources and, under each, its tables; a table opens by click or Enter and drags onto the question tree. */
export function SourceTree({ sources, tables, links, filtered }: SourceTreeProps) {
  const { say } = useWords();
  const { go } = useNavigator();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<Source | null>(null);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key): Record<string, string> => {
        const table = tables.find((candidate) => candidate.tableId === key);
        return table ? { [TABLE_DRAG]: table.tableId, 'text/plain': nameTable(table, say) } : { 'text/plain': '' };
      }),
    getAllowedDropOperations: () => ['link', 'copy'],
  });
  const groups = [
    ...sources.map((source) => ({
      key: source.sourceId as string,
      source,
      tables: tables.filter((table) => table.sourceId === source.sourceId),
    })),
    { key: REPLY_TABLES, source: null, tables: tables.filter((table) => table.sourceId === null) },
  ].filter((group) => group.tables.length > 0 || (group.source !== null && !filtered));

  return (
    <>
      <h3 className="evidence-heading">{say('evidence.all')}</h3>
      <Tree
        className="source-tree"
        aria-label={say('evidence.list')}
        expandedKeys={groups.map(({ key }) => key).filter((key) => filtered || !folded.has(key))}
        onExpandedChange={(keys) => setFolded(new Set(groups.map(({ key }) => key).filter((key) => !keys.has(key))))}
        onAction={(key) => {
          const table = tables.find((candidate) => candidate.tableId === key);
          if (table) go({ type: 'openTable', tableId: table.tableId });
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {groups.map(({ key, source, tables: own }) => (
          <TreeItem key={key} id={key} textValue={source?.fileName ?? say('evidence.forReply')} className="source-row">
            <TreeItemContent>
              <Button slot="chevron" className="tree-chevron">
                <ChevronRight size={14} aria-hidden />
              </Button>
              <FileText size={16} aria-hidden />
              <span className="clip source-name">{source?.fileName ?? say('evidence.forReply')}</span>
              <span className="small faint source-end">
                {source ? `${say(sourceKind(source))} · ` : ''}
                {say('evidence.tables', { count: own.length })}
              </span>
              {source ? <UpdateSource source={source} /> : null}
              {source ? (
                <IconButton
                  icon={Trash2}
                  label={say('evidence.removeSource', { name: source.fileName })}
                  onPress={() => setRemoving(source)}
                />
              ) : null}
            </TreeItemContent>
            {own.map((table) => (
              <TableRowItem key={table.tableId} table={table} links={links.filter((link) => link.tableId === table.tableId)} />
            ))}
          </TreeItem>
        ))}
      </Tree>
      {removing ? <RemoveSource source={removing} onClose={() => setRemoving(null)} /> : null}
    </>
  );
}

/** Chooses a newer version of a source's file. */
function UpdateSource({ source }: { source: Source }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const choose = () =>
    run(async () => {
      const files = await getHost().pickFiles('source');
      if (files.length > 0) go({ type: 'openDialog', dialog: { name: 'import', files: files.slice(0, 1), updates: source.sourceId } });
    });
  return <IconButton icon={RefreshCw} label={say('evidence.update', { name: source.fileName })} onPress={choose} />;
}

function sourceKind(source: Source) {
  if (source.role === 'draft') return 'evidence.draft' as const;
  return source.disclosed ? ('evidence.disclosed' as const) : ('evidence.internal' as const);
}

function TableRowItem({ table, links }: { table: TableSummary; links: Link[] }) {
  const words = useWords();
  const { say, sayMessage } = words;
  const nameTarget = useNameTarget();
  const name = nameTable(table, say);
  const targets = links.map(nameTarget).join('、');
  return (
    <TreeItem id={table.tableId} textValue={name} className="source-row table-row">
      <TreeItemContent>
        <Table2 size={16} aria-hidden />
        <div className="table-words">
          <p className="clip">{name}</p>
          <p className="clip small faint">{describeTable(table, words)}</p>
        </div>
        {table.doubts.length > 0 ? (
          <span className="chip text-doubt" title={table.doubts.map((doubt) => sayMessage(doubt.reason)).join('\n')}>
            <CircleHelp size={12} aria-hidden />
            {say('evidence.doubtful')}
          </span>
        ) : null}
        {links.length > 0 ? (
          <span className="chip" title={say('evidence.linkedTo', { targets })}>
            <Link2 size={12} aria-hidden />
            <span className="visually-hidden">{say('evidence.linkedTo', { targets })}</span>
            {links.length}
          </span>
        ) : null}
        {table.kind === 'reply' ? <RemoveReplyTable tableId={table.tableId} name={name} /> : null}
        <Button slot="drag" className="visually-hidden">
          {say('evidence.dragTable', { name })}
        </Button>
      </TreeItemContent>
    </TreeItem>
  );
}

/** Takes away a table made for the reply; refused with the places while something uses it. */
function RemoveReplyTable({ tableId, name }: { tableId: TableSummary['tableId']; name: string }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const remove = () =>
    run(async () => {
      await call('replyTable:remove', { tableId });
      showUndoable(say('table.removedReply', { name }));
    });
  return <IconButton icon={Trash2} label={say('table.removeReply', { name })} onPress={remove} />;
}

function RemoveSource({ source, onClose }: { source: Source; onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const remove = () =>
    run(async () => {
      onClose();
      await call('source:remove', { sourceId: source.sourceId });
      showUndoable(say('evidence.removed', { name: source.fileName }));
    });
  return (
    <AppDialog
      title={say('evidence.removeSourceAsk', { name: source.fileName, count: source.tableCount })}
      onClose={onClose}
      alert
      foot={
        <>
          <AppButton autoFocus onPress={onClose}>
            {say('shell.cancel')}
          </AppButton>
          <AppButton kind="danger" onPress={remove}>
            {say('evidence.remove')}
          </AppButton>
        </>
      }
    >
      <p>{say('evidence.removeSourceNote')}</p>
      <SourceFiles source={source} />
    </AppDialog>
  );
}
