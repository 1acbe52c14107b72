import { describe, expect, test } from 'vitest';
import type { ParsedLetter } from '../domain/letter';
import { parseLetter } from './parseLetter';

/** A letter in short: "1 (1 2) auditor[2]" is question 1 with items 1 and 2, its auditor asked about item 2. */
function outline({ questions }: ParsedLetter): string[] {
  return questions.map(({ no, items, verifications }) => {
    const list = items.length > 0 ? ` (${items.map((item) => item.no).join(' ')})` : '';
    const asked = verifications.map(({ role, items, reach }) => {
      const scope = items.length > 0 ? `[${items.join(' ')}]` : '';
      return ` ${role}${scope}${reach ? `>${reach.join(' ')}` : ''}`;
    });
    return no + list + asked.join('');
  });
}

function codes(letter: ParsedLetter): string[] {
  return letter.problems.map(({ code }) => code);
}

const HEAD =
  '关于对蓝鹭精工股份有限公司的年报问询函 公司部年报问询函〔2023〕第 77 号 蓝鹭精工股份有限公司董事会： 我部在审查中关注到如下事项： ';
const CLOSING =
  ' 请你公司就上述问题做出书面说明，在 2023 年 5 月 25 日前将有关说明材料报送我部并对外披露，同时抄送派出机构。 特此函告 深圳证券交易所 上市公司管理一部 2023 年 5 月 18 日';
const letter = (body: string) => parseLetter(HEAD + body + CLOSING);

