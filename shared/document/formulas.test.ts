import { describe, expect, it } from 'vitest';
import { splitFormulas, writeSmall } from './formulas';

const print = (text: string) =>
  splitFormulas(text)
    ?.map(({ text: piece, stands }) => (stands === 'line' ? piece : `<${stands}>${piece}</>`))
    .join('') ?? null;

describe('formulas in text', () => {
  it.each([
    ['$A \\geq A_m$', 'A≥A<sub>m</>'],
    ['$A_n \\leq A < A_m$', 'A<sub>n</>≤A<A<sub>m</>'],
    ['当$x^{2}+y_{t-1}$时', '当x<sup>2</>+y<sub>t-1</>时'],
    ['$\\frac{a+b}{c} \\times 100\\%$', '(a+b)/c×100%'],
    ['$\\text{净利润 A} \\approx \\sqrt{x}$', '净利润 A≈√x'],
    ['A≥Aₘ', 'A≥A<sub>m</>'],
    ['10⁴m²', '10<sup>4</>m²'],
    ['式中：$r$为折现率', '式中：r为折现率'],
  ])('%s is printed as %s', (text, printed) => {
    expect(print(text)).toBe(printed);
  });

  it.each(['售价$5，成本$3', '$100_股票$', '无公式', '$\\unknown{x}$', '$a_{b$', '$A_$', '金额为$1,000$万'])(
    '%s stays as it is',
    (text) => {
      expect(print(text)).toBeNull();
    },
  );
});

it('writes small text in characters that are small, or leaves it', () => {
  expect([writeSmall('m', 'sub'), writeSmall('2', 'sup'), writeSmall('t-1', 'sub')]).toEqual(['ₘ', '²', 't-1']);
});
