import { isPublished, type Variant } from '../../../shared/domain/variant';
import { useNavigator } from '../../workspace/navigation';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

/** Says of the plain announcement that something is withheld, so that another document is the one to publish; of 报备稿 and 签批稿, that they hold it. */
export function WithheldNote({ variant }: { variant: Variant }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: redactions } = useQuery('redaction:list', {});
  const isFull = !isPublished(variant);
  if ((variant !== 'announcement' && !isFull) || !redactions || redactions.length === 0) return null;
  const count = redactions.length;
  return (
    <Notice kind="doubt">
      {isFull ? say('export.holdsWithheld', { variant: say(`variant.${variant}`), count }) : say('export.withheld', { count })}{' '}
      <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'redactions' } })}>{say('export.withheldGo')}</LinkButton>
    </Notice>
  );
}