describe('numbering of questions', () => {
  test.each([
    ['1. 年报显示，收入下滑。请你公司说明原因。 2. 请你公司说明存货情况。'],
    ['1、年报显示，收入下滑。请你公司说明原因。 2、请你公司说明存货情况。'],
    ['1．年报显示，收入下滑。请你公司说明原因。 2. 请你公司说明存货情况。'],
    ['１．年报显示，收入下滑。请你公司说明原因。 ２．请你公司说明存货情况。'],
    ['一、年报显示，收入下滑。请你公司说明原因。 二、请你公司说明存货情况。'],
    ['问题1 年报显示，收入下滑。请你公司说明原因。 问题 2、请你公司说明存货情况。'],
    ['问题一：年报显示，收入下滑。请你公司说明原因。 问题二：请你公司说明存货情况。'],
    ['【问题1】年报显示，收入下滑。请你公司说明原因。 【问题2】请你公司说明存货情况。'],
    ['事项一 年报显示，收入下滑。请你公司说明原因。 事项二 请你公司说明存货情况。'],
    ['关注1: 年报显示，收入下滑。请你公司说明原因。 关注2: 请你公司说明存货情况。'],
  ])('is read in %s', (body) => {
    const { questions } = letter(body);
    expect(questions.map(({ no, text }) => [no, text])).toEqual([
      ['1', '年报显示，收入下滑。请你公司说明原因。'],
      ['2', '请你公司说明存货情况。'],
    ]);
  });

  test('may run into years, months and decimals without being taken for them', () => {
    const parsed = letter(
      '1. 毛利率为 3.2366 亿元的 2.5%，较 2021 年增长 1.83 个百分点。请你公司说明原因。 2.2022 年末，你公司存货 5.2 亿元。请你公司说明构成。 3.11 月 17 日，你公司披露公告。请你公司说明进展。',
    );
    expect(outline(parsed)).toEqual(['1', '2', '3']);
    expect(parsed.questions[1]!.text).toBe('2022 年末，你公司存货 5.2 亿元。请你公司说明构成。');
  });

  test('is followed where a number was skipped', () => {
    expect(outline(letter('1. 请你公司说明原因。 2. 请你公司说明进展。 4. 请你公司说明影响。'))).toEqual(['1', '2', '4']);
  });

  test('is followed where all line breaks and even the last full stop were lost', () => {
    const parsed = parseLetter(
      '关于对蓝鹭精工股份有限公司的年报问询函公司部年报问询函〔2023〕第77号蓝鹭精工股份有限公司董事会：我部关注到如下事项：1.报告期内，收入增长12.5%。请说明：（1）原因；（2）合理性。请年审会计师核查并发表明确意见2.年报显示，存货3.2亿元。请说明原因。3.2022年末，货币资金3.5亿元，请说明合理性。请你公司在2023年5月25日前回复。特此函告深圳证券交易所公司管理部2023年5月18日',
    );
    expect(outline(parsed)).toEqual(['1 (1 2) auditor', '2', '3']);
    expect(parsed.questions[2]!.text).toBe('2022年末，货币资金3.5亿元，请说明合理性。');
  });

  test('runs on under section headings, which each stand above the first question of their part', () => {
    const parsed = letter(
      '一、关于经营业绩 1. 年报显示，收入下滑。请你公司说明原因。 2. 关于存货。请你公司说明构成。 二、关于资金往来 3. 请你公司列示预付款对象。 4. 请你公司说明借款用途。',
    );
    expect(outline(parsed)).toEqual(['1', '2', '3', '4']);
    expect(parsed.questions[1]).toMatchObject({ title: '关于存货', text: '关于存货。请你公司说明构成。' });
    expect(parsed.questions.map(({ partHeading }) => partHeading)).toEqual(['一、关于经营业绩', null, '二、关于资金往来', null]);
    expect(parsed.cleaned.filter(({ kind }) => kind === 'partHeading')).toEqual([]);
  });

  test('runs on under headings of two levels, of which the inner may change alone', () => {
    const body =
      '一、关于财务\n（一）关于收入\n1. 请你公司说明原因。\n2. 请你公司说明构成。\n（二）关于存货\n3. 请你公司说明库龄。\n二、其他\n4. 请你公司说明用途。';
    const { questions } = letter(`\n${body}`);
    expect(questions.map(({ partHeading }) => partHeading)).toEqual(['一、关于财务\n（一）关于收入', null, '（二）关于存货', '二、其他']);
    expect(questions.map(({ text }) => text)).toEqual([
      '请你公司说明原因。',
      '请你公司说明构成。',
      '请你公司说明库龄。',
      '请你公司说明用途。',
    ]);
  });

  test('may end in a heading with no question below, which the letter alone keeps', () => {
    const { questions, cleaned } = parseLetter(
      '你公司应当回答下列问题：\n一、关于收入\n1. 请你公司说明原因。\n二、关于存货\n2. 请你公司说明构成。\n三、其他',
    );
    expect(questions.map(({ partHeading }) => partHeading)).toEqual(['一、关于收入', '二、关于存货']);
    expect(cleaned.flatMap(({ kind, original }) => (kind === 'partHeading' ? original : []))).toEqual(['三、其他']);
  });

  test('runs on under bracketed headings too', () => {
    const { questions } = letter('（一）关于交易 1. 请你公司说明依据。 2. 请你公司说明必要性。 （二）关于担保 3. 请你公司说明余额。');
    expect(questions.map(({ text }) => text)).toEqual(['请你公司说明依据。', '请你公司说明必要性。', '请你公司说明余额。']);
    expect(questions[2]!.partHeading).toBe('（二）关于担保');
  });

  test('that begins anew under each heading makes the headings questions and the numbers items', () => {
    const parsed = parseLetter(
      '一、关于业绩\n1、请公司说明收入下滑的原因；\n2、请公司说明毛利率变动。\n请会计师核查并发表意见。\n二、关于存货\n1、请公司说明存货构成；\n2、请公司说明跌价准备。',
    );
    expect(outline(parsed)).toEqual(['1 (1 2) auditor', '2 (1 2)']);
    expect(parsed.questions.map(({ partHeading }) => partHeading)).toEqual([null, null]);
  });

  test('may be missing: a letter without numbers is one question from salutation to closing', () => {
    const parsed = letter('4 月 18 日，你公司披露公告，变更了会计估计。我部对此表示关注。请你公司说明变更的原因和依据。');
    expect(parsed.questions).toHaveLength(1);
    expect(parsed.questions[0]).toMatchObject({
      no: '1',
      label: '',
      text: '我部在审查中关注到如下事项：\n4 月 18 日，你公司披露公告，变更了会计估计。我部对此表示关注。请你公司说明变更的原因和依据。',
    });
  });

  test('of a list of facts is not taken for questions', () => {
    const parsed = parseLetter(
      '关于对蓝鹭精工股份有限公司的关注函\n创业板关注函〔2023〕第 8 号\n蓝鹭精工股份有限公司董事会：\n我部注意到以下情形：\n1. 股价连续上涨；\n2. 股东减持；\n3. 互动易答复不一致。\n我部对此表示关注。请你公司核实并说明：\n1. 说明股价上涨的原因。\n2. 自查是否存在应披露未披露事项。\n特此函告\n深圳证券交易所\n创业板公司管理部\n2023 年 5 月 18 日',
    );
    expect(outline(parsed)).toEqual(['1', '2']);
    expect(parsed.questions[1]!.text).toBe('自查是否存在应披露未披露事项。');
  });
});

