import { type ReactNode, useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';

export type Spot = { left: number; top: number; width: number; height: number };

type FloatingProps = { spot: Spot; label: string; onClose: () => void; children: ReactNode };

/** What floats beside a place in the text: named, holding the focus, closed by Escape or a click elsewhere. */
export function Floating({ spot, label, onClose, children }: FloatingProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="floating-anchor" style={spot} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={6}
        onOpenChange={(open) => !open && onClose()}
      >
        <Dialog className="floating" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </>
  );
}

/** Where the caret or selection is on screen; the top of `fallback` when the browser has none. */
export function findCaretSpot(fallback: Element | null): Spot {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const rect =
    range && (range.getClientRects()[0] ?? (range.startContainer instanceof Element ? range.startContainer.getBoundingClientRect() : null));
  const { left, top, width, height } = rect ?? fallback?.getBoundingClientRect() ?? new DOMRect(80, 80, 0, 0);
  return { left, top, width: Math.min(width, 400), height: Math.min(height, 40) };
}
