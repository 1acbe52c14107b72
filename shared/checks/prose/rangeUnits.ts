import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { Decimal } from '../../util/decimal';
import { areComparable, printAmount, readAmount } from '../amount';
import { RANGE_LINK } from './proseTerms';
import { placeInProse, type ProseBlock } from './proseBlock';

/** Ends so far apart are not one range; ends within it once the unit is the same are. */
const TOO_FAR = 100n;
const PLAUSIBLE = 20;

/** Ranges whose ends have different units where one end lost its 万: 90元至110万元. A range such as 9,800万元至1.2亿元 passes. */
export function checkRangeUnits(block: ProseBlock): Finding[] {
  const findings: Finding[] = [];
  block.figures.forEach((low, index) => {
    const high = block.figures[index + 1];
    if (!high || low.printedUnit === '' || low.unit === high.unit || !areComparable(low.unit, high.unit)) return;
    if (!RANGE_LINK.test(block.text.slice(low.end, high.start))) return;
    const a = readAmount(low, '元') ?? readAmount(low, high.unit);
    const b = a && readAmount(high, a.unit);
    if (!a || !b || a.value === 0n || b.value === 0n) return;
    const [small, big] = magnitude(a.value) < magnitude(b.value) ? [a, b] : [b, a];
    if (magnitude(big.value) < TOO_FAR * magnitude(small.value)) return;
    const ratio = new Decimal(high.value).div(low.value).abs().toNumber();
    if (ratio > PLAUSIBLE || ratio < 1 / PLAUSIBLE) return;
    const [wrong, unit] = small === a ? [low, high.unit] : [high, low.unit];
    const value = wrong.signByWords ? wrong.value.replace('-', '') : wrong.value;
    const printed = printAmount(value, unit);
    findings.push({
      rule: 'range-units',
      severity: 'error',
      message: message('finding.range-units', { range: block.text.slice(low.start, high.end), wrong: wrong.text, expected: printed }),
      expected: value,
      stated: wrong.text,
      places: [{ ...placeInProse(block, low.start, high.end), correction: { start: wrong.start, before: wrong.text, text: printed } }],
    });
  });
  return findings;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
