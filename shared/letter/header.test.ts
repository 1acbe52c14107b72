import { describe, expect, test } from 'vitest';
import type { LetterHeader } from '../domain/letter';
import { parseLetter } from './parseLetter';

const EMPTY: LetterHeader = {
  kind: null,
  regulator: null,
  department: null,
  company: null,
  code: null,
  shortName: null,
  announcementNo: null,
  letterNo: null,
  letterNoRaw: null,
  issuedOn: null,
  receivedOn: null,
  dueOn: null,
  dueText: null,
  disclose: null,
  copyTo: [],
};

describe('the header', () => {
  test('of a letter whose breaks became spaces is read whole', () => {
    const { header } = parseLetter(
      '深 圳 证 券 交 易 所 关于对蓝鹭精工股份有限公司的 关注函 创业板关注函〔2022〕第 12 号 蓝鹭精工股份有限公司董事会： 我部对此表示关注，请你公司说明： 1. 说明原 因。 2. 说明影响。 请你公司就上述问题做出书面说明，于 1 月 5 日（含）前报送我部并对外披露，同时抄送广东证监局上市公司监管处。 特此函告。 深圳证券交易所 创业板公司管理部 2021 年 12 月 28 日',
    );
    expect(header).toEqual({
      ...EMPTY,
      kind: '关注函',
      regulator: '深圳证券交易所',
      department: '创业板公司管理部',
      company: '蓝鹭精工股份有限公司',
      letterNo: '创业板关注函〔2022〕第12号',
      letterNoRaw: '创业板关注函〔2022〕第 12 号',
      issuedOn: '2021-12-28',
      dueOn: '2022-01-05',
      dueText: '于 1 月 5 日（含）前报送我部并对外披露',
      disclose: true,
      copyTo: ['广东证监局上市公司监管处'],
    });
  });

  test('of a letter with a term of trading days and a date in Chinese numerals keeps the wording', () => {
    const { header } = parseLetter(`关于蓝鹭精工股份有限公司2023年年度报告的信息披露监管工作函
上证公函【2024】0712号
蓝鹭精工股份有限公司：
现请你公司补充披露下述信息。
1.关于存货。请公司说明构成。
2.关于商誉。请公司说明减值测试过程。
请公司收到本函后立即披露，并在10个交易日内书面回复我部。
上海证券交易所上市公司管理一部
二〇二四年五月三十日`);
    expect(header).toEqual({
      ...EMPTY,
      kind: '信息披露监管工作函',
      regulator: '上海证券交易所',
      department: '上市公司管理一部',
      company: '蓝鹭精工股份有限公司',
      letterNo: '上证公函〔2024〕0712号',
      letterNoRaw: '上证公函【2024】0712号',
      issuedOn: '2024-05-30',
      dueText: '并在10个交易日内书面回复我部',
      disclose: true,
    });
  });

  test.each([
    ['公司部年报问询函〔2021]第 131 号', '公司部年报问询函〔2021〕第131号', '年报问询函'],
    ['公司部半年报问询函[2021]第 1 3 1 号', '公司部半年报问询函〔2021〕第131号', '半年报问询函'],
    ['许可类重组问询函（2020）第 16 号', '许可类重组问询函〔2020〕第16号', '许可类重组问询函'],
    ['中小板问询函【2019】第 12 号', '中小板问询函〔2019〕第12号', '问询函'],
  ])('repairs the number %s', (printed, letterNo, kind) => {
    const { header } = parseLetter(
      `关于对蓝鹭精工股份有限公司的函\n${printed}\n蓝鹭精工股份有限公司董事会：\n请你公司说明原因。\n特此函告`,
    );
    expect([header.letterNo, header.letterNoRaw, header.kind]).toEqual([letterNo, printed, kind]);
  });

  test('does not take the day a payment was received for that of the letter', () => {
    const { header } = parseLetter(
      '关于对蓝鹭精工股份有限公司的关注函\n蓝鹭精工股份有限公司董事会：\n你公司于 2021 年 4 月 21 日收到回购款。请你公司说明原因。\n特此函告',
    );
    expect(header.receivedOn).toBeNull();
  });

  test('tells disclosure that is required only where rules ask for it from one that is required', () => {
    const close = (words: string) =>
      parseLetter(
        `关于对蓝鹭精工股份有限公司的关注函\n蓝鹭精工股份有限公司董事会：\n请你公司说明原因。\n请你公司在 2021 年 5 月 25 日前将说明材料报送我部${words}\n同时，提醒你公司及时履行信息披露义务。\n特此函告`,
      ).header.disclose;
    expect([close('并对外披露。'), close('。涉及需披露的，请及时履行披露义务。'), close('。')]).toEqual([true, false, null]);
  });

  test('of a short letter without its sender does not take who gets a copy for the sender', () => {
    const { header } = parseLetter(
      '关于对蓝鹭精工股份有限公司的关注函\n蓝鹭精工股份有限公司董事会：\n请你公司说明原因。\n请你公司在2021年5月25日前报送我部，同时抄送广东证监局。\n特此函告',
    );
    expect([header.regulator, header.copyTo]).toEqual([null, ['广东证监局']]);
  });

  test('of bare questions is empty', () => {
    expect(parseLetter('一、关于存货。请公司说明构成。\n二、关于商誉。请公司说明减值。').header).toEqual(EMPTY);
  });
});
