import { version } from '../../package.json';
import { AppDialog } from '../ui/AppDialog';
import { useWords } from '../ui/language';

/** Name, version and the promise that nothing leaves the computer. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  return (
    <AppDialog title={say('shell.product')} onClose={onClose}>
      <p>{say('about.version', { version })}</p>
      <p>{say('about.what')}</p>
    </AppDialog>
  );
}
