import { useEffect, useState } from 'react';
import type { QuestionId } from '../../../../shared/domain/ids';
import type { FigureCandidate } from '../../../../shared/ipc/results';
import { call, toErrorValue } from '../../../ipc/client';
import type { ErrorValue } from '../../../../shared/ipc/errors';

const PAUSE_MS = 120;
const MOST = 60;

type Candidates = { list: FigureCandidate[]; error: ErrorValue | null; isFor: string };

/** Cells that fit what is typed, best first; an older answer never replaces a newer one. */
export function useCandidates(text: string, questionId: QuestionId): Candidates {
  const [candidates, setCandidates] = useState<Candidates>({ list: [], error: null, isFor: '' });
  useEffect(() => {
    let isCurrent = true;
    const query = text.trim();
    const timer = setTimeout(() => {
      if (query === '') {
        setCandidates({ list: [], error: null, isFor: '' });
        return;
      }
      call('figure:candidates', { text: query, questionId, limit: MOST }).then(
        (list) => isCurrent && setCandidates({ list, error: null, isFor: query }),
        (error: unknown) => isCurrent && setCandidates({ list: [], error: toErrorValue(error), isFor: query }),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, questionId]);
  return candidates;
}
