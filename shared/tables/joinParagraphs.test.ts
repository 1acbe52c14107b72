import { describe, expect, it } from 'vitest';
import { joinParagraphs } from './joinParagraphs';

function join(...texts: string[]): string[] {
  const lines = texts.map((text, i) => ({ text, line: i * 2 + 1, endLine: i * 2 + 1, afterBlank: true }));
  return joinParagraphs([lines]).runs[0]!.map((line) => line.text);
}

/** Running text of an exact number of printed lines of 30 em after a two-em indent. */
function fill(lines: number, start = ''): string {
  return (start + '公司根据市场情况，制定经营计划并持续推进各项工作'.repeat(20)).slice(0, lines * 30 - 2).replace(/[，作]$/, '的');
}

describe('joining paragraphs cut by page ends', () => {
  it('joins what stops in the middle of a sentence', () => {
    expect(join('公司的收入主要来自三类产品，其中软件产品的收入占比最高，主要系本期交付的', '项目较多所致。')).toEqual([
      '公司的收入主要来自三类产品，其中软件产品的收入占比最高，主要系本期交付的项目较多所致。',
    ]);
    expect(join('本期新增客户包括甲公司、', '乙公司和丙公司。')).toEqual(['本期新增客户包括甲公司、乙公司和丙公司。']);
  });

  it('keeps titles, headings and numbered items apart', () => {
    const texts = [
      '某某股份有限公司',
      '关于年报问询函回复的公告',
      '一、公司说明',
      '1、行业环境及特点',
      '行业发展平稳，需求稳定。',
      '（2）收入变动分析',
      '收入下降，主要系订单减少。',
      '注：含税',
      '特此公告。',
    ];
    expect(join(...texts)).toEqual(texts);
  });

  it('keeps a long heading apart that repeats what was asked', () => {
    const asked = '（2）结合前述问题的回复，说明公司坏账准备的计提口径以及其与同行业公司相比是否谨慎。';
    const heading = '（二）结合前述问题的回复，说明公司坏账准备的计提口径以及其与同行业公司相比是否谨慎';
    expect(join(asked, '回复：', heading, '公司综合考虑客户的背景，选取相应的方法。')).toHaveLength(4);
  });

  it('learns the width of a printed line and joins items that fill it', () => {
    const cut = [fill(2), '第一处，其余内容。', fill(3), '第二处，其余内容。', fill(1), '第三处，其余内容。'];
    const item = fill(1, '（3）折旧：公司严格');
    expect(join(...cut, item, '账，按月计提。').at(-1)).toBe(`${item}账，按月计提。`);
    expect(join(...cut, '（3）折旧：公司严格按照规定', '账，按月计提。').at(-1)).toBe('账，按月计提。');
  });

  it('does not join lines that stand right under one another where blank lines part paragraphs', () => {
    const lines = [
      '第一段的文字，到此为止并未结束因为后面还有很多很多的内容没有写完',
      '第二行的文字，也是如此。',
      '第三段。',
      '第四段。',
      '第五段。',
    ];
    const runs = joinParagraphs([lines.map((text, i) => ({ text, line: i + 1, endLine: i + 1, afterBlank: i !== 1 }))]).runs;
    expect(runs[0]!.map((line) => line.text)).toEqual(lines);
  });

  it('records the lines of every join', () => {
    const lines = ['公司的收入主要来自三类产品，其中软件产品的收入占比最高，主要系本期交付的', '项目较多所致。'].map((text, i) => ({
      text,
      line: i * 2 + 1,
      endLine: i * 2 + 1,
      afterBlank: true,
    }));
    expect(joinParagraphs([lines])).toMatchObject({ runs: [[{ line: 1, endLine: 3 }]], joins: [{ line: 1, nextLine: 3 }] });
  });
});
