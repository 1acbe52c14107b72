/*
 * Words by which a sentence says what a number is, so that two sentences can be told to speak of one metric.
 */

/** A name ends so when it is a metric's. */
export const METRIC_END =
  /(?:收入|利润|毛利|费用|成本|余额|价值|准备|金额|总额|净额|资产|负债|借款|存货|回款|回款额|账款|订单|支出|流量|销量|产量|销售额|产值|库存|补助|补贴|分红|收益|损失|人数|[率占]比?|比例|比重)$/;

/** What stands before a metric in a sentence and says nothing of it. */
export const BEFORE_METRIC =
  /^(?:综上所述|综上|因此|故|其|该|即|另外|同时|此外|经审计的?|经核查|基于|根据|我们|我所|本所|会计师|你公司|贵公司|我司|本公司|公司|报告期内?|本报告期|本期|当期|当年|实现了?|发生了?|完成了?|取得了?|已|累计|对|的|,|，)/;

/** What stands between a metric and its number. */
export const BEHIND_METRIC = /(?:分?别?为|达到了?|达|是|共计|合计|总计|累计|共|约|仅|已|:|：|人民币|了)$/;

/** Words of a sentence by which its numbers are of something less than the company, of another time or on another base. */
export const NARROWED =
  /子公司|孙公司|分公司|客户|供应商|项目|同行业|可比|竞争对手|若|假设|剔除|扣除|不含|不考虑|更正前|更正后|调整前|调整后|追溯|预计|预算|初步|测算|快报|预告|未经审计|计划|目标|其中|部分|分别|前[一二三四五六七八九十\d]+[名大]|单项|口径|模拟|合同约定|承诺|母公司|合并前|平均/;

/** Words right behind a number by which it is on a base of its own. */
export const NARROWED_BEHIND = /^\s{0,2}[（(][^（）()]{0,20}(?:口径|含税|不含|扣除|未经审计|剔除|追溯)/;

/** Shares of a verifier's work: one sample has one. */
export const COVERAGE_RATE =
  /(?:发函|回函|函证|走访|访谈|抽样|抽查|核查|覆盖|监盘|盘点|检查|细节测试|替代测试|截止测试)(?:金额|收入|余额)?(?:的)?(?:占比|比例|比率|率)$/;

/** A time that is said without a year: the day of the reply, the end of the reporting period. */
export const RELATIVE_PERIOD = /截[至止](?:本回复|本函|本公告|回复|回函)[^，,。]{0,6}日|截[至止]目前|(?:本)?报告期(?:期)?末|报告期初/;
