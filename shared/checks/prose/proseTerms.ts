/*
 * Words of prose the checks rest on. Patterns are bounded, so that scanning stays linear in the length of the text.
 */

/** What may stand between the two ends of a range. */
export const RANGE_LINK = /^\s{0,3}(?:至|到|[-－—–~～])\s{0,3}$/;

/** What links the terms of a list. */
export const LIST_LINK = /^\s{0,3}(?:、|和|及|与|以及|[，,](?=\s{0,3}$))\s{0,3}$/;

/** The same where each term has a name: 原材料 A、在产品 B、产成品 C. */
export const NAMED_LINK = /^\s{0,3}、[\u4e00-\u9fa5]{2,10}\s{0,3}$/;

/** Words right before the sum of the list before it. */
export const SUM_WORDS =
  /^[，,）)\s]{0,4}(?:(?:以上|上述|三者|两者|二者|四者)?(?:共计|合计|共合计|总计|累计|共)(?:金额|投入|支付|收到|计提|确认|实现|支出|分红|借款|采购|销售|回款|投资|减少|增加)?(?:为|达|是)?(?:人民币)?)\s{0,3}$/;

/** Words right before a stated change, with what may stand between the amounts and them. */
export const CHANGE_WORD =
  /(?:下降|下滑|减少|降低|下跌|回落|增长|增加|上升|提高|提升|上涨|增幅|降幅|涨幅|跌幅)(?:了|幅度|比例|比率|金额|额|率)?(?:分别)?(?:为|达到|达)?\s{0,3}$/;
export const CHANGE_FILLER =
  /(?:同比|环比|整体|总体|大幅|小幅|略有|略微|明显|显著|有所|变动|比例|幅度|金额|分别|相比|比较|较|比|与|上年同期|去年同期|同期|上年度?|去年|上期|本期|本年度?|期初|期末|年初|年末|(?:19|20)\d\d\s{0,2}年?(?:度|末)?|第?[一二三四]季度|半年度?|[，,、\s（(])/g;

/** What may stand between a metric and the word of its change. */
export const COMPARISON_FILLER =
  /(?:同比|环比|大幅|小幅|略有|略微|明显|显著|有所|相比|比较|较|与|上年同期|去年同期|同期|上年度?|去年|上期|本期|本年度?|期初|期末|年初|年末|(?:19|20)\d\d\s{0,2}年?(?:度|末)?|[，,、\s（(])/g;

/** 由 A 增至 B: what stands between the two amounts. */
export const LEVEL_WORD =
  /^[^，,。；;、]{0,12}(?:下降|下滑|减少|降低|增长|增加|上升|提高|提升|上涨|下调|上调|缩短|延长|收窄|扩大|降|增|升|涨|跌|变动|变更|调整|递减|递增|变)(?:至|到|为)(?:[^，,。；;、]{0,14}的)?\s{0,3}$/;
/** The word of such a change, and which way each goes. */
export const LEVEL_DIRECTION =
  /(下降|下滑|减少|降低|下调|递减|缩短|收窄|降|跌)|(增长|增加|上升|提高|提升|上涨|上调|递增|延长|扩大|增|升|涨)/;
export const LEVEL_FROM = /(?:由|从|自)[^，,。；;]{0,24}$/;

/** Metrics that are percentages themselves: their changes are percentage points. A rate of growth is left out: its change is rarely meant. */
export const RATE_METRIC =
  /(?:毛利率|净利率|利润率|费用率|负债率|收益率|税率|转化率|良率|利用率|占比|比例|比重|(?<!增长|变动|变化|下降)率)\s{0,2}$/;

export const COMPOUND_GROWTH = /复合(?:年均|年)?(?:增长率|增速)(?:为|达到|达|约为|约|是)?\s{0,3}$/;

/** The years a text names, in order. */
export const YEAR = /(?:19|20)\d\d(?=\s{0,2}(?:年|[-－—~至、/]|$))/g;

/** Rates known by name and the two amounts they are made of, each as the words right before its number. */
export const NAMED_RATIOS: readonly { rate: RegExp; top: RegExp; bottom: RegExp }[] = [
  { rate: /(?:销售)?净利率(?:为|达|是)?$/, top: /净利润(?:为|达|是)?$/, bottom: /(?:营业收入|收入总额)(?:为|达|是)?$/ },
  { rate: /毛利率(?:为|达|是)?$/, top: /毛利(?:额|润)?(?:为|达|是)?$/, bottom: /(?:营业收入|收入总额)(?:为|达|是)?$/ },
  {
    rate: /资产负债率(?:为|达|是)?$/,
    top: /(?:负债总额|总负债|负债合计)(?:为|达|是)?$/,
    bottom: /(?:资产总额|总资产|资产合计)(?:为|达|是)?$/,
  },
];

/** Words that explain why a rate is not the plain quotient. */
export const EXPLAINED_SCOPE = /口径|扣除|剔除|加权|调整后|不含|年化/;

/** Acts of a contract that cannot come before its signing, and words that explain why they did. */
export const SIGNING_ACT = /(?:签订|签署|签约)(?!的)/;
export const DONE_ACT = /确认(?:了)?(?:销售)?收入|收入确认|(?:终|完工|竣工|项目)?验收/;
export const EXPLAINED_ORDER = /补充|补签|续签|新签|重新|原合同|框架|变更|此前|先(?:行)?[^，。]{0,8}后|后补|分别|未签|前期|预计|将/;
export const YEAR_AND_MONTH = /((?:19|20)\d\d)\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月/g;
