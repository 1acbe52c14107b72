import { CircleAlert, CircleHelp, Info } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { error: CircleAlert, doubt: CircleHelp, info: Info };

/** A sentence in the flow of a screen: an error, a doubt or a remark; told apart by shape and colour. */
export function Notice({ kind, children }: { kind: 'error' | 'doubt' | 'info'; children: ReactNode }) {
  const Icon = ICONS[kind];
  return (
    <div className={`notice ${kind}`} role={kind === 'error' ? 'alert' : undefined}>
      <Icon size={16} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