describe('page numbers', () => {
  const filler =
    '该项目的建设进度与可行性研究报告存在差异，相关支出已计入在建工程，并按照会计准则的规定进行了减值测试，测试过程及参数详见年报附注。'.repeat(
      8,
    );
  test('in the running text are neither text nor numbers of questions', () => {
    const parsed = parseLetter(
      `${HEAD}1. 年报显示，${filler} 1 请你公司说明业绩补 偿的原因。 2. 年报显示，${filler} 2 3 家子公司亏损。请你公司说明原因。 3. 年报显示，${filler} 3 请你公司说明。${CLOSING} 4`,
    );
    expect(outline(parsed)).toEqual(['1', '2', '3']);
    expect(parsed.questions[0]!.text.endsWith(`${filler}\n请你公司说明业绩补偿的原因。`)).toBe(true);
    expect(parsed.questions[1]!.text).toContain(`${filler}\n3 家子公司亏损。`);
    expect(parsed.header.issuedOn).toBe('2023-05-18');
  });

  test('that form no whole series still leave the numbers of questions readable', () => {
    const parsed = parseLetter(
      `${HEAD}1. 年报显示，收入下滑。请你公司说明原因。 7 2. 请你公司说明进展。 9 3.2022 年末，存货增长。请你公司说明影响。${CLOSING}`,
    );
    expect(outline(parsed)).toEqual(['1', '2', '3']);
  });

  test('on lines of their own go, and the paragraph they cut is joined', () => {
    const parsed = parseLetter(
      `问题 1\n\n年报显示，${filler}同比增长 0.89\n\n1\n\n个百分点。请你公司说明原因。\n\n问题 2\n\n请你公司说明影响。`,
    );
    expect(parsed.questions[0]!.text).toBe(`年报显示，${filler}同比增长 0.89个百分点。请你公司说明原因。`);
  });
});

describe('items', () => {
  test.each([
    ['（1）说明原因；（2）说明影响。', ['1', '2']],
    ['(1) 说明原因； （2）说明影响。', ['1', '2']],
    ['（一）说明原因；（二）说明影响。', ['1', '2']],
    ['1）说明原因；2）说明影响。', ['1', '2']],
    ['①说明原因；②说明影响。', ['1', '2']],
  ])('are read in %s', (list, numbers) => {
    const { questions } = letter(`1. 年报显示，收入下滑。请你公司：${list} 2. 请你公司说明进展。`);
    expect(questions[0]!.items.map(({ no, text }) => [no, text])).toEqual([
      [numbers[0], '说明原因；'],
      [numbers[1], '说明影响。'],
    ]);
  });

  test('are the requests, not the facts numbered before them', () => {
    const facts = Array.from({ length: 11 }, (_, at) => `（${at + 1}）第 ${at + 1} 笔款项转至关联方账户；`).join('');
    const parsed = letter(
      `1. 公告显示，存在以下事实：${facts}。请你公司： （1）说明款项的用途； （2）说明收回安排。 2. 请你公司说明进展。`,
    );
    expect(parsed.questions[0]!.items.map(({ text }) => text)).toEqual(['说明款项的用途；', '说明收回安排。']);
  });

  test('are not made of court cases, cited rules, cited items or a list inside an item', () => {
    const parsed = letter(
      '1. 法院作出（2021）粤 0304 执 33227 号裁定。请你公司： （1）说明裁定的影响，是否触及《规则》第一条第（一）项、第（三）项的情形； （2）补充披露下列信息，包括（1）名称（2）金额； （3）结合问题（1）（2）的回复说明坏账准备是否充分。 2. 请你公司说明进展。',
    );
    expect(outline(parsed)).toEqual(['1 (1 2 3)', '2']);
    expect(parsed.questions[0]!.items[2]!.text).toBe('结合问题（1）（2）的回复说明坏账准备是否充分。');
  });

  test('may hold lists of their own', () => {
    const { questions } = letter(
      '1. 请你公司说明： （一）关于收入：（1）说明政策；（2）说明客户。 （二）关于成本：（1）说明构成；（2）说明变动。 请会计师核查。 2. 请你公司说明进展。',
    );
    expect(questions[0]!.items.map(({ no, label, text }) => [no, label, text])).toEqual([
      ['1', '（一）', '关于收入：（1）说明政策；（2）说明客户。'],
      ['2', '（二）', '关于成本：（1）说明构成；（2）说明变动。'],
    ]);
  });

  test('end where the whole question is to be verified', () => {
    const { questions } = letter('1. 请你公司： （1）说明原因； （2）说明影响。请年审会计师核查并发表明确意见。 2. 请你公司说明进展。');
    expect(questions[0]!.items[1]!.text).toBe('说明影响。');
    expect(questions[0]!.text).toBe('请你公司：\n（1）说明原因；\n（2）说明影响。请年审会计师核查并发表明确意见。');
  });
});

