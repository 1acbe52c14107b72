import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, findReplacement, mapOffset } from './textDiff';

const words = fc
  .array(fc.constantFrom('营', '业', '收', '入', '增', '长', '，', '𠮷', '1', '万元'), { maxLength: 30 })
  .map((parts) => parts.join(''));

function apply(former: string, hunks: ReturnType<typeof diffTexts>): string {
  let text = '';
  let at = 0;
  for (const hunk of hunks) {
    expect(hunk.from).toBeGreaterThanOrEqual(at);
    text += former.slice(at, hunk.from) + hunk.text;
    at = hunk.to;
  }
  return text + former.slice(at);
}

describe('diffTexts', () => {
  it('gives hunks that make the latter text of the former, and none that cut a character in two', () => {
    fc.assert(
      fc.property(words, words, (former, latter) => {
        const hunks = diffTexts(former, latter);
        expect(apply(former, hunks)).toBe(latter);
        for (const { from, to, text } of hunks) {
          for (const part of [former.slice(0, from), former.slice(from, to), text]) expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it('finds the shortest change and joins what only a chance letter keeps apart', () => {
    expect(diffTexts('营业收入增长', '营业收入同比增长')).toEqual([{ from: 4, to: 4, text: '同比' }]);
    expect(diffTexts('主要系原材料价格上涨', '主要系人工成本上涨')).toEqual([{ from: 3, to: 8, text: '人工成本' }]);
    expect(diffTexts('相同', '相同')).toEqual([]);
  });

  it('takes texts too far apart as one replacement', () => {
    const long = '甲'.repeat(3_000);
    expect(diffTexts(`a${long}b`, `c${'乙'.repeat(3_000)}d`)).toHaveLength(1);
  });
});

describe('mapOffset', () => {
  it('carries every kept character to where it stands in the latter text', () => {
    fc.assert(
      fc.property(words, words, (former, latter) => {
        const hunks = diffTexts(former, latter);
        for (let at = 0; at < former.length; at++) {
          if (findReplacement(hunks, at, at + 1)) continue;
          expect(latter[mapOffset(hunks, at, 'after')]).toBe(former[at]);
        }
      }),
    );
  });

  it('knows both sides of what was put in between', () => {
    const hunks = diffTexts('甲乙', '甲新乙');
    expect([mapOffset(hunks, 1, 'before'), mapOffset(hunks, 1, 'after')]).toEqual([1, 2]);
    expect(mapOffset(hunks, 2, 'after')).toBe(3);
  });
});
