import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button as AriaButton, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from './language';
import { returnFocusToPane } from './paneFocus';
import { pressPrimaryOnEnter } from './pressPrimary';

type AppDialogProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the confirming one last. */
  foot?: ReactNode;
  wide?: boolean;
  /** As large as the window allows, for a screen of its own. */
  full?: boolean;
  /** Near the top of the window, for what one types into and leaves at once. */
  top?: boolean;
  /** For a question whose answer destroys something. */
  alert?: boolean;
};

/** A dialog over the window: named, holding the focus, closed by Escape, done by Enter in a field of one line. It is open while it is mounted. */
export function AppDialog({ title, onClose, children, foot, wide, full, top, alert }: AppDialogProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLElement>(null);
  useEffect(() => {
    // On the window, so that what a field does with Enter itself comes first.
    const onKey = (event: KeyboardEvent) => dialog.current && pressPrimaryOnEnter(event, dialog.current);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => () => afterOwnReturn(returnFocusToPane), []);
  return (
    <ModalOverlay isOpen isDismissable={!alert} onOpenChange={(open) => !open && onClose()} className={top ? 'veil top' : 'veil'}>
      <Modal className={full ? 'modal full' : wide ? 'modal wide' : 'modal'}>
        <Dialog ref={dialog} className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
          </div>
          <div className="dialog-body">{children}</div>
          {foot ? <div className="dialog-foot">{foot}</div> : null}
          {/* Last, so that a dialog opens on what it is for; without a tooltip, which would take the first Escape. */}
          <AriaButton className="button quiet icon dialog-close" aria-label={say('shell.close')} onPress={onClose}>
            <X size={16} aria-hidden />
          </AriaButton>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A dialog gives the focus back in the next frame. */
function afterOwnReturn(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
