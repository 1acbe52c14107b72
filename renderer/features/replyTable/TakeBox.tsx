import { useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useWords } from '../../ui/language';

/** Takes a row or column in, or leaves it out. Its line may go with that: the focus stays in the list, on the line that comes in its place. */
export function TakeBox({ name, taken, onChange }: { name: string; taken: boolean; onChange: () => void }) {
  const { say } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const change = () => {
    const list = input.current?.closest('ul');
    const boxes = () => [...(list?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
    const at = boxes().indexOf(input.current!);
    flushSync(onChange);
    const left = boxes();
    left[Math.min(at, left.length - 1)]?.focus();
  };
  return <Checkbox className="check" inputRef={input} aria-label={say('replyTable.take', { name })} isSelected={taken} onChange={change} />;
}
