import type { DeskCommand } from './deskKeys';

let run: ((command: DeskCommand) => void) | null = null;

/** Offers the open letter desk to the palette; returns the function that withdraws it. */
export function registerDesk(offered: (command: DeskCommand) => void): () => void {
  run = offered;
  return () => {
    if (run === offered) run = null;
  };
}

/** Runs a command at the letter desk's caret; false when no desk is open. */
export function runDeskCommand(command: DeskCommand): boolean {
  run?.(command);
  return run !== null;
}
