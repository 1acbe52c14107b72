/*
 * Small documents of a company that does not exist (青禾精工), each with one planted contradiction of a kind a check names, and look-alikes that are
 * right. Longer than a file should be: it is data.
 */
import type { QuestionText } from '../../document/testing/buildSnapshot';
import { buildTable } from './buildTable';
import type { DataTable } from '../../domain/dataTable';

/** What one question's reply holds: the company's statement, and its verifiers' sections. */
export type MiniReply = Pick<QuestionText, 'items' | 'verifications'> & {
  asked?: string;
  statement: readonly (string | DataTable)[];
  auditor?: readonly string[];
  lawyer?: readonly string[];
};

/** `finds` is a piece of the rule that must report it, and null where nothing beyond a note may be said. */
export type MiniDocument = { kind: string; finds: string | null; replies: readonly MiniReply[] };

export const one = (kind: string, finds: string | null, ...statement: (string | DataTable)[]): MiniDocument => ({
  kind,
  finds,
  replies: [{ statement }],
});
export const two = (kind: string, finds: string | null, first: string | readonly (string | DataTable)[], second: string): MiniDocument => ({
  kind,
  finds,
  replies: [{ statement: typeof first === 'string' ? [first] : first }, { statement: [second] }],
});
export const verified = (
  kind: string,
  finds: string | null,
  statement: readonly (string | DataTable)[],
  auditor: readonly string[],
  more: Partial<MiniReply> = {},
): MiniDocument => ({
  kind,
  finds,
  replies: [{ statement, auditor, verifications: [{ role: 'auditor' }], ...more }],
});

const SALES = buildTable([
  '项目|2029年度|2028年度',
  '营业收入|43,215.67|45,678.90',
  '净利润|6,715.63|7,123.45',
  '其中：智能水表|21,034.56|23,456.78',
]);
const RECEIVABLES = buildTable([
  '序号|客户名称|期末余额|坏账准备|计提方式',
  '1|临川供水有限公司|3,456.78|1,728.39|单项计提',
  '2|安岭水务有限公司|2,345.67|234.57|按组合计提',
  '3|河源供水有限公司|1,234.56|123.46|按组合计提',
]);
const CONTRACTS = (signed: string, accepted: string) =>
  buildTable([
    '客户名称|合同金额|合同签订时间|收入确认时间',
    `临川供水有限公司|1,200.00|${signed}|${accepted}`,
    '安岭水务有限公司|980.00|2028年3月|2028年9月',
    '河源供水有限公司|760.00|2028年5月|2028年11月',
  ]);

