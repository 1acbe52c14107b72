/** Fields of one line, in which Enter means that one has done. A field to search with has its own use for Enter. */
const ONE_LINE = new Set(['text', 'date', 'password', 'number']);

/**
 * Presses the primary button of a dialog when Enter is pressed in a field of one line: the button nearest to the field, none that is disabled. Not while
 * an input method is composing, in a line of a list, in a form (which has its own way) or in a field whose list is open.
 */
export function pressPrimaryOnEnter(event: KeyboardEvent, dialog: HTMLElement): void {
  const field = event.target;
  if (event.key !== 'Enter' || event.defaultPrevented || event.repeat || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(field instanceof HTMLInputElement) || !ONE_LINE.has(field.type) || field.closest('.dialog') !== dialog) return;
  if (field.form || field.closest('li, tr, [role="row"]') || field.getAttribute('aria-expanded') === 'true') return;
  const button = findPrimary(field, dialog);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled) button.click();
}

function findPrimary(field: HTMLElement, dialog: HTMLElement): HTMLButtonElement | null {
  for (let around = field.parentElement; around; around = around.parentElement) {
    const button = around.querySelector<HTMLButtonElement>('button.primary');
    if (button || around === dialog) return button;
  }
  return null;
}
