import { ZoomIn, ZoomOut } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { Button, IconButton } from '../../ui/Button';
import { useWords } from '../../ui/language';

const STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;
const WHOLE = 100;

export type Zoom = { percent: number; change: (direction: -1 | 0 | 1) => void };

/** Zoom of the document alone: Ctrl with the wheel, with =, - and 0 inside `frame`. */
export function useZoom(frame: RefObject<HTMLElement | null>): Zoom {
  const [percent, setPercent] = useState<number>(WHOLE);
  const change = useCallback(
    (direction: -1 | 0 | 1) =>
      setPercent((now) => {
        if (direction === 0) return WHOLE;
        return (direction > 0 ? STEPS.find((step) => step > now) : STEPS.findLast((step) => step < now)) ?? now;
      }),
    [],
  );
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.deltaY !== 0) change(event.deltaY < 0 ? 1 : -1);
    };
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const direction = event.key === '=' || event.key === '+' ? 1 : event.key === '-' ? -1 : event.key === '0' ? 0 : null;
      if (direction === null) return;
      event.preventDefault();
      change(direction);
    };
    element.addEventListener('wheel', turn, { passive: false });
    element.addEventListener('keydown', press);
    return () => {
      element.removeEventListener('wheel', turn);
      element.removeEventListener('keydown', press);
    };
  }, [frame, change]);
  return { percent, change };
}

/** The zoom as it stands, with smaller and larger. */
export function ZoomControl({ percent, change }: Zoom) {
  const { say } = useWords();
  return (
    <>
      <IconButton icon={ZoomOut} label={say('reply.zoomOut')} keys="Ctrl+-" onPress={() => change(-1)} />
      <Button kind="quiet" aria-label={say('reply.zoomReset', { percent })} onPress={() => change(0)}>
        {`${percent}%`}
      </Button>
      <IconButton icon={ZoomIn} label={say('reply.zoomIn')} keys="Ctrl+=" onPress={() => change(1)} />
    </>
  );
}
