import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../util/decimal';
import { findFigures } from './findFigures';
import { formatFigure } from './formatFigure';

/** Figures of a text as "wording|value unit". */
const find = (text: string) =>
  findFigures(text).map((figure) => `${figure.wording && `${figure.wording}|`}${figure.value} ${figure.unit}`.trim());

describe('findFigures', () => {
  it('reads amounts, rates, points and counts with the unit they print', () => {
    expect(find('收入 4.32 亿元、净利润-7,134.91 万元，毛利率 33.35%，提高 0.89 个百分点，共 346 项')).toEqual([
      '4.32 亿元',
      '-7134.91 万元',
      '33.35 %',
      '0.89 个百分点',
      '346 项',
    ]);
    expect(find('单价 20.00 元/股，供热 83.09亿平方米，气温 5.47℃，历时 15 年，约三家')).toEqual([
      '20.00 元/股',
      '83.09 亿平方米',
      '5.47 ℃',
      '15 年',
      '约|3 家',
    ]);
  });

  it('keeps what is needed to print a figure as it was', () => {
    expect(findFigures('增至逾 8,500.50 万元')).toEqual([
      {
        start: 4,
        end: 15,
        wordingStart: 2,
        text: '8,500.50 万元',
        value: '8500.50',
        unit: '万元',
        printedUnit: '万元',
        decimals: 2,
        grouping: true,
        wording: '逾',
        signByWords: false,
      },
    ]);
  });

  it('reads both ends of a range, and no minus between them', () => {
    expect(find('预计 90 万元至 110 万元，占比 10%-15%，每年 10-15 万左右，区间-5%至-3%')).toEqual([
      '90 万元',
      '110 万元',
      '10 %',
      '15 %',
      '10 万元',
      '15 万元',
      '-5 %',
      '-3 %',
    ]);
    expect(find('90元至110万元')).toEqual(['90 元', '110 万元']);
    expect(find('账龄 1-2 年')).toEqual(['1 年', '2 年']);
  });

  it('gives a list the unit it prints once', () => {
    const [first, second, third] = findFigures('分别为 1.20、1.35 和 1.50 元');
    expect([first?.unit, first?.printedUnit, second?.unit, third?.printedUnit]).toEqual(['元', '', '元', '元']);
  });

  it('takes the sign from 下降, 减少 and 亏损 for every figure of the list, but not from 下降至', () => {
    expect(find('分别下滑 33.35%、66.59%和 5.00%；收入增长 2.00%')).toEqual(['-33.35 %', '-66.59 %', '-5.00 %', '2.00 %']);
    expect(find('数量下降 20%到 65%不等')).toEqual(['-20 %', '-65 %']);
    expect(find('下降幅度为 12.92%，减少了约 3.5 个百分点，亏损 902.25 万元')).toEqual(['-12.92 %', '约|-3.5 个百分点', '-902.25 万元']);
    expect(find('由 30%下降至 20%，减少到 15 家')).toEqual(['30 %', '20 %', '15 家']);
    expect(findFigures('净利润下降 66.59%')[0]?.signByWords).toBe(true);
  });

  it('passes over dates, years and periods', () => {
    const text =
      '2030 年 5 月 8 日，2029 年度、2030 年度，2028-2030 年，2027 年、2028 年及 2029 年，1-5 月，3 月末，2030/5/8，2030-05-08，2029/2030 采暖季，8:30';
    expect(find(text)).toEqual([]);
  });

  it('passes over numbering, references, document numbers, codes and titles', () => {
    const texts = [
      '1、行业情况',
      '（2）情况：1) 甲产品；2) 乙产品',
      '12. 其他',
      '详见问题 3、表 4 及附注 5.2',
      '创业板年报问询函〔2030〕第 204 号，公告 2030 年第 17 号，国发〔2029〕23 号',
      '公告编号：2030-045，第 3 届第 12 次会议，第 36 条，证券代码：900001',
      'DN20-DN40 口径，ISO9001，A4 纸，5G 网络，https://example.invalid/a/20%25',
      '《2030 年 100 项工程方案》，前 10 名客户，最近 3 年，电话 010-12345678',
    ];
    expect(texts.map(find)).toEqual(texts.map(() => []));
  });

  it('leaves whole numbers without unit to the sentence and takes exact ones', () => {
    expect(find('共 12 单位中 3 为样本，比率为 1.25，合计 1,234')).toEqual(['1.25', '1234']);
  });

  it.each([
    ['近三成的客户', ['近|30 %']],
    ['收入翻一番，占比百分之三十，下降两成', ['100 %', '30 %', '-20 %']],
    ['投资五千万元，其中自有两亿元，一成不变', ['5 千万元', '2 亿元']],
    ['上升 1.2 个百分点，即 1.2pct、120bp', ['1.2 个百分点', '1.2 个百分点', '120 个基点']],
    ['人民币 3 亿元，3 亿元人民币，折合人民币 8,600 万元', ['3 亿元', '3 亿元', '8600 万元']],
    ['美元 1,200 万元，US$500 万，港币 2 亿元，1,200 万美元', ['1200 万美元', '500 万美元', '2 亿港元', '1200 万美元']],
    ['增长３３．３５％，共１，２３４．５６ 万元', ['33.35 %', '1234.56 万元']],
    ['净利润为（1,234.56）万元，占比（33.35%）', ['-1234.56 万元', '33.35 %']],
    ['净利润为—7,134.91 万元，或负 7,134.91 万元，即 -1,234.56 千元', ['-7134.91 万元', '-7134.91 万元', '-1234.56 千元']],
    ['说明——3,000 万元，负债 3,000 万元，0.3—0.5 亿元', ['3000 万元', '3000 万元', '0.3 亿元', '0.5 亿元']],
    ['3 万余元，十余家，不到 3,000 万元', ['余|3 万元', '余|10 家', '不到|3000 万元']],
    ['下降了 5 个百分点至 30%，较上年同期由盈转亏', ['-5 个百分点', '30 %']],
  ])('reads the forms of other documents: %s', (text, figures) => {
    expect(find(text)).toEqual(figures);
  });

  it('finds again what formatFigure prints', () => {
    const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
    const units = fc.constantFrom('万元', '亿元', '元', '%', '个百分点', '股');
    fc.assert(
      fc.property(cents, units, fc.boolean(), fc.boolean(), (n, unit, grouping, signByWords) => {
        const value = new Decimal(n).div(100);
        const negative = signByWords && n < 0;
        const format = { unit, decimals: 2, grouping, showUnit: true, wording: '', signByWords: negative };
        const shown = formatFigure(value, unit, format);
        const found = findFigures(`公司${negative ? '下降' : '为'}${'text' in shown ? shown.text : ''}，`);
        expect(found.map((figure) => [figure.value, figure.unit, figure.signByWords])).toEqual([[value.toFixed(2), unit, negative]]);
      }),
    );
  });

  it('reports places that hold exactly the text it names', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,%万亿元年月日、至 -]{0,40}$/), (text) => {
        for (const figure of findFigures(text)) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
      }),
    );
  });
});
