import type { Variant } from '../../../shared/domain/variant';
import { useNavigator } from '../../workspace/navigation';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

/** Says of the plain announcement that something is withheld, so that another document is the one to publish. */
export function WithheldNote({ variant }: { variant: Variant }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: redactions } = useQuery('redaction:list', {});
  if (variant !== 'announcement' || !redactions || redactions.length === 0) return null;
  return (
    <Notice kind="doubt">
      {say('export.withheld', { count: redactions.length })}{' '}
      <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'redactions' } })}>{say('export.withheldGo')}</LinkButton>
    </Notice>
  );
}
