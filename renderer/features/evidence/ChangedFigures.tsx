import type { ChangedFigure } from '../../../shared/domain/figure';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { ChangedTable } from './ChangedTable';

/** Figures whose words changed, where they stand, before and after. */
export function ChangedFigures({ changes }: { changes: readonly ChangedFigure[] }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const nameTarget = useNameTarget();
  if (changes.length === 0) return <p>{say('correct.changedNone')}</p>;
  const lines = changes.map(({ figureId, questionId, before, after }) => ({
    key: figureId,
    name: nameTarget({ questionId, itemId: null }),
    before,
    after,
    open: () => go({ type: 'openQuestion', questionId }),
  }));
  return <ChangedTable caption={say('correct.changed', { count: changes.length })} head={say('overview.question')} lines={lines} />;
}
