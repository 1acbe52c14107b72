import type { Finding } from '../../domain/finding';
import { checkCompoundGrowth } from './compoundGrowth';
import { checkEquations } from './equations';
import { checkLevelDirections } from './levelDirections';
import { checkNamedRatios } from './namedRatios';
import { checkPointsWording } from './pointsWording';
import type { ProseBlock } from './proseBlock';
import { checkRangeUnits } from './rangeUnits';
import { checkStatedChanges } from './statedChanges';
import { checkStatedSums } from './statedSums';

/** Findings of one block of text by itself: its cost does not depend on the document around it. */
export function checkProseBlock(block: ProseBlock): Finding[] {
  if (block.figures.length === 0) return [];
  const changes = checkStatedChanges(block);
  const settled = new Set(changes.flatMap((finding) => (finding.stated === null ? [] : [finding.stated])));
  return [
    ...checkRangeUnits(block),
    ...checkStatedSums(block),
    ...changes,
    ...checkLevelDirections(block),
    ...checkEquations(block),
    ...checkNamedRatios(block),
    ...checkCompoundGrowth(block),
    ...checkPointsWording(block, settled),
  ];
}
