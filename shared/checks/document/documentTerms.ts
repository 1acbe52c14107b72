/*
 * Fixed words of replies and letters the document checks rest on.
 */

/** What a regulator's letter may be called. A name counts as another's only when the letter's own name does not contain it. */
export const LETTER_KINDS = ['关注函', '问询函', '监管函', '工作函', '反馈意见', '落实函', '警示函', '审核意见', '问询意见'] as const;

/** Words after or around a letter's name that say it is the letter being answered; | stands for the name. */
export const SAYS_THIS_LETTER =
  /(?:对|就|针对|收到|根据|按照|上述|本次|该|贵部|贵所|回复|答复)[《“]?\|(?:”|》)?|\|(?:”|》)?(?:中|所|的|里)?(?:提出|所列|列示|提及|涉及|要求|关注|问题|所述|回复|事项)/;

/** Words before a letter's name that say it is another letter. */
export const OF_ANOTHER_LETTER =
  /(?:此前|前次|历史|曾|以前年度|(?:19|20)\d\d\s{0,2}年[^，。]{0,16}|号|首次|第[一二三]次|首轮|二轮|其他|其它|监管措施|出具的?)$/;

/** 详见问题 3（2）: a reference to a question, by Arabic or Chinese numeral, and to one of its items. */
export const QUESTION_REFERENCE =
  /(?:详见|参见|请见|见|详情见|详情参见|参照|同|如)(?:本(?:回复|公告|函)|上述|前述|上文|下文|对|之)?[“”"]?(?:问询函)?问题\s{0,2}([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9０-９一二三四五六七八九十%])/g;

/** 问题 3（2）: an item of a question by its number; 针对问题（2）: one of the question being answered. */
export const ITEM_REFERENCE = /问题\s{0,2}([0-9０-９]{1,2})?\s{0,2}[（(]\s{0,2}([0-9０-９]{1,2})\s{0,2}[)）]/g;

/** 如上表所示: a table just shown; 如下表所示: one about to be. */
export const TABLE_ABOVE = /(?:如|由|从|根据|据)\s{0,2}上(?:述)?表|上表(?:可知|可见|所示|显示|列示|数据|中)/g;
export const TABLE_BELOW = /(?:如|见)\s{0,2}下表(?:所示|列示|所列)?|下表(?:所示|列示|为|列出)/g;

/** 详见上文“…”: a heading of the reply, by its words. */
export const HEADING_REFERENCE = /(?:详见|参见|请见|见)([^“”。；;，,]{0,24})“([^“”]{4,120})”/g;
/** What makes such a reference one into this document, and what makes it one into another. */
export const IN_THIS_DOCUMENT = /上文|下文|前文|后文|本回复|本公告|本题|本问题|问题|之|上述|前述|部分/;
export const IN_ANOTHER_DOCUMENT =
  /年报|年度报告|半年报|半年度报告|季报|季度报告|招股|说明书|公告(?!中)|附注|报告书|第[一二三四五六七八九十]{1,3}节|指引|准则|办法/;

/** An act that publishes a rule or a plan, with the title it concerns. */
export const ISSUED_TITLE =
  /((?:19|20)\d\d)\s{0,2}年\s{0,2}(\d{1,2})\s{0,2}月(?:\s{0,2}(\d{1,2})\s{0,2}日)?[，,]?\s{0,2}([^，,。；;《》]{2,40}?)\s{0,2}(?:联合)?(?:印发|发布|颁布|公布|出台|下发)(?:了)?[^，,。；;《》]{0,6}《([^《》]{4,80})》/g;

const DATE = String.raw`(?<year>(?:19|20)\d\d)\s{0,2}年\s{0,2}(?<month>\d{1,2})\s{0,2}月(?:\s{0,2}(?<day>\d{1,2})\s{0,2}日)?`;
const ORGANISATION = String.raw`[\u4e00-\u9fa5（）()]{4,30}?(?:公司|中心|合伙企业（有限合伙）)`;
const GENERAL_MEETING = String.raw`(?<meeting>(?:19|20)\d\d\s{0,2}年(?:\s{0,2}年?度|\s{0,2}第\s{0,2}[一二三四五六七八九十\d]{1,3}\s{0,2}次临时)\s{0,2}股东大?会)`;
const MEETING = String.raw`(?<meeting>第\s{0,2}[一二三四五六七八九十\d]{1,3}\s{0,2}届\s{0,2}(?:董事会|监事会)(?:[\u4e00-\u9fa5]{2,6}委员会)?\s{0,2}第\s{0,2}[一二三四五六七八九十\d]{1,4}\s{0,2}次(?:临时)?会议)`;

/** Events that happen once, with the date the text gives them; named groups beside the date's say which event it is. `hint` spares most texts the search. */
export const DATED_ACTS: readonly { kind: string; hint: RegExp; pattern: RegExp }[] = [
  {
    kind: 'met',
    hint: /次(?:临时)?会议/,
    pattern: new RegExp(String.raw`${DATE}[，,]?(?:公司|本公司)?(?:以[^，。；]{1,8}方式)?(?:召开|举行)了?的?${MEETING}`, 'g'),
  },
  {
    kind: 'met',
    hint: /次(?:临时)?会议/,
    pattern: new RegExp(String.raw`${MEETING}于\s{0,2}${DATE}(?:以[^，。；]{1,8}方式)?(?:召开|举行)`, 'g'),
  },
  {
    kind: 'met',
    hint: /股东大?会/,
    pattern: new RegExp(String.raw`${DATE}[，,]?(?:公司|本公司)?(?:召开|举行)了?的?${GENERAL_MEETING}`, 'g'),
  },
  { kind: 'met', hint: /股东大?会/, pattern: new RegExp(String.raw`${GENERAL_MEETING}(?:已)?于\s{0,2}${DATE}(?:召开|举行)`, 'g') },
  {
    kind: 'received',
    hint: /收到/,
    pattern: new RegExp(
      String.raw`于\s{0,2}(?=(?<of>(?:19|20)\d\d))${DATE}(?:，|,)?收到[^，。；]{0,40}?(?<letter>[\u4e00-\u9fa5]{0,6}(?:问询函|关注函|监管函|工作函))(?![〔（(])`,
      'g',
    ),
  },
  {
    kind: 'founded',
    hint: /成立|设立/,
    pattern: new RegExp(String.raw`(?:^|[，,。；;、：:])(?<who>${ORGANISATION})(?:注册)?(?:成立|设立)于\s{0,2}${DATE}`, 'g'),
  },
  {
    kind: 'founded',
    hint: /成立|设立/,
    pattern: new RegExp(String.raw`(?:^|[，,。；;、：:])(?<who>${ORGANISATION})于\s{0,2}${DATE}(?:注册|正式)?(?:成立|设立)`, 'g'),
  },
  {
    kind: 'signed',
    hint: /签[订署]了?《/,
    pattern: new RegExp(
      String.raw`${DATE}[，,]?(?:公司|本公司)?与(?<with>[^，,。；;《》]{2,30}?)签[订署]了?《(?<title>[^《》]{3,40})》`,
      'g',
    ),
  },
];

/** The date such an act begins with. */
export const PRINTED_DATE = /^(?:19|20)\d\d\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月(?:\s{0,2}\d{1,2}\s{0,2}日)?/;

/** Words of a claim about rows of a table by their number, and the opposite the rows would say. */
export const ROW_CLAIM =
  /第?\s{0,2}([一二三四五六七八九十]{1,3}|\d{1,2})\s{0,2}(?:至|到|[-－—–~～])\s{0,2}第?\s{0,2}([一二三四五六七八九十]{1,3}|\d{1,2})\s{0,2}(?:名|位|大|项|户|家)[^。；;]{0,120}/g;
/** The same of all rows of the table above: 上述客户…均…. What is excepted in the sentence is not claimed. */
export const ALL_ROWS_CLAIM =
  /(?:上述|上表|前述|以上)(?:中|所列)?[^，。；]{0,8}?(?:客户|供应商|单位|公司|交易对方|项目)[^。；;]{0,40}?(?:均|都|全部)[^。；;]{0,40}/g;
export const EXCEPTED = /除|外|主要|大部分|多数|基本|部分|其中|第/;
/** `head` names the columns whose cells may deny; without it any cell may. */
export const CLAIMED_OPPOSITES: readonly { claim: RegExp; opposite: RegExp; head?: Pick<RegExp, 'test'> }[] = [
  { claim: /按(?:账龄)?组合(?:法)?计提/, opposite: /单项(?:全额)?计提|单项计提|全额单项/ },
  { claim: /(?:已)?(?:全额)?单项(?:全额)?计提/, opposite: /按(?:账龄)?组合|账龄(?:足额)?计提/ },
  { claim: /不存在关联关系|非关联方|无关联关系/, opposite: /^(?:是|存在|关联方|存在关联关系)$/, head: /关联/ },
];

/** Metrics of which rates of change are stated, each with its names; the first that is found decides. */
export const METRICS: readonly (readonly string[])[] = [
  ['销量', '销售量', '销售数量'],
  ['产量', '生产量'],
  ['库存量', '库存数量'],
  ['单位成本'],
  ['单价', '售价', '均价'],
];
export const CHANGE_HEAD = /变动|增减|增长|变化|同比/;

/** 2025 年营业收入较 2023 年增长率不低于 40%: year, metric, base year, rate. */
export const TARGET_IN_CELL = /(20\d\d)年度?(营业收入|净利润)较(20\d\d)年度?(?:的)?增长率?不低于(\d+(?:\.\d+)?)%/g;
/** 以 2023 年营业收入为基数，2024-2025 年营业收入增长率分别不低于 20%、44%: base year, metric, first and last year, rates. */
export const TARGETS_IN_PROSE =
  /以(20\d\d)年度?(营业收入|净利润)为基数[，,](20\d\d)(?:[-－—~至](20\d\d))?年度?(?:\2)?增长率?(?:分别)?不低于((?:\d+(?:\.\d+)?%[、和及]?)+)/g;

/** Heads of tables that compute effects and margins from another table. */
export const EFFECT_HEAD = /影响(?:金额|额|数)?/;
export const QUANTITY_HEAD = /数量|销量|产量/;
export const AMOUNT_HEAD = /(?:收入|成本|销售额)(?!.*单)(?!占)(?!.*率)/;
export const REVENUE_HEAD = /(?:收入|销售额)(?!占)$/;
export const COST_HEAD = /成本(?!占)$/;
export const MARGIN_HEAD = /毛利率$/;
