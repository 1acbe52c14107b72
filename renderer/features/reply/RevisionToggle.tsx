import { PencilLine } from 'lucide-react';
import { IconToggle } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { toggleRevising, useRevisionMode } from '../../workspace/revisionMode';

/** Turns revision mode on and off; in a review copy it says why it stays on. */
export function RevisionToggle() {
  const { say } = useWords();
  const { isRevising, isForced } = useRevisionMode();
  return (
    <IconToggle
      icon={PencilLine}
      label={say(isForced ? 'revision.modeForced' : 'revision.mode')}
      keys={isForced ? '' : 'Ctrl+Shift+E'}
      isSelected={isRevising}
      isDisabled={isForced}
      onChange={toggleRevising}
    />
  );
}
