import { printReplacement, type Redaction } from '../../domain/redaction';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { listSecrets } from './listSecrets';
import { type LocatedRedactions, locateRedactions, settleEdits } from './locateRedactions';

/**
 * As `locateRedactions`, but the words of every redaction, those of cells and marked stretches too, are found in any text and in any form: what a
 * copy that goes to others must not hold anywhere.
 */
export function locateEverywhere(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): LocatedRedactions {
  const located = locateRedactions(snapshot, redactions);
  const finders = listSecrets(snapshot, redactions).map(({ redaction, findAlone }) => ({
    find: findAlone,
    replacement: printReplacement(redaction),
  }));
  const find = (text: string) =>
    finders.flatMap((finder) => finder.find(text).map(([from, to]) => ({ from, to, text: finder.replacement })));
  return {
    ...located,
    inText: (text) => settleEdits(find(text), text),
    inBlock: (blockId, printed) => settleEdits([...located.inBlock(blockId, printed), ...find(printed)], printed),
  };
}
