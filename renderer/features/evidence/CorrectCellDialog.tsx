import { useState } from 'react';
import type { CorrectionKind } from '../../../shared/domain/dataTable';
import type { CorrectionResult } from '../../../shared/ipc/results';
import { flushReply } from '../../workspace/replyBridge';
import { sayCellUse } from '../../workspace/sayCellUse';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useHistory, useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { RadioField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { refOf } from './CellBar';
import { describeCell } from './cellPath';
import { ChangedCells } from './ChangedCells';
import { ChangedFigures } from './ChangedFigures';
import type { GridPosition } from './gridCursor';
import type { GridTable } from './gridTable';

/** `proposed` is what a check says should stand there. */
type CorrectCellDialogProps = { table: GridTable; at: GridPosition; proposed: string | undefined; onClose: () => void };

/** Corrects a cell: says beforehand what stands on it, and afterwards what changed, with the way back. */
export function CorrectCellDialog({ table, at, proposed, onClose }: CorrectCellDialogProps) {
  const { say, sayMessage } = useWords();
  const nameTarget = useNameTarget();
  const run = useRun();
  const { undo } = useHistory();
  const ref = refOf(table, at);
  const [before] = useState(table.getRow(at.row)?.cells[at.col]?.text ?? '');
  const [text, setText] = useState(proposed ?? before);
  const [kind, setKind] = useState<CorrectionKind>('misread');
  const [why, setWhy] = useState('');
  const [result, setResult] = useState<CorrectionResult | null>(null);
  const { value: uses } = useQuery('cell:whereUsed', ref ? { cell: ref } : null);
  const { value: sources } = useQuery('source:list', {});
  const disclosed = sources?.find((source) => source.sourceId === table.sourceId)?.disclosed ?? false;
  if (!ref) return null;

  const apply = () =>
    run(async () => {
      await flushReply();
      setResult(await call('cell:correct', { cell: ref, text, kind, why: why.trim() }));
    });

  if (result) {
    const shown = (uses ?? []).filter((use) => use.kind === 'table' || use.kind === 'chart');
    return (
      <AppDialog
        key="done"
        title={say('correct.done')}
        onClose={onClose}
        foot={
          <>
            <Button
              onPress={() => {
                onClose();
                undo();
              }}
            >
              {say('shell.undo')}
            </Button>
            <Button kind="primary" autoFocus onPress={onClose}>
              {say('correct.finish')}
            </Button>
          </>
        }
      >
        <p className="faint">{describeCell(table, at)}</p>
        <p>
          <s>{before}</s> → <strong>{text}</strong>
        </p>
        {result.changedCells.length > 0 ? <ChangedCells changes={result.changedCells} /> : null}
        <ChangedFigures changes={result.changedFigures} />
        {shown.length > 0 ? (
          <p>{say('correct.shownAnew', { where: [...new Set(shown.map((use) => sayCellUse(use, say, nameTarget)))].join('、') })}</p>
        ) : null}
        {result.findings.map((finding, index) => (
          <Notice key={index} kind={finding.severity === 'error' ? 'error' : 'doubt'}>
            {sayMessage(finding.message)}
          </Notice>
        ))}
      </AppDialog>
    );
  }
  return (
    <AppDialog
      title={say('correct.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={text === before || why.trim() === ''} onPress={apply}>
            {say('correct.apply')}
          </Button>
        </>
      }
    >
      <p className="faint">{describeCell(table, at)}</p>
      <TextInput label={say('correct.newText')} value={text} onChange={setText} autoFocus />
      <RadioField
        label={say('correct.kind')}
        value={kind}
        onChange={setKind}
        choices={[
          { value: 'misread', label: say('correct.misread'), note: say('correct.misreadNote') },
          { value: 'restated', label: say('correct.restated'), note: say('correct.restatedNote') },
        ]}
      />
      {kind === 'restated' && disclosed ? <Notice kind="doubt">{say('correct.disclosedNote')}</Notice> : null}
      <TextInput label={say('correct.why')} value={why} onChange={setWhy} placeholder={say('correct.whyHint')} />
      <div>
        <p className="field-label">{uses && uses.length > 0 ? say('correct.willChange') : say('correct.nothingChanges')}</p>
        <ul>
          {uses?.map((use, index) => (
            <li key={index}>{sayCellUse(use, say, nameTarget)}</li>
          ))}
        </ul>
      </div>
    </AppDialog>
  );
}
