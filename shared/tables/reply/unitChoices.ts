import { getDimension } from '../../util/units';

/** Units an amount of money may be printed in. */
export const MONEY_UNITS: readonly string[] = ['元', '千元', '万元', '百万元', '亿元'];

/** Units a row among columns in other units can be printed in: those of its cells first. */
export function listRowUnits(own: string | null, found: readonly string[]): string[] {
  return [...new Set([...found, ...(own === null ? [] : listUnitChoices(own)), ...MONEY_UNITS, '%', '个百分点', '倍', ''])];
}

/** Units a column in `unit` can be printed in, its own first. */
export function listUnitChoices(unit: string): string[] {
  const [amount = '', per] = unit.split('/');
  switch (getDimension(amount)) {
    case 'money':
      return [...new Set([unit, ...MONEY_UNITS.map((money) => (per === undefined ? money : `${money}/${per}`))])];
    case 'share':
      return [...new Set([unit, '股', '万股', '亿股'])];
    case 'point':
      return [...new Set([unit, '个百分点', '%'])];
    case 'rate':
    case 'count':
    case null:
      return [unit];
  }
}
