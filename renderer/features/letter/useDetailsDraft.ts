import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ProjectDetails } from '../../../shared/domain/project';
import { registerForm, reportUnsaved } from '../../workspace/replyBridge';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { followDetails } from './detailsDraft';

/** The details while they are typed. `save` stores what is not stored yet; whatever leaves the form, or acts on the whole project, does so too. */
export function useDetailsDraft(details: ProjectDetails) {
  const run = useRun();
  const [draft, setDraft] = useState(details);
  const [stored, setStored] = useState(details);
  const waiting = useRef<ProjectDetails | null>(null);
  if (JSON.stringify(stored) !== JSON.stringify(details)) {
    setStored(details);
    setDraft((typed) => followDetails(typed, stored, details));
  }

  const set =
    <Field extends keyof ProjectDetails>(field: Field) =>
    (value: ProjectDetails[Field]) => {
      waiting.current = { ...draft, ...waiting.current, [field]: value };
      setDraft((typed) => ({ ...typed, [field]: value }));
      reportUnsaved(waiting, true);
    };

  const save = useCallback(async () => {
    const sent = waiting.current;
    if (sent === null) return;
    waiting.current = null;
    reportUnsaved(waiting, false);
    try {
      const after = await call('project:setDetails', sent);
      setDraft((typed) => followDetails(typed, sent, after.details));
    } catch (error) {
      waiting.current ??= sent;
      reportUnsaved(waiting, true);
      throw error;
    }
  }, []);

  const leave = useEffectEvent(() => run(save));
  useEffect(() => {
    const withdraw = registerForm(save);
    return () => {
      withdraw();
      leave();
    };
  }, [save]);

  return { draft, set, save };
}
