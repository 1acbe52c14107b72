import { type Atom, type AtomRun, alignAtoms, type EditPlace, toAtoms } from './atoms';
import { assembleBlocks } from './assembleBlocks';
import { EditRecorder, type Recording } from './EditRecorder';
import type { MarkedBlock } from './markedReply';

/** Edited blocks as they are to stand. `places` tells where each atom of the edited blocks went. */
export type Recorded = { blocks: MarkedBlock[]; places: number[] };

/**
 * What an edit that made `after` of `before` comes to when it is recorded: what it took out of the reply, or of others' insertions, stands there
 * again as deleted; what it put in is an insertion; new styles and kinds are changes. The reply without its open changes stays what it was.
 */
export function recordEdits(before: readonly MarkedBlock[], after: readonly MarkedBlock[], recording: Recording): Recorded {
  const runs = partExchanged(alignBlocks(before, after, recording.place), after);
  const recorder = new EditRecorder(recording, before, runs);
  for (const [index, run] of runs.entries()) {
    if (run.isKept) recorder.keep(run);
    else recorder.replace(run, runs[index + 1]);
  }
  return assembleBlocks(recorder.atoms, before, after, recording);
}

/** Where several whole blocks of the reply were edited and all stayed, each is compared with itself: what was moved is gone there and new here. */
function alignBlocks(before: readonly MarkedBlock[], after: readonly MarkedBlock[], place: EditPlace | null): AtomRun[] {
  const [former, latter] = [toAtoms(before), toAtoms(after)];
  const isSame = before.length === after.length && before.every(({ shell }, index) => shell.blockId === after[index]!.shell.blockId);
  const isWhole = ({ ins, del, split, join }: MarkedBlock) => ins === null && split === null && del.length + join.length === 0;
  const isEdited = ({ inlines }: MarkedBlock, index: number) => JSON.stringify(inlines) !== JSON.stringify(after[index]!.inlines);
  if (!isSame || !before.every(isWhole) || before.filter(isEdited).length < 2) return alignAtoms(former, latter, place);
  let from = 0;
  return before.flatMap((_block, index) => {
    const ofBlock = ({ index: own }: Atom) => own === index;
    const own = latter.filter(ofBlock);
    const start = from;
    from += own.length;
    return alignAtoms(former.filter(ofBlock), own, null).map((run) => ({ ...run, from: start + run.from }));
  });
}

/** Takes two ends apart that were matched although the one block is gone, nothing of its text is left, and the other is new. */
function partExchanged(runs: readonly AtomRun[], after: readonly MarkedBlock[]): AtomRun[] {
  const ids = new Set(after.map(({ shell }) => shell.blockId));
  const withText = new Set<number>();
  for (const { isKept, former } of runs) {
    for (const atom of isKept ? former : []) if (atom.kind === 'inline') withText.add(atom.index);
  }
  const parted: AtomRun[] = [];
  for (const run of runs) {
    const [first] = run.former;
    const [other] = run.latter;
    const isExchanged =
      run.isKept &&
      first?.kind === 'end' &&
      other?.kind === 'end' &&
      first.block.shell.blockId !== other.block.shell.blockId &&
      !ids.has(first.block.shell.blockId) &&
      !withText.has(first.index);
    if (!isExchanged) {
      parted.push(run);
      continue;
    }
    // With the text that was exchanged before it this is one replacement.
    const last = parted.at(-1)?.isKept === false ? parted.pop()! : null;
    const from = last?.from ?? run.from;
    parted.push({ isKept: false, former: [...(last?.former ?? []), first], latter: [...(last?.latter ?? []), other], from });
    parted.push({ isKept: true, former: run.former.slice(1), latter: run.latter.slice(1), from: run.from + 1 });
  }
  return parted;
}