/** One contradiction each. */
export const PLANTED: readonly MiniDocument[] = [
  two(
    'text-text',
    'stated-twice',
    '公司 2029 年度营业收入为 43,215.67 万元，较上年有所下降。',
    '2029 年度，公司营业收入为 43,251.67 万元，主要来自智能水表。',
  ),
  two(
    'text-text',
    'stated-twice',
    '截至 2029 年末，公司应收账款余额为 12,345.67 万元。',
    '截至 2029 年 12 月 31 日，公司应收账款余额为 12,845.67 万元，账龄较短。',
  ),
  two('text-text', 'stated-twice', '公司 2029 年度研发费用为 5,123.40 万元。', '2029 年度研发费用为 5,213.40 万元，占比较高。'),
  one(
    'text-text',
    'stated-twice',
    '公司 2029 年度实现净利润 6,715.63 万元。',
    '公司说明如下。',
    '综上，2029 年度公司实现净利润 6,751.63 万元，盈利能力稳定。',
  ),
  two('text-text', 'stated-twice', '公司 2029 年度综合毛利率为 33.35%。', '2029 年度综合毛利率为 35.33%，与同行业可比公司一致。'),
  two('text-text', 'stated-twice', '截至回函日，公司已回款 1,234.56 万元。', '截至回函日，公司已回款 1,324.56 万元。'),
  one('text-table', 'text-table', SALES, '公司 2029 年度营业收入为 43,251.67 万元。'),
  one('text-table', 'text-table', SALES, '2029 年度智能水表实现收入 21,304.56 万元。'),
  one('text-table', 'text-table', SALES, '2028 年度净利润为 712.345 万元。', '2029 年度营业收入为 4.3215 亿元，净利润为 671.563 万元。'),
  two('text-table', 'text-table', [SALES], '公司 2029 年度营业收入为 43,251.67 万元。'),
  {
    kind: 'letter',
    finds: 'letter-table',
    replies: [{ asked: '年报显示，2029 年度营业收入 43,251.67 万元，请说明变动原因。', statement: [SALES, '公司说明如下。'] }],
  },
  {
    kind: 'letter',
    finds: 'stated-twice',
    replies: [
      {
        asked: '你公司报告期末应收账款余额为 12,345.67 万元，请说明回款情况。',
        statement: ['报告期末应收账款余额为 12,354.67 万元，期后回款良好。'],
      },
    ],
  },
  one('sum', 'stated-sum', '分别为 48,671.78 万元、4,538.87 万元、-3,156.33 万元，合计 56,366.98 万元。'),
  one('sum', 'stated-sum', '三项费用分别为 100.10 万元、200.20 万元和 300.30 万元，共计 610.60 万元。'),
  one('sum', 'stated-sum', '其中原材料 1,200.00 万元、在产品 800.00 万元、产成品 500.00 万元，合计 2,600.00 万元。'),
  one('growth', 'stated-growth', '2028 年度和 2029 年度收入分别为 45,678.90 万元、43,215.67 万元，下降 5.93%。'),
  one('growth', 'stated-growth', '营业收入由 45,678.90 万元下降至 43,215.67 万元，降幅为 5.70%。'),
  one('growth', 'stated-direction', '毛利率由 33.35% 提高至 30.12%，盈利能力增强。'),
  one('growth', 'stated-direction', '应收账款余额由 12,345.67 万元增至 10,345.67 万元。'),
  one('growth', 'points', '毛利率分别为 33.35%、30.43%，下降 2.92%。'),
  one('range', 'range-units', '预计亏损 90元至110万元。'),
  one('range', 'range-units', '预计净利润为 1500.00元-2500.00万元。'),
  one('ratio', 'named-ratio', '净利润 9,609.40万元，营业收入 40.13亿元，销售净利率 2.54%。'),
  one('equation', 'stated-equation', '113,601,180.17 − 62,811,581.88 = 50,789,589.29'),
  one('reference', 'reference-question', '具体内容详见问题 7 之回复。'),
  {
    kind: 'reference',
    finds: 'reference-item',
    replies: [{ items: ['说明甲。', '说明乙。'], statement: ['有关情况详见本回复问题 1（4）。'] }],
  },
  one('reference', 'reference-table', '如上表所示，公司收入下降。'),
  one('reference', 'reference-heading', '详见上文“公司未来五年的海外发展战略”。', '1、公司目前生产经营情况'),
  one('names', 'company-name', '青禾精工股分有限公司董事会高度重视。'),
  one(
    'names',
    'entity-name',
    '公司与临川供水有限公司签订合同，临川供水有限公司已验收。',
    '截至目前，临州供水有限公司已回款，临川供水有限公司无异议。',
  ),
  one(
    'terms',
    'term-for-two',
    '临川供水有限公司（以下简称“临川供水”）为公司客户，临川供水已验收。',
    '临川市供水管理处（以下简称“临川供水”）为主管单位。',
  ),
  one(
    'terms',
    'term-two-names',
    '青禾节能科技有限公司（以下简称“青禾节能”）成立，青禾节能已投产。',
    '青禾节能科技有限公司（以下简称“节能科技”）实现盈利，节能科技已分红。',
  ),
  one('letter-name', 'letter-name', '针对上述关注函中提及的事项，公司说明如下。'),
  one('dates', 'dates-contradict', CONTRACTS('2028年8月', '2028年6月'), '公司说明如下。'),
  one('dates', 'dates-contradict', '公司与临川供水有限公司于 2029 年 8 月签订合同，于 2029 年 6 月确认收入 1,200.00 万元。'),
  one('dates', 'dates-contradict', '该项目于 2029 年 3 月验收，合同于 2029 年 5 月签署。'),
  two(
    'dates',
    'event-dated-twice',
    '公司于 2029 年 4 月 26 日召开第三届董事会第十二次会议，审议通过该议案。',
    '2029 年 4 月 28 日，公司召开第三届董事会第十二次会议。',
  ),
  two(
    'dates',
    'event-dated-twice',
    '公司于 2028 年 5 月与临川供水有限公司签订《供水设备采购合同》。',
    '2028 年 7 月，公司与临川供水有限公司签订了《供水设备采购合同》。',
  ),
  two(
    'dates',
    'event-dated-twice',
    '临川供水有限公司成立于 2015 年 6 月 8 日，注册资本 5,000 万元。',
    '临川供水有限公司于 2016 年 6 月 8 日成立。',
  ),
  one('rows', 'claim-against-rows', RECEIVABLES, '上述第一至三名客户的应收账款均已按组合计提坏账准备。'),
  one('rows', 'claim-against-rows', RECEIVABLES, '上述客户的应收账款均按组合计提坏账准备。'),
  one(
    'rows',
    'claim-against-rows',
    buildTable(['序号|客户名称|是否关联方', '1|甲供水有限公司|否', '2|乙供水有限公司|是', '3|丙供水有限公司|否']),
    '上述客户与公司均不存在关联关系。',
  ),
  two(
    'claims',
    'claim-contradicted',
    '报告期内公司不存在跨期确认收入的情形。',
    '经自查，公司存在跨期确认收入的情形，涉及金额 120.00 万元。',
  ),
  verified(
    'verifier',
    'verifier-number',
    ['公司期末应收账款余额为 12,345.67 万元。'],
    ['经核查，期末应收账款余额为 12,354.67 万元，未见异常。'],
  ),
  verified(
    'verifier',
    'claim-contradicted',
    ['2029 年度公司存在跨期确认收入的情形，已进行更正。'],
    ['（一）核查程序', '检查收入合同及验收单据。', '（二）核查意见', '经核查，公司不存在跨期确认收入的情形。'],
  ),
  verified(
    'verifier',
    'stated-twice',
    ['公司说明如下。'],
    ['我们对应收账款实施函证，回函比例为 85.20%。', '经核查，基于回函比例为 82.50% 的函证结果，我们认为余额真实。'],
  ),
  verified('verifier', 'verifier-role', ['公司说明如下。'], ['检查了合同。', '经核查，律师认为：公司收入确认符合准则规定。']),
  verified(
    'verifier',
    'verifier-period',
    ['2029 年度公司收入确认符合准则规定。'],
    ['检查了 2029 年度合同。', '经核查，我们认为公司 2026 年度收入确认真实、准确。'],
    { asked: '请会计师对 2029 年度收入核查并发表意见。' },
  ),
  verified(
    'verifier',
    'verifier-entity',
    ['公司主要客户为临川供水有限公司。'],
    ['走访了临川供水有限公司。', '经核查，泰丰建设集团有限公司的应收账款可以收回。'],
  ),
  verified('verifier', 'verifier-procedures', ['公司说明如下。'], ['经核查，我们认为公司收入确认符合准则规定。']),
  verified('verifier', 'reference-item', ['公司说明如下。'], ['检查了合同。', '经核查，针对问题（5），公司收入真实。'], {
    items: ['说明甲。', '说明乙。'],
  }),
];

