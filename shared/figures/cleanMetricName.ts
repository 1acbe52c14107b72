import { readPeriods } from '../tables/inferPeriod';

/** 一、 (二) 其中: 减: before a name; 万元 in brackets behind it. */
const LEAD = /^(?:(?:其中|减|加):?|[(（]?[\d一二三四五六七八九十]{1,3}[)、.]|[-*△])/;
const UNIT_IN_BRACKETS = /\((?:单位:?)?[^()]{0,8}(?:元|%|股|件|吨|台|套|倍)\)/g;
/** What a name says beside the metric: whose period, how much. */
const FILLER = /(?:本期|上期|本年|上年|期末|期初|年末|年初|末|金额|数额|发生额|人民币)/g;
/** Words that are no metric by themselves. */
const GENERIC = /^(?:|余额|账面余额|账面价值|数量|比例|占比|项目|合计|小计|总计|其他|变动|增减|原值|净值|值|数|年度?)$/;

/** What a label calls its metric: without blanks, numbering, unit, period and words every label may have; '' where nothing telling is left. */
export function cleanMetricName(label: string): string {
  let name = label.normalize('NFKC').replace(/\s+/g, '').replace(UNIT_IN_BRACKETS, '');
  for (const period of readPeriods(name)) name = name.replace(period, '');
  name = name
    .replace(/(?:19|20)\d\d年?度?/g, '')
    .replace(LEAD, '')
    .replace(LEAD, '');
  const core = name.replace(FILLER, '').replace(/[:：]$/, '');
  return GENERIC.test(core) ? '' : core;
}
