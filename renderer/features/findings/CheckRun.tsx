import { createContext, type ReactNode, useContext, useState } from 'react';
import { identifyFinding } from '../../../shared/checks/identifyFinding';
import type { Finding } from '../../../shared/domain/finding';
import { useQuery } from '../../ipc/useQuery';
import { useNavigator } from '../../workspace/navigation';
import { type AcceptedFinding, findFirstPlace, splitFindings } from './findingOrder';
import { type CheckProgress, useCheckJob } from './useCheckJob';

/** The findings of the open project and where the user is in them. */
export type Checks = {
  /** Worst first, those accepted left out; null before the first run. */
  findings: Finding[] | null;
  accepted: AcceptedFinding[];
  /** How far a run is that was asked for; null while none is. */
  progress: CheckProgress | null;
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
  const job = useCheckJob();
  const { value: acceptances } = useQuery('acceptance:list', {});
  const [selected, setSelected] = useState<string | null>(null);
  const split = job.findings === null ? null : splitFindings(job.findings, acceptances ?? []);

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
    findings: split?.open ?? null,
    accepted: split?.accepted ?? [],
    progress: job.progress,
    stale: job.stale,
    selected,
    run: () => {
      go({ type: 'openTab', tab: 'findings' });
      setSelected(null);
      job.run();
    },
    cancel: job.cancel,
    select,
    step: (direction) => {
      const findings = split?.open ?? [];
      if (findings.length === 0) return;
      const at = findings.findIndex((finding) => identifyFinding(finding) === selected);
      const from = at < 0 && direction === -1 ? 0 : at;
      select(findings[(from + direction + findings.length) % findings.length]!);
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
