import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Decimal } from './decimal';
import { toSearchAmount, toSearchAmountOfText } from './units';

const UNITS = ['元', '千元', '万元', '百万元', '亿元', '股', '%', '‰', '件', '吨'];

it('moves the digits of any value to the amount that computing gives', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
  const values = fc.tuple(fc.constantFrom('', '-'), digits(20), fc.option(digits(10)));
  fc.assert(
    fc.property(values, fc.constantFrom(...UNITS), ([sign, whole, fraction], unit) => {
      const value = `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`;
      expect(toSearchAmountOfText(value, unit)).toBe(toSearchAmount(new Decimal(value).abs(), unit));
    }),
    { numRuns: 2000 },
  );
});