describe('replies that restate their letter', () => {
  test('give the questions alone: numbered paragraphs of an answer are no questions', () => {
    const parsed = parseLetter(`证券代码：300999 证券简称：蓝鹭精工 公告编号：2023-033

关于对深圳证券交易所年报问询函的回复公告

公司于 2023 年 5 月 20 日收到深圳证券交易所创业板公司管理部下发的《年报问询函》（创业板年报问询函〔2023〕第 88 号），现回复如下：

1. 年报显示，收入下滑。请你公司：

（1）说明原因；

（2）说明合理性。

请年审会计师核查并发表明确意见。

【公司回复】

1、行业情况

行业下滑。

2、公司情况

公司在报告期内请第三方进行了评估。

【会计师回复】

1、获取合同；

2、检查凭证。

2. 年报显示，存货增长。请你公司说明原因。

回复：

2、存货增长的原因

3. 关于商誉。请你公司说明减值测试过程。请评估机构核查并发表明确意见。

答：

一、测试过程`);
    expect(outline(parsed)).toEqual(['1 (1 2) auditor', '2', '3 appraiser']);
    expect(parsed.questions[1]!.text).toBe('年报显示，存货增长。请你公司说明原因。');
    expect(parsed.header).toMatchObject({
      receivedOn: '2023-05-20',
      issuedOn: null,
      code: '300999',
      letterNo: '创业板年报问询函〔2023〕第88号',
    });
  });

  test('that answer item by item give the question whole', () => {
    const { questions } = parseLetter(`问题1：年报显示，收入下滑。请你公司：
（1）说明收入下滑的原因；
回复：
（1）行业下行
（2）竞争加剧
（2）说明毛利率下降的合理性。
回复：
毛利率下降主要系原材料涨价。
请年审会计师核查并发表明确意见。
会计师意见：
已核查。
问题2：请你公司说明存货情况。
回复：
无。`);
    expect(questions.map(({ text }) => text)).toEqual([
      '年报显示，收入下滑。请你公司：\n（1）说明收入下滑的原因；\n（2）说明毛利率下降的合理性。\n请年审会计师核查并发表明确意见。',
      '请你公司说明存货情况。',
    ]);
    expect(questions[0]!.verifications.map(({ role }) => role)).toEqual(['auditor']);
  });

  test('that restate an item before answering it again do not enter it twice', () => {
    const { questions } = parseLetter(
      '问题1：请你公司：\n（1）说明原因；\n（2）说明影响。\n回复：\n（1）说明原因；\n行业下行。\n（2）说明影响。\n回复：\n无重大影响。',
    );
    expect(questions[0]!.items.map(({ no }) => no)).toEqual(['1', '2']);
  });
});

describe('verifications across questions', () => {
  test('of a closing sentence stand on every question it names, and it is no part of the last one', () => {
    const parsed = letter(
      '1. 请你公司说明原因。 2. 请你公司说明进展。 3. 请你公司说明影响。 请年审会计师对上述第 1 项至第 2 项问题进行核查并发表明确意见。',
    );
    expect(outline(parsed)).toEqual(['1 auditor', '2 auditor', '3']);
    expect(parsed.questions[2]!.text).toBe('请你公司说明影响。');
  });

  test('of a numbered closing question stay with it and name the others in its reach', () => {
    expect(outline(letter('1. 请你公司说明原因。 2. 请你公司说明进展。 3. 请会计师对问题 1、2 核查并发表明确意见。'))).toEqual([
      '1',
      '2',
      '3 auditor>1 2',
    ]);
    expect(outline(letter('1. 请你公司说明原因。 2. 请你公司说明进展。 3. 请律师对上述事项核查并发表明确意见。'))).toEqual([
      '1',
      '2',
      '3 lawyer>1 2',
    ]);
  });

  test('in a reorganisation make a 财务顾问 the independent one', () => {
    const body = '1. 请你公司说明原因。请财务顾问核查并发表明确意见。';
    expect(outline(letter(`${body} 2. 请你公司说明进展。`))[0]).toBe('1 otherAdviser');
    expect(outline(parseLetter(`${HEAD.replace('年报', '重组')}${body}${CLOSING}`))).toEqual(['1 financialAdviser']);
  });
});

