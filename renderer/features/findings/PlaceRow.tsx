import type { FindingPlace } from '../../../shared/domain/finding';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';

/** One side of a finding: which cell or which words, what stands there, and the way to it. */
export function PlaceRow({ place }: { place: FindingPlace }) {
  const { say } = useWords();
  const nameTarget = useNameTarget();
  const { go } = useNavigator();
  const { questionId, blockId, tableId, rowId, colId, label, text } = place;
  const where = [questionId && !tableId ? nameTarget({ questionId, itemId: null }) : '', label ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <li>
      <span className="finding-place" title={`${where} ${text}`}>
        {where === '' ? null : <span className="clip faint">{where}</span>}
        <span className="finding-place-text number">{text}</span>
      </span>
      {questionId ? (
        <LinkButton onPress={() => go({ type: 'openQuestion', questionId, blockId: blockId ?? null })}>
          {say('findings.goReply')}
        </LinkButton>
      ) : null}
      {tableId ? (
        <LinkButton onPress={() => go({ type: 'openTable', tableId, cell: rowId && colId ? { rowId, colId } : null })}>
          {say('findings.goTable')}
        </LinkButton>
      ) : null}
    </li>
  );
}
