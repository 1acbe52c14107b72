/** How many digits of a decimal string tell it from another: leading zeros do not count. */
export function countSignificantDigits(value: string): number {
  return value.replace(/^-?0*\.?0*|[.-]/g, '').length;
}
