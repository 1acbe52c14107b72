import type { MenuCommand } from '../../shared/ipc/host';
import { DESK_KEYS, type DeskCommand } from '../workspace/deskKeys';
import { ORIGIN_KEY } from '../workspace/navigation';
import { MENU_KEYS } from '../../shared/ipc/menuKeys';

/** Commands the window knows beside those of the native menu. */
export type AppCommand =
  | MenuCommand
  | 'previousPane'
  | 'backToText'
  | 'overview'
  | 'details'
  | 'makeReplyTable'
  | 'makeAskTable'
  | 'showOrigin'
  | DeskCommand;

/** What of a key press decides; a DOM KeyboardEvent satisfies it. */
export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

/** Keys of the window's own commands. */
const WINDOW_KEYS: Readonly<Partial<Record<AppCommand, string>>> = { makeAskTable: 'F9', showOrigin: ORIGIN_KEY };

/** The command of a key press that no menu has: a reply table of the demanded fields, a table's place in its file, the pane before, back to the text, and the second key of redo. The host reports all others. */
export function findWindowCommand(press: KeyPress, isMac: boolean): AppCommand | null {
  const plain = !press.ctrlKey && !press.metaKey && !press.altKey;
  if (plain && press.shiftKey && press.key === 'F6') return 'previousPane';
  const own = plain && !press.shiftKey ? Object.entries(WINDOW_KEYS).find(([, key]) => key === press.key) : undefined;
  if (own) return own[0] as AppCommand;
  if (plain && !press.shiftKey && press.key === 'Escape') return 'backToText';
  if (!isMac && press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey && press.key.toLowerCase() === 'y') return 'redo';
  return null;
}

/** The keys of a command as a keyboard prints them; empty when it has none. */
export function printKeys(command: AppCommand, isMac: boolean): string {
  if (command in DESK_KEYS) return DESK_KEYS[command as DeskCommand];
  const keys = (MENU_KEYS as Readonly<Partial<Record<AppCommand, string>>>)[command] ?? WINDOW_KEYS[command] ?? '';
  const named = keys.replace(/\bDown$/, '↓').replace(/\bUp$/, '↑');
  return isMac ? named.replace('CmdOrCtrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥') : named.replace('CmdOrCtrl', 'Ctrl');
}
