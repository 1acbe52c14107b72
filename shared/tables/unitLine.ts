import { splitUnitLine } from './inferUnits';
import { UNIT_LINE_LEADS } from './tableTerms';

const UNIT_LINE = new RegExp(`^[（(]?(?:${UNIT_LINE_LEADS.join('|')})[:：]?(.+?)[)）]?$`);
const INLINE_UNIT = new RegExp(`(?:^|[\\s\\u3000（(])(?:${UNIT_LINE_LEADS.join('|')})[:：]\\s*([^\\s\\u3000（()）:：]{1,12})`);
/** A unit this program does not know, told by how it ends: 百万吨二氧化碳当量, 千卡. */
const MEASURE = /^[^\s，。；、:：]{0,9}(?:[元股吨件台套米亩个人次度时天年卡升克箱瓶袋]|当量)$/;
const LONGEST_UNIT_LINE = 60;
const LONGEST_TITLE = 120;

/** The unit of a line such as 单位：万元 or （单位：元  币种：人民币）, as printed after its lead; null for any other line. */
export function readUnitLine(text: string): string | null {
  if (text.length > LONGEST_UNIT_LINE) return null;
  const unit = UNIT_LINE.exec(text.trim())?.[1]?.trim() ?? null;
  return unit !== null && (splitUnitLine(unit).length > 0 || MEASURE.test(unit)) ? unit : null;
}

/** The unit printed inside a title: …情况（单位：万元）, 合并利润表 单位：元; null when there is none. */
export function readInlineUnit(text: string): string | null {
  const unit = text.length > LONGEST_TITLE ? null : (INLINE_UNIT.exec(text)?.[1] ?? null);
  return unit !== null && splitUnitLine(unit).length > 0 ? unit : null;
}