describe('letters of other kinds', () => {
  test('of a review of a securities issue are put to the issuer', () => {
    const parsed = parseLetter(`关于蓝鹭精工股份有限公司向特定对象发行股票的审核问询函
审核函〔2023〕020001 号
蓝鹭精工股份有限公司、白杨证券股份有限公司：
本所形成如下审核问询问题。
问题1
报告期内，发行人收入下滑。请发行人补充说明：（1）收入下滑的原因；（2）相关风险。
请保荐人核查并发表明确意见，请会计师核查（1）并发表明确意见。
问题2
请发行人补充说明募投项目的必要性。请保荐人和发行人律师核查并发表明确意见。
请发行人在收到本问询函之日起三十日内披露问询意见回复。`);
    expect(outline(parsed)).toEqual(['1 (1 2) sponsor auditor[1]', '2 sponsor lawyer']);
    expect(parsed.header).toMatchObject({ kind: '审核问询函', letterNo: '审核函〔2023〕020001号', dueOn: null });
    expect(parsed.questions[1]!.text).toBe('请发行人补充说明募投项目的必要性。请保荐人和发行人律师核查并发表明确意见。');
  });

  test('quoted in a notice of receipt are read from the notice', () => {
    const parsed = parseLetter(`证券代码：600999 证券简称：蓝鹭精工 公告编号：临2024-025
蓝鹭精工股份有限公司
关于收到上海证券交易所监管工作函的公告
公司于2024年5月20日收到上海证券交易所《关于蓝鹭精工股份有限公司2023年年度报告的信息披露监管工作函》（上证公函【2024】0588号），内容如下：
“蓝鹭精工股份有限公司：
现请你公司补充披露下述信息。
一、关于业绩。请公司说明原因。
二、关于存货。请公司说明构成。请年审会计师发表意见。
请你公司收到本函后立即披露，并于10个交易日内书面回复。”
公司将按照要求及时回复。`);
    expect(outline(parsed)).toEqual(['1', '2 auditor']);
    expect(parsed.header).toMatchObject({ receivedOn: '2024-05-20', announcementNo: '临2024-025', kind: '信息披露监管工作函' });
  });

  test('are told from a notice that an answer is deferred', () => {
    const parsed = parseLetter(`关于延期回复深圳证券交易所关注函的公告
蓝鹭精工股份有限公司于 2022 年 3 月 16 日收到深圳证券交易所出具的《关注函》（创业板关注函〔2022〕第 153 号），要求公司在 3 月 22 日前书面说明。
经向深圳证券交易所申请，公司将延期回复。敬请广大投资者关注公司披露的公告。`);
    expect([parsed.questions, codes(parsed)]).toEqual([[], ['not-a-letter']]);
  });
});

describe('texts that ask nothing', () => {
  test('a letter without requests has no questions and says so', () => {
    const parsed = parseLetter(
      '关于对蓝鹭精工股份有限公司的监管函 公司部监管函〔2023〕第 11 号 蓝鹭精工股份有限公司董事会： 你公司未及时披露业绩预告。请你公司充分重视上述问题，吸取教训，提高信息披露质量。 特此函告 深圳证券交易所 2023 年 4 月 21 日',
    );
    expect([parsed.questions, codes(parsed), parsed.header.kind]).toEqual([[], ['no-questions'], '监管函']);
  });

  test('a document that is no letter says so', () => {
    const parsed = parseLetter(
      '蓝鹭精工股份有限公司 2023 年年度报告\n第一节 重要提示\n1、公司董事会保证年度报告真实。\n2、请投资者注意投资风险。',
    );
    expect([parsed.questions, codes(parsed)]).toEqual([[], ['not-a-letter']]);
  });

  test.each(['', ' \n\t\u3000'])('an empty text says so: %j', (text) => {
    const parsed = parseLetter(text);
    expect([parsed.questions, codes(parsed)]).toEqual([[], ['empty']]);
  });
});
