import { ArrowDown, ArrowUp } from 'lucide-react';
import { flushSync } from 'react-dom';
import { IconButton } from '../../ui/Button';
import { useWords } from '../../ui/language';

/** Moves a line up or down and keeps the focus on it. */
export function MoveButtons({ name, onMove }: { name: string; onMove: (step: 1 | -1) => void }) {
  const { say } = useWords();
  const move = (step: 1 | -1, target: Element) => {
    flushSync(() => onMove(step));
    if (target instanceof HTMLElement) target.focus();
  };
  return (
    <>
      <IconButton icon={ArrowUp} label={say('replyTable.up', { name })} onPress={(event) => move(-1, event.target)} />
      <IconButton icon={ArrowDown} label={say('replyTable.down', { name })} onPress={(event) => move(1, event.target)} />
    </>
  );
}
