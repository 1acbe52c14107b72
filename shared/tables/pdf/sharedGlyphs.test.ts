import { describe, expect, it } from 'vitest';
import { repairSharedGlyphs } from './sharedGlyphs';

const repair = (text: string) => {
  const repairs = new Map<string, number>();
  return [repairSharedGlyphs(text, repairs), Object.fromEntries(repairs)];
};

describe('repairSharedGlyphs', () => {
  it('reads radicals of both blocks as the characters they are drawn like, and counts them', () => {
    expect(repair('⻓期⽐例，⻓安')).toEqual(['长期比例，长安', { '⻓→长': 2, '⽐→比': 1 }]);
  });

  it('prefers the forms of mainland texts', () => {
    expect(repair('客⼾⻘⾭')).toEqual(['客户青青', { '⼾→户': 1, '⻘→青': 1, '⾭→青': 1 }]);
  });

  it('leaves no radical with a known character', () => {
    const radicals = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, i) => String.fromCharCode(0x2e80 + i)).join('');
    const left = (repair(radicals)[0] as string).match(/[\u2e81-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5]/g);
    expect(left).toBeNull();
  });

  it('keeps other text character for character', () => {
    const text = '公司 2030 年毛利率为 12.50%，ﬁne ①（一）—－-';
    expect(repair(text)).toEqual([text, {}]);
  });
});
