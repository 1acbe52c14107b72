/*
 * The words and shapes figures of Chinese reports are written with. Patterns are bounded, so that scanning stays linear in the length of the text.
 */

/** Scales that may stand before a unit: 万股, 亿平方米. */
const SCALE = '(?:十|百|千)?(?:万|亿)|千|百';

/** Units that may carry a scale. Longer ones stand before those they begin with. */
const SCALABLE_UNITS = [
  '人民币元',
  '美元',
  '欧元',
  '港元',
  '港币',
  '日元',
  '英镑',
  '元',
  '股',
  '份',
  '平方米',
  '平方公里',
  '立方米',
  '公里',
  '千米',
  '米',
  '吨标准煤',
  '吨',
  '公斤',
  '千克',
  '千瓦时',
  '千瓦',
  '兆瓦',
  '吉焦',
  '瓦',
  '度',
  '亩',
  '公顷',
  '人次',
  '人',
  '户',
  '家',
  '个',
  '件',
  '台',
  '套',
  '辆',
  '只',
  '支',
  '片',
  '块',
  '项',
  '张',
  '册',
  '箱',
  '瓶',
  '升',
];

/** Units that stand alone. */
const PLAIN_UNITS = [
  '%',
  '％',
  '‰',
  '个百分点',
  '百分点',
  '个基点',
  '基点',
  '℃',
  '°C',
  '倍',
  '个月',
  '个交易日',
  '个工作日',
  '个自然日',
  '小时',
  '分钟',
  '周',
  '天',
  '年',
  '名',
  '位',
  '次',
  '笔',
  '条',
  '座',
  '处',
  '篇',
  '种',
  '类',
  '批',
  '期',
  '岁',
  '门',
  'kWh',
  'MWh',
  'kW',
  'MW',
  'GW',
  'GJ',
  'kg',
  'km',
  'mm',
  'cm',
];

const byLength = (units: readonly string[]) => units.toSorted((a, b) => b.length - a.length).join('|');

/** Words of an approximate number that stand behind it, and those that say the value is more, or less, than the number. */
export const STANDS_BEHIND: ReadonlySet<string> = new Set(['余', '多']);
export const ROUNDS_DOWN: ReadonlySet<string> = new Set(['逾', '超过', '超', '余', '多', '不低于', '不少于', '至少', '高达', '多达']);
export const ROUNDS_UP: ReadonlySet<string> = new Set(['近', '将近', '接近', '不足', '不超过', '不高于']);

/** A unit right behind a number (blanks between allowed): 万元, 元/股, 个百分点; 余 and 多 may stand before it. Group 1 is the unit. */
export const UNIT = new RegExp(
  `\\s{0,3}(?:余|多)?((?:${byLength(PLAIN_UNITS)})|(?:${SCALE})?(?:${byLength(SCALABLE_UNITS)})(?:\\s?/\\s?(?:${byLength(SCALABLE_UNITS)}|年|月|天|日))?|(?:${SCALE})(?=[左右余多以至到和及与、，。；）)的“”,;\\s-]|$))`,
  'y',
);

/** Units as they are calculated with: 万 and 亿 alone are money. */
export const UNIT_NAMES: Readonly<Record<string, string>> = { '％': '%', 万: '万元', 亿: '亿元', 千万: '千万元', 百万: '百万元' };

/** Arabic number with or without thousands separators. */
export const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
export const MINUS = '-－−﹣';

/** Words that make a number approximate or a bound; printed before it. */
export const WORDING = /(?:(?<!最)近|约为?|大约|逾|超过|超|将近|接近|不足|不低于|不少于|不超过|不高于|至少|高达|多达|合计约)\s*$/;

/** What links the numbers of a list or of a range: 、 和 及 至 到 - ~. */
export const LIST_LINK = /^\s*(?:、|和|及|与|以及|或|至|到|[-–—~～－])\s*$/;
export const RANGE_LINK = /^\s*[-–—~～－]\s*$/;

/** Words after which a printed amount is a decrease or a loss. 下降至 and 减少到 name a level, not a decrease. */
export const DECREASE =
  /(?:下降|下滑|减少|降低|下跌|回落|缩减|萎缩|下调|调减|降幅|减幅|跌幅|亏损|净流出)(?:了|幅度|比例|比率|金额|额|率)?\s*(?:分别)?(?:为|达到|达|合计|累计|共|[:：])?\s*$/;

