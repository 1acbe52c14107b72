/*
 * The words replies to regulators' letters are built with. Patterns are data and bounded; how they are used stands in the files that import them.
 */

/** 回复： with whatever it is called, whoever gives it and the question it answers (对问题1的回复：); group 1 is the label, group 2 text that follows in the same paragraph. */
export const REPLY_LABEL =
  /^([【[（(<]?\s*(?:(?:[对就]|关于)?(?:上述|本)?问题\s*[\d一二三四五六七八九十]{0,3}\s*的?\s*)?(?:(?:上市|本)?公司(?:董事会|及相关方)?|发行人|申请人)?(?:回\s*复|答\s*复|回函|答)(?:说明|意见)?(?:如下)?\s*(?:[】\])）>]\s*[:：]?|[:：]|(?=$)))\s*([\s\S]*)$/;

/** Labels of headings by level, outermost first: 一、 or 【】, （一）, 1、, （1）, ① or A：. */
export const HEADING_LABELS = [
  { level: 2, pattern: /^(?:[一二三四五六七八九十]{1,3}\s*、|【(?=[^】]{1,40}】$))/ },
  { level: 3, pattern: /^[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]/ },
  { level: 4, pattern: /^\d{1,2}\s*(?:、|[.．](?!\d))/ },
  { level: 5, pattern: /^[（(]\s*\d{1,2}\s*[)）]/ },
  { level: 6, pattern: /^(?:[①-⑳]|\d{1,2}[)）]|[A-Z]\s*[：:、.．])/ },
] as const;

/** The company's own part: 公司说明及分析, 【披露与说明】, 一、公司回复. */
export const STATEMENT_HEADING =
  /^(?:上市公司|本公司|公司|发行人)(?:的)?(?:情况)?(?:说明|回复|答复|分析|披露)(?:(?:与|及|和|、)(?:补充)?(?:说明|分析|披露|回复|解释))*(?:情况|内容|如下)?$/;
/** What the company itself looked into (公司核查情况) is part of its statement. */
export const COMPANY = /^(?:上市公司|本公司|公司|发行人|董事会)/;
/** The same without naming the company: only in brackets or under a label. */
export const UNNAMED_STATEMENT_HEADING =
  /^(?:补充)?(?:情况说明|披露(?:与|及|和|、)(?:补充)?说明|说明(?:与|及|和|、)(?:分析|披露)|分析(?:与|及|和|、)说明|回复说明|说明回复)$/;

/** What a verifier did, and what it found. The first that fits decides: 核查程序及意见 begins with procedures. */
export const PROCEDURES_HEADING =
  /(?:核查|审计|鉴证|评估|复核|履行|执行|实施)[^。，；]{0,10}(?:程序|过程|方法|方式|工作|措施|范围|手段)|核查(?:情况|说明)$/;
export const CONCLUSION_HEADING =
  /(?:核查|审核|复核|专项|专业|法律|评估|鉴证|独立|发表|明确)[^。，；]{0,8}(?:意见|结论|结果)|(?:意见|结论|回复|答复|说明)$/;

/** A word that makes a heading a verifier's even when it names none. */
export const VERIFICATION_WORD = /核查|中介机构|核验/;

/** The sentence with which a conclusion begins: 经核查，会计师认为：. Group 1 names who thinks so. */
export const CONCLUSION_SENTENCE =
  /^(?:综上(?:所述)?[，,])?(?:(?:基于|根据|通过)(?:上述|以上|前述)?[^。；，,]{0,16}[，,])?(?:经(?:过)?(?:上述|以上)?(?:核查|审核|复核|评估)[^。；，,]{0,8}[，,])?([^。；，,]{0,20}?)(?:均)?认为(?:[，,：:]|(?<=^(?:综上|基于|根据|通过|经).{2,60}认为))/;
export const WE = '我们';

/** The sentence with which procedures begin without a heading: 针对上述事项，我们执行了以下核查程序：. Group 1 names who did. */
export const PROCEDURES_SENTENCE =
  /^[^。；]{0,40}?([^。；，,]{2,20}?)(?:主要)?(?:执行|履行|实施|进行|采取)了?(?:如下|以下|下列)[^。；，,]{0,12}(?:程序|工作|核查|措施)[^。；，,]{0,4}[：:]$/;

/** The first lines of an announcement. */
export const CODE_LINE = /(?:[A-Z]\s*股|证券|股票|公司|债券|转债|优先股|存托凭证)(?:代码|简称)\s*[:：]|公告编号\s*[:：]/;
export const GUARANTEE = /(?:董事会|董事|公司)[^。]{0,40}保证[^。]{0,40}真实[^。]{0,6}准确[^。]{0,6}完整/;
/** A title that begins with the company's name, which is printed above it: group 1 the name, group 2 the rest. */
export const TITLE_WITH_COMPANY = /^((?:(?!关于)[^，。《》]){2,40}(?:公司|银行|集团))\s*(关于[\s\S]+)$/;
export const TITLE_WORD = /关于|公告|回复|回函|说明|意见|报告|问询函|关注函/;

/** The last lines. */
export const CLOSING = /^(?:特此(?:公告|回复|说明|函复|报告|函告)|专此(?:回复|说明|报告))[。.]?$/;
export const SIGNATURE = /(?:公司|银行|集团|董事会|事务所|（特殊普通合伙）|\(特殊普通合伙\)|盖章）|\(盖章\))$/;
export const SIGNATURE_PAGE = /^[（(](?:以下|本页|此页|[本此]页以下)无正文[^）)]{0,120}[）)]$/;
export const ARABIC_DATE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/;
export const CHINESE_DATE = /^([二〇○零一三四五六七八九Ｏ]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;
export const CHINESE_YEAR_DIGITS = '〇一二三四五六七八九';

/** Names of styles whose paragraphs repeat headings of the document. */
export const CONTENTS_STYLE = /^(?:toc|目录)\s*\d?$/i;

/** The line below a chart, by its words and by the names of its style. */
export const FIGURE_SOURCE = /^(?:数据|资料)来源[：:]/;
export const FIGURE_SOURCE_STYLE = /^(?:图表来源|图源|资料来源|数据来源)$/;

/** Name of the style of list items in documents of this program. */
export const LIST_STYLE_NAME = '回复列表';
