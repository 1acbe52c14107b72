import { test } from 'vitest';
import { parseLetter } from './parseLetter';

const HEAD =
  '关于对蓝鹭精工股份有限公司的年报问询函 公司部年报问询函〔2023〕第 77 号 蓝鹭精工股份有限公司董事会： 我部在审查中关注到如下事项： ';
const CLOSING =
  ' 请你公司就上述问题做出书面说明，在 2023 年 5 月 25 日前将有关说明材料报送我部，同时抄送派出机构。 特此函告 深圳证券交易所 2023 年 5 月 18 日';
const QUESTION =
  '年报显示，你公司报告期末存货账面余额 148.42 亿元，计提存货跌价准备 2.88 亿元，较以前年度出现较 大幅度增长。请你公司： （1）结合产品市场供求情况、定价策略、行业竞争情况等因素，说明存货余额大幅增长的原因及合理性； （2）列示前五大供应商的具体情况，包括名称、合作时间、采购内容、金额及占比，并说明是否存在关联关系或可能造成利益倾斜的其他关系； （3）说明存货跌价准备计提是否充分、合理，是否符合《企业会计准则》的有关规定。 请年审会计师对问题（3）核查并发表明确意见。 ';

function makeLetter(length: number): string {
  let body = '';
  for (let no = 1; HEAD.length + body.length + CLOSING.length < length; no++) body += `${no}. ${QUESTION}`;
  return HEAD + body + CLOSING;
}

const letter = makeLetter(5_000);
const reply = `${letter}\n${'公司已按照会计准则的规定计提了跌价准备，测试过程及参数详见下表。\n'.repeat(6_000)}`;

test('reading a letter', async ({ bench }) => {
  await bench.compare(
    bench('of 5,000 characters', () => {
      parseLetter(letter);
    }),
    bench('of a reply of 200,000 characters', () => {
      parseLetter(reply);
    }),
  );
});
