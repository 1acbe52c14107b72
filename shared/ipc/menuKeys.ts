import type { MenuCommand } from './host';

/** Keys of the commands, in Electron's accelerator words (`CmdOrCtrl` is Ctrl, on macOS Command); commands without a key are absent. */
export const MENU_KEYS: Readonly<Partial<Record<MenuCommand, string>>> = {
  new: 'CmdOrCtrl+N',
  open: 'CmdOrCtrl+O',
  save: 'CmdOrCtrl+S',
  saveAs: 'CmdOrCtrl+Shift+S',
  importSource: 'CmdOrCtrl+Shift+I',
  export: 'CmdOrCtrl+E',
  redact: 'CmdOrCtrl+Shift+H',
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  find: 'CmdOrCtrl+F',
  findEverywhere: 'CmdOrCtrl+Shift+F',
  commands: 'CmdOrCtrl+K',
  linkFigure: 'CmdOrCtrl+L',
  linkTable: 'CmdOrCtrl+Shift+L',
  linkAllFigures: 'CmdOrCtrl+Alt+L',
  insertTable: 'CmdOrCtrl+T',
  insertChart: 'CmdOrCtrl+Alt+T',
  insertReference: 'CmdOrCtrl+Alt+R',
  insertFootnote: 'CmdOrCtrl+Alt+F',
  runChecks: 'F7',
  nextFinding: 'F8',
  previousFinding: 'Shift+F8',
  nextQuestion: 'Alt+Down',
  previousQuestion: 'Alt+Up',
  letterDesk: 'CmdOrCtrl+D',
  nextLetter: 'Alt+Shift+Down',
  previousLetter: 'Alt+Shift+Up',
  nextPane: 'F6',
  tabEvidence: 'CmdOrCtrl+1',
  tabFindings: 'CmdOrCtrl+2',
  tabReview: 'CmdOrCtrl+3',
  tabVersions: 'CmdOrCtrl+4',
  tabPreview: 'CmdOrCtrl+5',
  toggleRevision: 'CmdOrCtrl+Shift+E',
  addComment: 'CmdOrCtrl+Alt+M',
  nextChange: 'Alt+PageDown',
  previousChange: 'Alt+PageUp',
  acceptChange: 'CmdOrCtrl+Alt+A',
  rejectChange: 'CmdOrCtrl+Alt+X',
};

/** What a key press says about itself; the DOM's KeyboardEvent satisfies it. */
export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

const KEY_NAMES: Readonly<Record<string, string>> = { Up: 'arrowup', Down: 'arrowdown' };

/** The command a key press stands for, or null. `isMac` says whether CmdOrCtrl is the Command key. */
export function findCommandForKey(press: KeyPress, isMac: boolean): MenuCommand | null {
  for (const [command, accelerator] of Object.entries(MENU_KEYS)) {
    const parts = accelerator.split('+');
    const key = parts.pop() ?? '';
    const main = parts.includes('CmdOrCtrl');
    const matches =
      press.key.toLowerCase() === (KEY_NAMES[key] ?? key.toLowerCase()) &&
      press.shiftKey === parts.includes('Shift') &&
      press.altKey === parts.includes('Alt') &&
      press.ctrlKey === (main && !isMac) &&
      press.metaKey === (main && isMac);
    if (matches) return command as MenuCommand;
  }
  return null;
}
