import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { identifyFinding } from '../../../shared/checks/identifyFinding';
import type { Finding } from '../../../shared/domain/finding';
import type { JobId } from '../../../shared/domain/ids';
import { call, onEvent, toErrorValue } from '../../ipc/client';
import { cancelJob, finishJob, useJob } from '../../ipc/jobs';
import { useWords } from '../../ui/language';
import { showError } from '../../ui/toasts';
import { useNavigator } from '../../workspace/navigation';
import { flushReply } from '../../workspace/replyBridge';
import { findFirstPlace, sortFindings } from './findingOrder';

/** The findings of the open project and where the user is in them. */
export type Checks = {
  /** Worst first; null before the first run. */
  findings: Finding[] | null;
  /** How far a run is that was asked for; null while none is. */
  progress: { step: string; done: number; total: number | null } | null;
  /** Something changed that could not be checked again. */
  stale: boolean;
  /** Key of the finding the user is at. */
  selected: string | null;
  run: () => void;
  cancel: () => void;
  select: (finding: Finding) => void;
  /** Goes to the next or previous finding, round the ends. */
  step: (direction: 1 | -1) => void;
};

const ChecksContext = createContext<Checks | null>(null);

/** Holds the findings of the open project; once they were asked for, every change checks again what it reaches. */
export function CheckRunProvider({ children }: { children: ReactNode }) {
  const { go } = useNavigator();
  const { sayError } = useWords();
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [stale, setStale] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ jobId: JobId | null } | null>(null);
  const job = useJob(asked?.jobId ?? null, 'check:run');
  const refresher = useRef({ running: false, again: false });
  const checked = findings !== null;

  useEffect(() => {
    if (!checked) return;
    async function refresh() {
      const state = refresher.current;
      state.again = state.running;
      if (state.running) return;
      state.running = true;
      try {
        const { jobId } = await call('check:run', { changedOnly: true });
        setFindings(sortFindings(await finishJob(jobId, 'check:run')));
        setStale(false);
      } catch {
        // The findings on screen are of another state of the project, which the pane says.
        setStale(true);
      } finally {
        state.running = false;
        if (state.again) void refresh();
      }
    }
    return onEvent('project:changed', ({ nouns }) => {
      if (nouns.some((noun) => CHECKED.has(noun))) void refresh();
    });
  }, [checked]);

  async function runAll() {
    go({ type: 'openTab', tab: 'findings' });
    setAsked({ jobId: null });
    try {
      await flushReply();
      const { jobId } = await call('check:run', {});
      setAsked({ jobId });
      setFindings(sortFindings(await finishJob(jobId, 'check:run')));
      setStale(false);
      setSelected(null);
    } catch (error) {
      const value = toErrorValue(error);
      if (value.code !== 'cancelled') showError(sayError(value));
    } finally {
      setAsked(null);
    }
  }

  function select(finding: Finding) {
    setSelected(identifyFinding(finding));
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
    progress: asked === null ? null : job?.status === 'running' ? job : { step: '', done: 0, total: null },
    stale: stale && checked,
    selected,
    run: () => void runAll(),
    cancel: () => void (asked?.jobId && cancelJob(asked.jobId)),
    select,
    step: (direction) => {
      if (!findings || findings.length === 0) return;
      const at = findings.findIndex((finding) => identifyFinding(finding) === selected);
      const from = at < 0 && direction === -1 ? 0 : at;
      select(findings[(from + direction + findings.length) % findings.length]!);
    },
  };
  return <ChecksContext value={checks}>{children}</ChecksContext>;
}

/** Nouns the checks read. */
const CHECKED: ReadonlySet<string> = new Set(['project', 'letter', 'source', 'table', 'reply', 'figure']);

/** The findings of the open project. */
export function useChecks(): Checks {
  const checks = useContext(ChecksContext);
  if (!checks) throw new Error('useChecks is called inside CheckRunProvider');
  return checks;
}
