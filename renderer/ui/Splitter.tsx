import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

type SplitterProps = {
  label: string;
  /** Width in pixels of the pane it belongs to. */
  width: number;
  min: number;
  max: number;
  /** Which side of the splitter its pane is on. */
  side: 'start' | 'end';
  onChange: (width: number) => void;
  /** Enter and double click fold the pane away. */
  onCollapse: () => void;
};

const STEP = 16;

/** The edge of a pane, moved by pointer or arrow keys; it stands inside its pane. */
export function Splitter({ label, width, min, max, side, onChange, onCollapse }: SplitterProps) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const sign = side === 'start' ? 1 : -1;
  const set = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowLeft') set(width - sign * STEP);
    else if (event.key === 'ArrowRight') set(width + sign * STEP);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else if (event.key === 'Enter') onCollapse();
    else return;
    event.preventDefault();
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  }

  function onPointerMove(event: PointerEvent) {
    if (drag.current) set(drag.current.width + sign * (event.clientX - drag.current.x));
  }

  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="splitter"
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
      onDoubleClick={onCollapse}
    />
  );
}
