import { type Hypothesis, isStated, listHypotheses } from './columnHypotheses';
import { overlaps } from './interval';
import type { GridNumber, NumberGrid } from './numberGrid';
import type { Relation } from './relation';
import { totalOf } from './rowFormulas';
import { isOneSlipAway } from './slipSearch';

/**
 * Relations between columns (difference, growth, share of the total, ratio, row sum). A hypothesis counts only when it is stated by the header or
 * holds nearly everywhere, and when it holds in most rows in which it can be evaluated; of several the one that holds most wins.
 */
export function findColumnRelations(grid: NumberGrid): Relation[] {
  const relations: Relation[] = [];
  for (const target of grid.numericColumns) {
    const best = chooseHypothesis(grid, target);
    if (best) relations.push(...applyHypothesis(grid, best));
  }
  return relations;
}

/** So many near misses of a column are looked into before it is given up. */
const MOST_NEAR_MISSES = 6;

function chooseHypothesis(grid: NumberGrid, target: number): Hypothesis | null {
  const head = grid.heads[target] ?? '';
  let best: { hypothesis: Hypothesis; score: number } | null = null;
  const nearMisses: { hypothesis: Hypothesis; score: number }[] = [];
  const lone: Hypothesis[] = [];
  for (const hypothesis of listHypotheses(grid, target, head)) {
    const support = countSupport(grid, hypothesis);
    const stated = isStated(head, hypothesis.kind);
    if (support.tried === 0) continue;
    if (support.held === 0) {
      if (stated && support.tried === 1 && isNextTo(hypothesis)) lone.push(hypothesis);
      continue;
    }
    const broken = support.tried - support.held;
    const score = support.held * 1000 - broken * 1500 + (stated ? 400 : 0) - hypothesis.distance;
    // A balance may move in ways its heads do not say, so rows that miss count only when a slip explains them.
    const trusted = stated && hypothesis.kind !== 'rollForward';
    const enough = trusted ? support.held > broken : broken === 0 && support.telling >= (stated ? 1 : 3);
    if (enough && (!best || score > best.score)) best = { hypothesis, score };
    if (!enough && broken <= 2 && support.telling >= (stated ? 1 : 3)) nearMisses.push({ hypothesis, score });
  }
  nearMisses.sort((a, b) => b.score - a.score);
  const explained = (candidates: readonly Hypothesis[]) =>
    candidates.slice(0, MOST_NEAR_MISSES).find((hypothesis) => isExplained(grid, hypothesis)) ?? null;
  const missed = nearMisses.map(({ hypothesis }) => hypothesis);
  if (!best) return explained(missed) ?? explained(lone);
  // A number that is the same in both periods may stand for this one's own: what its own group of heads says comes first.
  if (isOfOneGroup(grid, best.hypothesis)) return best.hypothesis;
  return explained(missed.filter((each) => each.kind === best.hypothesis.kind && isOfOneGroup(grid, each))) ?? best.hypothesis;
}

/** The columns right before their result, as a sum, a difference or a growth is printed: 流动资产, 非流动资产, 资产合计. */
function isNextTo({ target, inputs }: Hypothesis): boolean {
  return inputs.length === 2 && inputs[0] === target - 2 && inputs[1] === target - 1;
}

/** All columns stand under one head over the columns: 期末余额. */
function isOfOneGroup(grid: NumberGrid, { target, inputs }: Hypothesis): boolean {
  const group = (column: number) => (grid.heads[column] ?? '').split(' / ')[0];
  return inputs.every((column) => group(column) === group(target));
}

/** Rows of a stated relation in which it does not hold are each one slip away from it. */
function isExplained(grid: NumberGrid, hypothesis: Hypothesis): boolean {
  let broken = 0;
  for (const row of grid.rows) {
    const stated = row.numbers[hypothesis.target];
    const computed = stated ? hypothesis.compute(row, grid) : null;
    if (!stated || !computed || overlaps(stated.printed, computed.range)) continue;
    broken++;
    const inputs = hypothesis.inputs.flatMap((column) => row.numbers[column] ?? []);
    if (broken > 2 || inputs.length !== hypothesis.inputs.length) return false;
    const recompute = (changed: readonly GridNumber[]) => {
      const numbers = [...row.numbers];
      hypothesis.inputs.forEach((column, index) => (numbers[column] = changed[index]!));
      return hypothesis.compute({ ...row, numbers }, grid);
    };
    if (!isOneSlipAway(stated, inputs, recompute)) return false;
  }
  return broken > 0;
}

function countSupport(grid: NumberGrid, hypothesis: Hypothesis): { tried: number; held: number; telling: number } {
  let tried = 0;
  let held = 0;
  let telling = 0;
  for (const row of grid.rows) {
    const stated = row.numbers[hypothesis.target];
    const computed = stated ? hypothesis.compute(row, grid) : null;
    if (!stated || !computed) continue;
    tried++;
    if (overlaps(stated.printed, computed.range)) {
      held++;
      // A row tells something only when neither side is zero and the range is narrower than the number itself.
      const width = computed.range.high - computed.range.low;
      const size = stated.value < 0n ? -stated.value : stated.value;
      if (stated.value !== 0n && width * 4n < size) telling++;
    } else if (tried - held > 2 && held * 2 < tried) return { tried, held: 0, telling: 0 };
  }
  return { tried, held, telling };
}

function applyHypothesis(grid: NumberGrid, hypothesis: Hypothesis): Relation[] {
  const relations: Relation[] = [];
  for (const row of grid.rows) {
    const statedNumber = row.numbers[hypothesis.target];
    const computed = statedNumber ? hypothesis.compute(row, grid) : null;
    if (!statedNumber || !computed) continue;
    relations.push({
      kind: hypothesis.kind,
      stated: { row: row.index, column: hypothesis.target },
      statedNumber,
      inputs: [
        ...hypothesis.inputs.filter((column) => row.numbers[column]).map((column) => ({ row: row.index, column })),
        ...(hypothesis.kind === 'share' ? totalOf(grid, hypothesis.inputs[0]!) : []),
      ],
      expected: computed.range,
      expectedValue: computed.value,
      formula: hypothesis.formula,
    });
  }
  return relations;
}
