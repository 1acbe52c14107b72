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
  'pcts',
  'pct',
  'bps',
  'bp',
  'BP',
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
export const ROUNDS_UP: ReadonlySet<string> = new Set(['近', '将近', '接近', '不足', '不到', '不超过', '不高于']);

/** A unit right behind a number (blanks between allowed): 万元, 元/股, 个百分点; 余 and 多 may stand before it. Group 1 is the unit. */
export const UNIT = new RegExp(
  `\\s{0,3}(?:余|多)?((?:${byLength(PLAIN_UNITS)})|(?:${SCALE})?(?:${byLength(SCALABLE_UNITS)})(?:\\s?/\\s?(?:${byLength(SCALABLE_UNITS)}|年|月|天|日))?|(?:${SCALE})(?=[左右余多以至到和及与、，。；）)的“”,;\\s-]|$))`,
  'y',
);

/** Units as they are calculated with: 万 and 亿 alone are money. */
export const UNIT_NAMES: Readonly<Record<string, string>> = {
  '％': '%',
  万: '万元',
  亿: '亿元',
  千万: '千万元',
  百万: '百万元',
  pct: '个百分点',
  pcts: '个百分点',
  bp: '个基点',
  bps: '个基点',
  BP: '个基点',
};

/** Arabic number with or without thousands separators. */
export const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g;
export const MINUS = '-－−﹣–—负';
/** A dash of these is a minus only behind one of them: the net profit is —7,134.91. */
export const DASHES = '–—';
export const BEFORE_DASHED_MINUS = /(?:^|[:：，,、（(为是至到达]|\s)$/;
/** A number in brackets with its unit behind them is negative: （1,234.56）万元. */
export const OPENING_BRACKETS = '（(';
export const CLOSING_BRACKETS = '）)';

/** Names of other currencies before an amount, and the money each makes of 元 and of 万 and 亿 alone. */
export const CURRENCY_BEFORE = /(US\$|USD|美元|美金|HK\$|HKD|港元|港币|EUR|欧元|€|JPY|日元)\s{0,2}$/;
export const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  US$: '美元',
  USD: '美元',
  美元: '美元',
  美金: '美元',
  HK$: '港元',
  HKD: '港元',
  港元: '港元',
  港币: '港元',
  EUR: '欧元',
  欧元: '欧元',
  '€': '欧元',
  JPY: '日元',
  日元: '日元',
};

/** 余 and 多 between scale and unit: 3 万余元. Groups: scale, word, unit. */
export const SPLIT_UNIT = /\s{0,3}(千万|百万|十万|万|亿)(余|多)(元|美元|港元|股|吨|平方米|人次|台|套|件|户|人)/y;

/** Words that make a number approximate or a bound; printed before it. */
export const WORDING = /(?:(?<!最)近|约为?|大约|逾|超过|超|将近|接近|不足|不到|不低于|不少于|不超过|不高于|至少|高达|多达|合计约)\s*$/;

/** What links the numbers of a list or of a range: 、 和 及 至 到 - ~. */
export const LIST_LINK = /^\s*(?:、|和|及|与|以及|或|至|到|[-–—~～－])\s*$/;
export const RANGE_LINK = /^\s*[-–—~～－]\s*$/;

/** Words after which a printed amount is a decrease or a loss. 下降至 and 减少到 name a level, not a decrease. */
export const DECREASE =
  /(?:下降|下滑|减少|降低|下跌|回落|缩减|萎缩|下调|调减|降幅|减幅|跌幅|亏损|净流出)(?:了|幅度|比例|比率|金额|额|率)?\s*(?:分别)?(?:为|达到|达|合计|累计|共|[:：])?\s*$/;

/** Chinese numerals are figures only with these counts: 三家, 十二名. 一家 is an article. */
export const COUNTED_IN_WORDS =
  /(?<![第前至到每其这那几数一二三四五六七八九十百])([两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)(余|多)?(家|户|名|人)(?![次均民员才])/g;

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

/** Words that say as of when a statement is: by a day or a month, or by the day of the reply. Bounded, so that scanning stays linear. */
export const AS_OF_DAY =
  /截[至止](?:到|于)?\s{0,2}(?:(?:(?:19|20)\d\d|今|本|当)\s{0,2}年\s{0,2})?(?:\d{1,2}\s{0,2}月(?:\s{0,2}\d{1,2}\s{0,2}日|末|底)?|[一二三四]季度末|第[一二三四]季度末|上半年末|年?末|年?底)|截[至止](?:到|于)?\s{0,2}(?:19|20)\d\d\s{0,2}[-/.]\s{0,2}\d{1,2}\s{0,2}[-/.]\s{0,2}\d{1,2}(?!\d)|截[至止](?:到|于)?\s{0,2}(?:本)?(?:报告期|最近一期)末/g;
export const AS_OF_NOW =
  /截[至止](?:到|于)?\s{0,2}(?:本(?:次)?(?:问询函|函|公告|年报)?(?:回复|回函|公告|函|核查意见|专项说明|专项意见|法律意见书?|审计报告|报告)(?:函|书)?(?:的)?(?:回复|出具|披露|签署|公告)?(?:之)?日|回[函复](?:之)?日|目前|(?:审计报告|报告|公告)?(?:披露|公告|出具|签署|报告)(?:之)?日|审计报告日|今(?!年)|最新)|(?:报告期后|资产负债表日后|期后)(?:\s{0,2}\d{1,2}\s{0,2}(?:[-－—~至]\s{0,2}\d{1,2}\s{0,2})?月(?:份)?)?(?=已?(?:累计|实际)?(?:回款|收款|结转|销售|收回|到货|验收|执行|情况|支付|归还|偿还|新增)|[，,、\s\d（(])/g;
/** The end of a reporting period, which no deferral moves: 截至 2023 年 12 月 31 日, 截至报告期末. */
export const PERIOD_END =
  /(?:12\s{0,2}月\s{0,2}31\s{0,2}日|6\s{0,2}月\s{0,2}30\s{0,2}日|3\s{0,2}月\s{0,2}31\s{0,2}日|9\s{0,2}月\s{0,2}30\s{0,2}日|(?:12|6|3|9)\s{0,2}月[末底]|12[-/.]31|0?6[-/.]30|0?3[-/.]31|0?9[-/.]30|季度末|半年末|年\s{0,2}[末底]|期末)$/;
/** 期后 speaks of a time only where a number follows it in its clause: 期后回款 3.00 万元, not 期后回款测试. */
export const AFTER_PERIOD = /^(?:报告期后|资产负债表日后|期后)/;
export const NUMBER_FOLLOWS = /^[^。；;\n]{0,40}\d/;
