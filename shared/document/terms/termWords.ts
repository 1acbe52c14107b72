const SAYS = String.raw`(?:以下|下文|下)?(?:合并|合|统)?(?:简称|统称|称)(?:为|作)?[：:]?\s*`;
/** Other words in the bracket before it: 〔2024〕第 1 号，以下简称“问询函”. */
const LEAD = String.raw`(?:[^（()）“”]{1,80}?[，,；;]\s*(?=以下|下文|下称|简称|统称))?`;
const QUOTED = String.raw`(?<quoted>(?:[“"‘「][^”"’」]{1,30}[”"’」](?:\s*(?:或|、|，|及|和|以及)\s*)?)+)[^）)]{0,12}`;
const BARE = String.raw`(?<=以下(?:简|统)称(?:为|作)?[：:]?\s*)(?<bare>[^（()）“”"‘’「」，。；：\s]{2,30})`;

/** （以下简称“甲公司”或“甲”）, （以下简称甲公司）: the bracket that defines short names. */
export const DEFINITION = new RegExp(`[（(]${LEAD}${SAYS}(?:${QUOTED}|${BARE})[）)]`, 'g');
/** Short names in quotation marks, as many as a definition gives. */
export const SHORT_NAME = /[“"‘「]([^”"’」]{1,30})[”"’」]/g;
/** What stands between short names that one definition or one row of a 释义 gives. */
export const TERM_SEPARATOR = /\s*(?:[、，,/／\n]|或者?|以?及)\s*/;
/** The middle cell of a row of a 释义. */
export const MEANS = /^(?:指|系指|是指)$/;

/** Where the name before a definition cannot reach back over. */
export const NAME_BOUNDARY = /[，。；：、！？（）()“”"《\s]/;

/** A bracket that is part of the name it stands in or ends: （集团）, （特殊普通合伙）, （有限合伙）. */
export const NAME_BRACKET = /(?<=[\p{Script=Han}])[（(](?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{0,4}合伙)[）)]$/u;
/** Characters of the longest such bracket. */
export const LONGEST_BRACKET = 12;

/** Words that lead to a name and are none of it: 与, 向, 收到, 公司与… */
export const NAME_LEADS =
  /^(?:(?:本|你)?公司(?=[与和及向对由从])|[与和及向对由从将把给被为系即]|收到|聘请|委托|根据|按照|通过|其中|包括|控股子公司|全资子公司|子公司|客户|供应商)+/;

/** Short names every document uses of its own parties, whose every use cannot be told from other words. */
export const COMMON_TERMS: ReadonlySet<string> = new Set([
  '公司',
  '本公司',
  '上市公司',
  '我们',
  '本所',
  '会计师',
  '年审会计师',
  '律师',
  '保荐机构',
  '本保荐机构',
  '独立财务顾问',
  '评估师',
  '评估机构',
  '问询函',
  '年报问询函',
  '关注函',
  '交易所',
  '深交所',
  '上交所',
  '北交所',
  '证监会',
]);