/** Pairs that look contradictory and are right. */
export const LOOK_ALIKES: readonly MiniDocument[] = [
  two('text-text', null, '公司 2029 年度合并净利润为 6,715.63 万元。', '2029 年度归属于上市公司股东的净利润为 6,751.63 万元。'),
  two('text-text', null, '公司 2029 年度主营业务收入为 42,215.67 万元。', '2029 年度营业收入为 43,215.67 万元。'),
  two('text-text', null, '公司 2029 年度营业收入为 43,215.67 万元。', '公司 2028 年度营业收入为 45,678.90 万元。'),
  two('text-text', null, '公司 2029 年度营业收入为 43,215.67 万元。', '2029 年度，公司营业收入为 4.32 亿元。'),
  two('text-text', null, '公司 2029 年度营业收入为 43,215.67 万元。', '子公司青禾节能经营稳健，2029 年度营业收入为 1,215.67 万元。'),
  two('text-text', null, '其中智能水表 2029 年度营业收入为 21,034.56 万元。', '2029 年度营业收入为 43,215.67 万元。'),
  two('text-text', null, '截至 2029 年末，公司应收账款余额为 12,345.67 万元。', '截至 2029 年末，公司应收账款账面价值为 11,345.67 万元。'),
  two('text-text', null, '截至 2029 年 6 月末，公司应收账款余额为 12,345.67 万元。', '截至 2029 年末，公司应收账款余额为 13,345.67 万元。'),
  two('text-text', null, '2029 年第一季度营业收入为 3,215.67 万元。', '2029 年度营业收入为 43,215.67 万元。'),
  two('text-text', null, '公司 2029 年度研发费用约为 5,100 万元。', '2029 年度研发费用为 5,123.40 万元。'),
  two('text-text', null, '对客户甲，2029 年度销售收入为 1,234.56 万元。', '对客户乙，2029 年度销售收入为 1,243.56 万元。'),
  two('text-text', null, '可比公司平均 2029 年度综合毛利率为 35.33%。', '公司 2029 年度综合毛利率为 33.35%。'),
  two('text-text', null, '更正前，公司 2029 年度净利润为 6,751.63 万元。', '公司 2029 年度净利润为 6,715.63 万元。'),
  two('text-text', null, '若剔除单项计提客户，2029 年末坏账准备余额为 1,234.56 万元。', '2029 年末坏账准备余额为 1,324.56 万元。'),
  one('text-table', null, SALES, '公司 2029 年度营业收入为 43,215.67 万元，净利润为 6,715.63 万元。'),
  one('text-table', null, SALES, '2029 年度营业收入为 4.32 亿元，同比下降 5.39%。'),
  one('text-table', null, SALES, '2029 年度新签订单 43,321.00 万元。'),
  one('sum', null, '分别为 48,671.78 万元、4,538.87 万元、-3,156.33 万元，合计 50,054.32 万元。'),
  one('sum', null, '三项费用分别为 100.10 万元、200.20 万元和 300.30 万元，共计 600.61 万元，差异系四舍五入。'),
  one('growth', null, '营业收入由 45,678.90 万元下降至 43,215.67 万元，降幅为 5.39%。'),
  one('growth', null, '毛利率由 33.35% 下降至 30.12%，减少 3.23 个百分点。'),
  one('growth', null, '计提比例由 50% 提高至 80%，信用期由 12 个月缩短至 6 个月。'),
  one('range', null, '预计净利润为 350万元至450万元，较上年 9,800万元至1.2亿元下降。'),
  one('ratio', null, '净利润 9,609.40万元，营业收入 40.13亿元，销售净利率 2.54%（按扣除非经常性损益后净利润口径）。'),
  one('equation', null, '113,601,180.17 − 62,811,581.88 = 50,789,598.29'),
  {
    kind: 'reference',
    finds: null,
    replies: [{ items: ['说明甲。', '说明乙。'], statement: ['有关情况详见本回复问题 1（2），合同条款详见合同第 7 条（4）。'] }],
  },
  one(
    'names',
    null,
    '公司与临川第一供水有限公司签订合同，临川第一供水有限公司已验收。',
    '临川第二供水有限公司亦为公司客户，临川第一供水有限公司无异议。',
  ),
  one('names', null, RECEIVABLES, '公司对临川供水有限公司、安岭水务有限公司的销售均已验收。', '安岭水务集团有限公司为其控股股东。'),
  one('terms', null, '临川供水有限公司（以下简称“临川供水”或“客户”）为公司客户，临川供水已验收。'),
  one('letter-name', null, '公司于 2028 年 5 月收到关注函并已回复。', '就问询函所列问题，公司说明如下。'),
  one('dates', null, CONTRACTS('2028年6月', '2028年8月'), '公司说明如下。'),
  one('dates', null, '公司与临川供水有限公司于 2029 年 6 月签订合同，于 2029 年 8 月确认收入 1,200.00 万元。'),
  one('dates', null, '公司与临川供水有限公司于 2029 年 6 月签订补充合同，原合同项下收入于 2028 年 12 月确认。'),
  two(
    'dates',
    null,
    '公司于 2029 年 4 月 26 日召开第三届董事会第十二次会议。',
    '2029 年 6 月 28 日，公司召开第三届董事会第十三次会议和第三届监事会第十二次会议。',
  ),
  two(
    'dates',
    null,
    '公司于 2028 年 5 月与临川供水有限公司签订《供水设备采购合同》。',
    '2028 年 7 月，公司与安岭水务有限公司签订了《供水设备采购合同》。',
  ),
  two('dates', null, '临川供水有限公司成立于 2015 年 6 月 8 日。', '临川供水有限公司于 2015 年 6 月成立。'),
  one('rows', null, RECEIVABLES, '上述第二至三名客户的应收账款均已按组合计提坏账准备。'),
  one(
    'rows',
    null,
    buildTable(['序号|客户名称|是否关联方', '1|甲供水有限公司|否', '2|乙供水有限公司|否', '3|丙供水有限公司|否']),
    '上述客户与公司均不存在关联关系。',
  ),
  two(
    'claims',
    null,
    '报告期内公司不存在跨期确认收入的情形。',
    '请说明公司是否存在跨期确认收入的情形。若存在跨期确认收入的情形，公司将予以更正。',
  ),
  verified(
    'verifier',
    null,
    ['2029 年度公司不存在跨期确认收入的情形。'],
    ['检查收入合同及验收单据，核查是否存在跨期确认收入的情形。', '经核查，公司不存在跨期确认收入的情形。'],
  ),
  verified(
    'verifier',
    null,
    ['公司说明如下。'],
    ['我们对应收账款实施函证，发函比例为 85.20%，回函比例为 82.50%。', '经核查，我们认为余额真实。'],
  ),
  verified('verifier', null, ['公司说明如下。'], ['检查了合同，询问了公司律师。', '经核查，会计师认为：公司收入确认符合准则规定。']),
  verified(
    'verifier',
    null,
    ['2028 年度、2029 年度公司收入确认符合准则规定。'],
    ['检查了 2028 年度和 2029 年度合同。', '经核查，我们认为公司 2028 年度收入确认真实、准确。'],
  ),
  verified(
    'verifier',
    null,
    ['公司主要客户为临川供水有限公司。'],
    ['走访了临川供水有限公司。', '经核查，临川供水有限公司的应收账款可以收回。'],
  ),
  verified(
    'verifier',
    null,
    ['公司说明如下。'],
    ['（一）核查程序', '1、获取并检查合同。', '（二）核查意见', '经核查，针对问题（2），公司收入真实。'],
    { items: ['说明甲。', '说明乙。'] },
  ),
];
