import type { ParsedAsk } from '../domain/letter';

/** Splits what an item demands into atomic asks. */
export function splitAsks(_text: string): ParsedAsk[] {
  return [];
}
