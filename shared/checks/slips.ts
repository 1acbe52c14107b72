import { type Message, message } from '../domain/message';
import type { Relation } from './relation';

/** The likely slip behind a broken relation; null when none of the usual ones explains it. */
export function explainSlip(relation: Relation): Message | null {
  const half = (relation.statedNumber.printed.high - relation.statedNumber.printed.low) / 2n;
  return nameSlip(relation.statedNumber.value, relation.expectedValue, half);
}

/** The usual slip that turns `expected` into `stated`, both fixed-point, where `half` is half a unit of the last printed digit; null when there is none. */
export function nameSlip(stated: bigint, expected: bigint, half: bigint): Message | null {
  if (stated === 0n && expected === 0n) return null;
  const near = (value: bigint) => (value > expected ? value - expected : expected - value) <= half;
  if (near(-stated)) return message('finding.slip-sign');
  for (const power of [1n, 2n, 3n, 4n]) {
    const factor = 10n ** power;
    const moved = power === 4n ? message('finding.slip-ten-thousand') : message('finding.slip-point', { times: Number(factor) });
    if (near(stated * factor)) return moved;
    if (near(stated / factor) && stated !== 0n) return moved;
  }
  const unit = half * 2n;
  if (unit === 0n) return null;
  const digits = (value: bigint) => (value < 0n ? -value : value).toString();
  const statedDigits = digits(stated / unit);
  const expectedDigits = digits((expected + (expected < 0n ? -half : half)) / unit);
  if (statedDigits.length === expectedDigits.length) {
    const differing = statedDigits.split('').flatMap((digit, index) => (digit === expectedDigits[index] ? [] : [index]));
    if (differing.length === 1) return message('finding.slip-digit');
    if (
      differing.length === 2 &&
      differing[1] === differing[0]! + 1 &&
      statedDigits[differing[0]!] === expectedDigits[differing[1]!] &&
      statedDigits[differing[1]!] === expectedDigits[differing[0]!]
    ) {
      return message('finding.slip-exchanged');
    }
  }
  return null;
}

/** A slip as the last clause of a finding's sentence; null, which says nothing, where there is none. */
export function sayAlso(slip: Message | null): Message | null {
  return slip && message('finding.also', { slip });
}