/** Chinese numerals are figures only with these counts: 三家, 十二名. 一家 is an article. */
export const COUNTED_IN_WORDS =
  /(?<![第前至到每其这那几数一二三四五六七八九十百])([两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)(家|户|名|人)(?![次均民员才])/g;

/** What looks like a figure and is none: dates, numbering, references, numbers of documents, titles, codes, addresses. */
export const NOT_FIGURES: readonly RegExp[] = [
  // Addresses and titles
  /https?:\/\/[^\s）)>”]{1,300}|[\w.+-]{1,60}@[\w.-]{1,60}/g,
  /《[^《》\n]{0,120}》/g,
  // Numbers of documents and parts of them
  /[〔[（(【]\s{0,3}(?:19|20)\d\d\s{0,3}[〕\]）)】]\s{0,3}[^\s，。；]{0,12}?\d{1,6}\s{0,3}号/g,
  /(?:19|20)\d\d\s{0,3}年?\s{0,3}第\s{0,3}[\d-]{1,8}\s{0,3}[号期次]/g,
  /第\s{0,3}\d{1,4}(?:\s{0,3}[-–—~至]\s{0,3}\d{1,4})?\s{0,3}(?:条|款|项|届|次|号|期|章|节|页|批|位|名|季度|大|类|代|阶段|年|个|部分|行|列|轮)?/g,
  /(?:临\s{0,3})?(?:19|20)\d\d-\d{3,4}(?!\d)/g,
  /(?:代码|编号|证号|账号|电话|传真|邮编|文号)\s{0,3}[:：为]?\s{0,3}[\dA-Za-z][\dA-Za-z\-－、]{0,40}/g,
  // Dates and years
  /(?:19|20)\d\d\s{0,3}[-/.]\s{0,3}\d{1,2}\s{0,3}[-/.]\s{0,3}\d{1,2}(?!\d)/g,
  /(?:19|20)\d\d\s{0,3}(?:[-–—~～至到/、和及与]|年?\s{0,3}[-–—~～至到、和及与])\s{0,3}(?=(?:19|20)\d\d)/g,
  /(?:19|20)\d\d\s{0,3}年(?:\s{0,3}\d{1,2}\s{0,3}(?:[-–—~～至到]\s{0,3}\d{1,2}\s{0,3})?月(?:\s{0,3}\d{1,2}\s{0,3}日)?)?/g,
  /(?<![\d.,])\d{1,2}\s{0,3}(?:[-–—~～至到]\s{0,3}\d{1,2}\s{0,3})?月份?(?:\s{0,3}\d{1,2}\s{0,3}日)?/g,
  /(?<![\d.,])(?:19|20)\d\d(?=\s{0,3}(?:[上下]半年|财年|会计年度|[一二三四]季度|Q[1-4]|采暖季|供暖季|年度))/g,
  /(?<![\d.,])\d{1,2}:\d\d(?::\d\d)?(?!\d)/g,
  /(?<![\d.,])\d{1,2}\s{0,3}日(?!元|均|内)/g,
  // Numbering and references
  /^\s{0,3}\d{1,3}\s{0,3}(?:[、)）:：]|[.．](?!\d))/gm,
  /[（(]\s{0,3}\d{1,2}\s{0,3}[)）]/g,
  /(?<=[：:；;。，,、\s])\d{1,2}\s{0,3}[)）](?!\s{0,3}[%％])/g,
  /(?<=[：:；;。])\s{0,3}\d{1,2}\s{0,3}、(?!\s{0,3}\d)/g,
  /(?:问题|表|图|注|附件|附表|附注|公式|事项|议案)\s{0,3}\d{1,3}(?:[.-]\d{1,3})*(?!\d|\s{0,3}[%％万亿元])/g,
  /之\s{0,3}\d{1,2}\s{0,3}(?=[、“”])/g,
  /前\s{0,3}\d{1,3}\s{0,3}(?:名|大|位|家|个交易日|个月|日)/g,
  /最近\s{0,3}\d{1,2}\s{0,3}(?:年|个会计年度|个月|期)/g,
  // Codes: letters and digits run together, telephone numbers
  /(?<![A-Za-z])[A-Za-z]{1,20}[-_.]?\d[\dA-Za-z.-]{0,40}/g,
  /(?<![\d.])0\d{2,3}-\d{7,8}/g,
];

/** Words that say as of when a statement is: by a day, or by the day of the reply. Bounded, so that scanning stays linear. */
export const AS_OF_DAY = /截[至止](?:到|于)?\s{0,2}(?:(?:19|20)\d\d\s{0,2}年\s{0,2})?\d{1,2}\s{0,2}月(?:\s{0,2}\d{1,2}\s{0,2}日|末|底)/g;
export const AS_OF_NOW =
  /截[至止](?:到|于)?\s{0,2}(?:本(?:次)?(?:回复|回函|公告|问询函回复|核查意见|专项说明|报告)(?:函)?(?:的)?(?:出具|披露|签署|公告)?(?:之)?日|回[函复](?:之)?日|目前|(?:本)?(?:报告|公告)?披露日|今)|期后(?:\s{0,2}\d{1,2}\s{0,2}(?:[-－—~至]\s{0,2}\d{1,2}\s{0,2})?月(?:份)?)?(?=回款|收款|结转|销售|收回|到货|验收|执行|情况|[，,、\s\d（(])/g;
/** The end of a reporting period: 截至 2023 年 12 月 31 日. */
export const PERIOD_END =
  /(?:12\s{0,2}月\s{0,2}31\s{0,2}日|6\s{0,2}月\s{0,2}30\s{0,2}日|3\s{0,2}月\s{0,2}31\s{0,2}日|9\s{0,2}月\s{0,2}30\s{0,2}日|(?:12|6|3|9)\s{0,2}月[末底])$/;
/** 期后 speaks of a time only where a number follows it in its clause: 期后回款 3.00 万元, not 期后回款测试. */
export const AFTER_PERIOD = /^期后/;
export const NUMBER_FOLLOWS = /^[^。；;\n]{0,40}\d/;
