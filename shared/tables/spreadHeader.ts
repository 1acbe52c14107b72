import { isBlank, squash } from './cellText';

/**
 * Sets a header row whose blanks were lost over the second header row of the next page: labels of columns the lower row leaves blank stand alone, the
 * others become groups. Returns both rows at full width, or null when the labels cannot be dealt out.
 */
export function spreadHeader(header: readonly (readonly string[])[], body: readonly (readonly string[])[]): string[][] | null {
  const lower = body[0]!;
  const labels = header.at(-1)!.filter((text) => !isBlank(text));
  const deals = dealLabels(labels.length, lower);
  if (deals.length === 0) return null;
  const starts = deals.reduce((best, deal) => (judgeDeal(deal, lower) < judgeDeal(best, lower) ? deal : best));
  const upper = lower.map(() => '');
  starts.forEach((column, i) => (upper[column] = labels[i]!));
  const rest = [...lower];
  const firstGroup = starts[0]!;
  for (let c = 0; c < firstGroup; c += 1) {
    upper[c] = lower[c]!;
    rest[c] = '';
  }
  return [...header.slice(0, -1).map((row) => lower.map((_, c) => row[c] ?? '')), upper, rest];
}

/** Ways to choose the columns at which the labels start: every blank column starts one, no group reaches into a blank column. */
function dealLabels(count: number, lower: readonly string[]): number[][] {
  const deals: number[][] = [];
  const step = (label: number, column: number, starts: readonly number[]): void => {
    if (deals.length >= 500) return;
    if (label === count) {
      const last = starts.at(-1) ?? 0;
      if (lower.slice(isBlank(lower[last]!) ? last : last + 1).every((text, i) => !isBlank(text) || (i === 0 && isBlank(lower[last]!)))) {
        if (!isBlank(lower[last]!) || last === lower.length - 1) deals.push([...starts]);
      }
      return;
    }
    for (let c = column; c < lower.length; c += 1) {
      const previous = starts.at(-1);
      if (previous === undefined ? c > 1 : isBlank(lower[previous]!) && c !== previous + 1) break;
      if (previous !== undefined && lower.slice(previous + 1, c).some((text) => isBlank(text))) break;
      step(label + 1, c + 1, [...starts, c]);
    }
  };
  step(0, 0, []);
  return deals;
}

/** Lower is better: a group that names one thing twice, groups of unlike size, a stub without its own label. */
function judgeDeal(starts: readonly number[], lower: readonly string[]): number {
  let cost = starts[0]! * 0.5;
  const sizes: number[] = [];
  starts.forEach((start, i) => {
    if (isBlank(lower[start]!)) return;
    const group = lower.slice(start, starts[i + 1] ?? lower.length).map(squash);
    cost += (group.length - new Set(group).size) * 4;
    sizes.push(group.length);
    if (group.length === 1) cost += 1.5;
  });
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  for (const size of sizes) cost += Math.abs(size - mean);
  return cost;
}
