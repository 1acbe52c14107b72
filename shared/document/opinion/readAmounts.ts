import { type Change, printKeys, type Token } from './tokenChanges';

const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?%?$/;
const AMOUNT = /^[-+]?\d[\d,]*(?:\.\d+)?(?:[%‰]|[百千万亿]{0,2}(?:[美港欧日]?元|股)?)$/;
const OF_UNIT = /^[%‰百千万亿美港欧日元股]$/;

/** A number against another, with their units where these differ too; in a cell also a number against nothing. Null for other changes. */
export function readAmounts(ours: readonly Token[], theirs: readonly Token[], change: Change): Pick<Change, 'ours' | 'theirs'> | null {
  const plain = { ours: change.ours, theirs: change.theirs };
  const texts = [plain.ours, plain.theirs].filter((text) => text !== '');
  const stands = texts.length === 2 || ours[change.before[0]]?.row != null || theirs[change.after[0]]?.row != null;
  if (stands && texts.every((text) => NUMBER.test(text))) return plain;
  const changed = [...ours.slice(...change.before), ...theirs.slice(...change.after)];
  if (!changed.some(({ key }) => OF_UNIT.test(key))) return null;
  const whole = takeWholeAmounts(ours, theirs, change);
  const amounts = { ours: printKeys(ours, whole.before), theirs: printKeys(theirs, whole.after) };
  return AMOUNT.test(amounts.ours) && AMOUNT.test(amounts.theirs) ? amounts : null;
}

/** A change with what both sides have of the same amount before and behind it. */
function takeWholeAmounts(ours: readonly Token[], theirs: readonly Token[], { before, after }: Change): Pick<Change, 'before' | 'after'> {
  let [[from, to], [start, end]] = [before, after];
  while (ours[to]?.key === theirs[end]?.key && OF_UNIT.test(ours[to]?.key ?? '')) [to, end] = [to + 1, end + 1];
  const hasNumber = () => NUMBER.test(ours[from]?.key ?? '') || NUMBER.test(theirs[start]?.key ?? '');
  while (!hasNumber() && from > 0 && ours[from - 1]!.key === theirs[start - 1]?.key) [from, start] = [from - 1, start - 1];
  return { before: [from, to], after: [start, end] };
}
