import type { RedactionTarget } from '../../../shared/domain/redaction';
import type { RedactionMark } from '../../workspace/navigation';

export type { RedactionMark };

/** What a mark can be widened to: selected words also to their name everywhere, a cell also to its column and to the name in it. */
export function listScopes(mark: RedactionMark | null): RedactionTarget['kind'][] {
  if (mark === null) return ['name'];
  const own = (['span', 'cell', 'column'] as const).filter((kind) => mark.targets[kind] !== undefined);
  return isName(mark.quote) ? [...own, 'name'] : own;
}

/** Words that may name somebody: not a number, not a sentence. */
function isName(words: string): boolean {
  return /\p{L}/u.test(words) && words.trim().length <= 60 && !/[。；！？\n]/.test(words);
}

/** The names of a field in which each stands on a line of its own. */
export function readNames(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
