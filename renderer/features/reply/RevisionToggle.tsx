import { PencilLine } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { useWords } from '../../ui/language';
import { toggleRevising, useRevisionMode } from '../../workspace/revisionMode';

/** Turns revision mode on and off; in a review copy it says why it stays on. */
export function RevisionToggle() {
  const { say } = useWords();
  const { isRevising, isForced } = useRevisionMode();
  return (
    <ToggleButton
      className="toolbar-toggle revision-toggle"
      aria-label={say(isForced ? 'revision.modeForced' : 'revision.mode')}
      isSelected={isRevising}
      isDisabled={isForced}
      onChange={toggleRevising}
    >
      <PencilLine size={16} aria-hidden />
      <span className="toolbar-name">{`${say('revision.mode')}  Ctrl+Shift+E`}</span>
    </ToggleButton>
  );
}
