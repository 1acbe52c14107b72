import { findFigures, type FoundFigure } from './findFigures';

/** A fixed limit of a rule rather than a fact: 5% 以上股东, 不低于 80%. */
const THRESHOLD_AFTER = /^\s*(?:以上|以下|以内|及以上)(?:的?股东|股份|股权|表决权)/;

/** Whether a number of a text is a fixed limit of a rule. */
export function isThreshold({ unit, end }: Pick<FoundFigure, 'unit' | 'end'>, text: string): boolean {
  return unit === '%' && THRESHOLD_AFTER.test(text.slice(end));
}

/** By what a number is known again in other words: its amount, whatever its sign, and its unit. */
export function getNumberKey({ value, unit }: Pick<FoundFigure, 'value' | 'unit'>): string {
  return `${value.replace('-', '')} ${unit}`;
}

/** The keys of the numbers a letter's question states: a reply that repeats them quotes the letter. */
export function listQuotedNumbers(question: string): ReadonlySet<string> {
  return new Set(findFigures(question).map(getNumberKey));
}
