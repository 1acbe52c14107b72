/** What can be done at the caret of a letter's question, each with its one key. */
export const DESK_KEYS = {
  splitItem: 'I',
  splitQuestion: 'Q',
  mergeItems: 'M',
  mergeQuestions: 'J',
  renumber: 'R',
  setTitle: 'T',
  setPartHeading: 'H',
  setVerification: 'V',
  addAsk: 'A',
  assign: 'O',
  setText: 'E',
} as const;
export type DeskCommand = keyof typeof DESK_KEYS;

export const DESK_COMMANDS = Object.keys(DESK_KEYS) as DeskCommand[];

/** Whether a command is one of the letter desk's. */
export function isDeskCommand(command: string): command is DeskCommand {
  return Object.hasOwn(DESK_KEYS, command);
}
