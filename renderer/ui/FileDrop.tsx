import { type DragEvent, type ReactNode, useRef, useState } from 'react';

type FileDropProps = { className: string; onFiles: (files: File[]) => void; children: ReactNode | ((over: boolean) => ReactNode) };

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** A place files from the system can be dropped on; other drags pass through. Whatever it takes by dropping must be choosable by a button inside. */
export function FileDrop({ className, onFiles, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  // Entering a child fires before leaving its parent, so depth tells whether the pointer is still inside.
  const depth = useRef(0);

  function onDragEnter(event: DragEvent) {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current += 1;
    setOver(true);
  }
  function onDragLeave(event: DragEvent) {
    if (!holdsFiles(event)) return;
    depth.current -= 1;
    if (depth.current === 0) setOver(false);
  }
  function onDragOver(event: DragEvent) {
    if (holdsFiles(event)) event.preventDefault();
  }
  function onDrop(event: DragEvent) {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  }

  return (
    <div
      className={className}
      data-over={over || undefined}
      onDragEnter={onDragEnter}
      onDragLeave={onDragLeave}
      onDragOver={onDragOver}
      onDrop={onDrop}
    >
      {typeof children === 'function' ? children(over) : children}
    </div>
  );
}
