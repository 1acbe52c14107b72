import type { Question } from '../../shared/domain/letter';
import type { Warning } from '../../shared/domain/place';
import { call } from '../ipc/client';
import { LinkButton } from '../ui/Button';
import { useWords } from '../ui/language';
import { findFault, findFaultBlock } from './findFault';
import { useNavigator } from './navigation';
import { useQuestions } from './useLinkTable';
import { useRun } from './useRun';

/** The way from a fault of a finished document to where it is set right; nothing where the project does not hold it. `questions` are those it answers. */
export function FaultLink({ fault, questions }: { fault: Warning; questions?: readonly Question[] }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const all = useQuestions();
  const place = findFault(fault.message, questions ?? all);
  if (place === null) return null;
  const open = () =>
    run(async () => {
      if (place.kind === 'details') return go({ type: 'openDetails' });
      const { questionId } = place.question;
      const { sections } = await call('reply:get', { questionId });
      go({ type: 'openQuestion', questionId, blockId: findFaultBlock(place, sections) });
    });
  return <LinkButton onPress={open}>{say('export.go')}</LinkButton>;
}
