import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Finding } from '../../../shared/domain/finding';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { call, onEvent } from '../../ipc/client';
import { findFirstPlace, sortFindings } from './findingOrder';

/** The last run of the checks and where the user is in its findings. */
export type Checks = {
  /** Worst first; null before the first run. */
  findings: Finding[] | null;
  running: boolean;
  /** Something changed since the run. */
  stale: boolean;
  selected: number | null;
  run: () => void;
  select: (index: number) => void;
  /** Goes to the next or previous finding, round the ends. */
  step: (direction: 1 | -1) => void;
};

const ChecksContext = createContext<Checks | null>(null);

/** Holds the findings of the open project. */
export function CheckRunProvider({ children }: { children: ReactNode }) {
  const { go } = useNavigator();
  const run = useRun();
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [running, setRunning] = useState(false);
  const [stale, setStale] = useState(false);
  const [selected, setSelected] = useState<number | null>(null);

  useEffect(() => onEvent('project:changed', () => setStale(true)), []);

  function select(index: number) {
    const finding = findings?.[index];
    if (!finding) return;
    setSelected(index);
    go({ type: 'openTab', tab: 'findings' });
    const place = findFirstPlace(finding, 'question');
    if (place?.questionId) go({ type: 'openQuestion', questionId: place.questionId, blockId: place.blockId ?? null });
    if (place) return;
    // A finding of a source's own table stands in no reply: its table is opened instead.
    const table = findFirstPlace(finding, 'table');
    if (!table?.tableId) return;
    const { tableId, rowId, colId } = table;
    go({ type: 'openTable', tableId, cell: rowId && colId ? { rowId, colId } : null });
  }

  const checks: Checks = {
    findings,
    running,
    stale: stale && findings !== null,
    selected,
    run: () => {
      go({ type: 'openTab', tab: 'findings' });
      setRunning(true);
      run(async () => {
        try {
          await flushReply();
          setFindings(sortFindings(await call('check:run', {})));
          setStale(false);
          setSelected(null);
        } finally {
          setRunning(false);
        }
      });
    },
    select,
    step: (direction) => {
      if (!findings || findings.length === 0) return;
      const from = selected ?? (direction === 1 ? -1 : 0);
      select((from + direction + findings.length) % findings.length);
    },
  };
  return <ChecksContext value={checks}>{children}</ChecksContext>;
}

/** The findings of the open project. */
export function useChecks(): Checks {
  const checks = useContext(ChecksContext);
  if (!checks) throw new Error('useChecks is called inside CheckRunProvider');
  return checks;
}
