/*
 * The terms regulators' letters and replies to them are written with. Patterns here are data; how they are used stands in the files that import them.
 * Every pattern is bounded, so that scanning stays linear in the length of the text.
 */
import type { VerifierRole } from '../domain/letter';
import { ARABIC_DIGIT, CHINESE_DIGIT } from './numerals';

/** A printed number of one or two digits, half or full width, or Chinese up to 九十九. */
export const NUMERAL = `(?:[${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3})`;

/** Words before the number of a question: 问题1, 【问题一】, 事项一, 关注1. */
export const QUESTION_NOUNS = [
  '问题',
  '问询问题',
  '反馈问题',
  '关注问题',
  '关注事项',
  '问询事项',
  '事项',
  '关注',
  '问询',
  '反馈意见',
  '意见',
];

/** What a question usually begins with: tells a number that starts a question from one that merely stands there. */
export const QUESTION_OPENER =
  /^(?:关于|年报|半年报|季报|报告期|本期|公告|根据|截至|截止|请|说明|补充|结合|你公司|公司|我部|上述|本次|申请|草案|重组|预案|近期|前期|针对|鉴于|因|自|你|《|“|(?:19|20)\d\d\s*年|\d{1,2}\s*月)/;

/** 请 that requests: not 申请, 聘请, 提请, 敬请, nor 请示 and requests to investors. */
const ASKING = '(?<![申敬聘邀提呈报])请(?!示|求|参见|参阅|见|投资者|广大|注意|文件|书|材料)';
/** A request to the company or to someone else. Its presence makes a passage a question. */
export const REQUEST = new RegExp(
  `${ASKING}|需(?:你)?公司(?:说明|披露|补充)|予以(?:说明|核实)|应予(?:说明|披露)|认为(?:有必要|需要?)(?:说明|披露)|应当?(?:说明|补充|披露|核实|自查|督促|尽快|立即|[对就](?!本次|年报))`,
  'g',
);
/** How a question without 请 begins, where the preamble requested. */
export const ASKING_START =
  /^ ?(?:关于[^。\n]{0,40}[。\n])?(?:你公司)?(?:补充|进一步|详细)?(?:说明|核实|自查|列示|披露|结合|分析|补充|核查)/;

/** The line that addresses the letter; what follows is its body. */
export const SALUTATION = /(?:有限公司|有限责任公司|股份公司|银行|集团)(?:董事会)?(?:(?:及|、|和)[^：:\n。请]{0,60})?[：:]/;

/** Sentences that close a letter whatever else they say: the reminder, the duty of disclosure, the farewell. Matched at the start of a sentence. */
export const CLOSING_FAREWELL = [
  /^特此(?:函告|函询|函复|函达|通知|问询|复函)/,
  /^同时[，,]?\s?(?:我部)?(?:再次)?(?:提醒|请(?:你|贵)?公司及全体)/,
  /^(?:我部|本所|我所)(?:再次)?(?:提醒|重申)/,
  /^(?:请)?(?:你|贵)?公司(?:及|和)?(?:全体|控股股东|董事|相关)[^。\n]{0,60}(?:严格遵守|勤勉尽责)/,
  /^请(?:发行人|申请人|上市公司)(?:关注|及时)/,
  /^(?:针对|对于|对)(?:前述|上述|以上)(?:问题|事项)[，,][^。\n]{0,40}(?:不适用|不便披露|无法披露|依据)/,
  /^请(?:(?:你|贵|上市)?(?:公司|单位)|发行人|申请人)[^。：；\n]{0,20}收到本?(?:问询函|关注函|工作函|监管函|函件|函)/,
  /^请(?:发行人|申请人)在[^。；\n]{0,12}扉页/,
  /^请[^。；，\n]{0,8}区分“披露”/,
  /^除上述问题外/,
  /^涉及(?:需要?|应)?(?:信息)?披露/,
  /^附件?\d{0,2}[：:]/,
  /^(?:深圳|上海|北京)证券交易所[^。；，\n]{0,30}(?:\n|$|(?:20\d\d|二[〇○零]))/,
  /^(?:20\d\d|二[〇○零][〇○零一二三四五六七八九]{2}) ?年 ?[\d一二三四五六七八九十]{1,3} ?月 ?[\d一二三四五六七八九十]{1,3} ?日\s*(?:\n|$)/,
];
export const REQUEST_TO_COMPANY =
  /^(?:(?:上述|以上|前述)(?:问题|事项)[，,]?)?(?:请(?:(?:你|贵|上市)?(?:公司|单位|银行)|发行人|申请人)(?:董事会)?|(?:你|贵)公司(?:应当?|须|需)|请(?=于|在|[就对]上述))/;
/** 就上述问题…: what closes a letter speaks of all its questions. */
export const ALL_QUESTIONS = /(?:就|对|针对)(?:上述|以上|前述)(?:全部|所有|相关)?(?:问题|事项|情况)[^。，；]{0,24}/;
/** 就上述问题作出书面说明 and the like: what the company owes for the letter as a whole. */
export const RETURN_DUTY =
  /(?:(?:就|对|针对)?(?:上述|以上|前述)(?:问题|事项|情况|关注事项)?(?:逐项)?)[^。；\n，]{0,6}?(?:作出|做出|进行|予以)?书面(?:说明|回复|答复|回函)(?:材料)?|(?:以)?书面(?:说明|回复|形式)/;
/** What is due: the answer, as against the disclosure of the letter itself. */
export const ANSWER_DUE = /报送|报备|报告|回复|答复|反馈|提交|书面|说明|回函/;
/** A date or a number of days by which something is due. */
export const DEADLINE =
  /(?:在|于|自)?[^。；，\n]{0,14}?(?:(?:20\d\d ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日(?: ?（含(?:当日)?）| ?\(含(?:当日)?\))? ?(?:之?前|以前)|(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:个?(?:交易日|工作日|自然日|日|天)|个月)之?内)/;

/** Words of a reminder of good conduct, which wants no answer. */
export const ADMONITION = /吸取教训|引以为戒|杜绝|严格(?:遵守|按照)|提高信息披露|强化|规范运作|充分重视/;
/** A request that wants an answer. */
export const ANSWERABLE_REQUEST = new RegExp(
  `${ASKING}[^。\\n]{0,400}?(?:说明|披露|核实|核查|自查|列示|补充|报备|分析|解释|论证|明确|提供|回复|答复)`,
);

/** A request as it stands in a question pasted without its letter. */
export const REQUEST_TO_ANSWER =
  /请(?:你|贵)?公司|请(?:发行人|申请人|上市公司)|请(?:详细|进一步|具体|补充)*(?:说明|补充|结合|列示|核实|分析|披露)|请(?:年审|申报|会计师|律师|独立|保荐|评估)/;

/** A heading （二）… alone on the last line before the next question. */
export const BRACKETED_HEADING = new RegExp(`\\n ?[（(][${CHINESE_DIGIT}]{1,3}[)）][^。；：？\\n请]{1,40}\\s*$`);

/** Sentences that end the preamble and introduce the questions. */
export const PREAMBLE_REQUEST = /请[^。]{0,80}(?:以下|下列|下述|如下)[^。]{0,20}(?:问题|事项|情况|内容|方面|信息)/;
export const PREAMBLE_END = /(?:如下(?:事项|问题|情况|意见)?|以下(?:事项|问题|情况|方面)[^。：\n]{0,30}|反馈如下|说明|问题)[：:]$/;

/** A line with which an answer begins: 回复：, 【回复】, 公司回复：, 答： … */
export const REPLY_MARK = new RegExp(
  '^[【\\[（(]?\\s*(?:一、\\s*)?' +
    `(?:(?:对|关于)?(?:上述)?问题\\s*${NUMERAL}?\\s*的?\\s*)?` +
    '(?:(?:本|上市)?公司|发行人|企业)?\\s*(?:的)?(?:(?:回复|答复|回函|回答)(?:说明|意见|内容|情况)?(?:如下)?|答|说明如下)\\s*[】\\])）]?\\s*(?:[:：]|(?=\\n|$))|^(?:【(?:本?公司)?(?:说明|回应)】|本?公司(?:说明|回应)[：:])',
);

/** Words one of which stands in every reply mark: what a scan looks for first. */
export const REPLY_WORD = '(?:回复|答复|回函|回答|答|说明|回应)';

/** What heads a part of one answer, or the answers as a whole, never questions: 公司说明及分析, 会计师核查意见. */
export const PART_OF_REPLY =
  /^(?!关于)(?:.*(?:核查|问询函)|(?:(?:本|上市)?公司|发行人|企业)?(?:的)?(?:情况)?(?:回复|答复|回函|回应|说明|分析|披露)|.*(?:会计师|律师|保荐|顾问|评估|董事)[^。]{0,8}(?:意见|结论|程序|回复|答复|说明)$)/;

/** Names of kinds of letters, most specific first: the letter is called by the first one it names. */
export const LETTER_KINDS = [
  '信息披露监管问询函',
  '信息披露监管工作函',
  '半年报信息披露监管问询函',
  '非许可类重组问询函',
  '许可类重组问询函',
  '并购重组问询函',
  '重大资产重组问询函',
  '重组问询函',
  '半年报问询函',
  '一季报问询函',
  '三季报问询函',
  '季报问询函',
  '年报问询函',
  '定期报告问询函',
  '审核问询函',
  '审核中心意见落实函',
  '审核意见落实函',
  '监管关注函',
  '监管工作函',
  '监管问询函',
  '反馈意见',
  '监管函',
  '关注函',
  '工作函',
  '问询函',
] as const;

/** Titles that name the kind in other words: 关于对…2020 年年报的问询函. The first that matches wins. */
export const KIND_BY_TITLE: readonly (readonly [RegExp, string])[] = [
  [/(?<!债务)(?:重组|购买资产|资产置换|吸收合并|资产出售)[^。\n]{0,40}问询函/, '重组问询函'],
  [/半年(?:度报告|报)[^。\n]{0,12}问询函/, '半年报问询函'],
  [/(?:季度报告|季报)[^。\n]{0,12}问询函/, '季报问询函'],
  [/年(?:度报告|报)[^。\n]{0,12}问询函/, '年报问询函'],
];

/** Words at the head of a letter about a reorganisation, where 财务顾问 means 独立财务顾问. */
export const REORGANISATION = /(?<!债务)重组(?!的?(?:计划|情形|意向))|购买资产|资产置换|吸收合并|重大资产出售|换股合并/;

/** Regulators and exchanges, longest first, with the short names replies use. */
export const REGULATOR =
  /深圳证券交易所|上海证券交易所|北京证券交易所|全国中小企业股份转让系统(?:有限责任公司)?|中国证券监督管理委员会(?:[\u4e00-\u9fff]{2,5}监管局)?|中国证监会(?:[\u4e00-\u9fff]{2,5}监管局)?|[\u4e00-\u9fff]{2,3}(?:证监局|监管局)|深交所|上交所|北交所/;
export const REGULATOR_FULL_NAMES: Readonly<Record<string, string>> = {
  深交所: '深圳证券交易所',
  上交所: '上海证券交易所',
  北交所: '北京证券交易所',
};
/** A department, directly behind its regulator's name. */
export const DEPARTMENT =
  /^(?!下发|出具|关于)[\u4e00-\u9fff]{0,8}?(?:管理|公司|监管|审核|上市|监察|融资|并购)[\u4e00-\u9fff]{0,8}?(?:部|处|中心)(?![分门署])/;

/** 公司部年报问询函〔2024〕第 12 号, also with broken, missing or other brackets and with spaces inside. */
export const LETTER_NO =
  /([\u4e00-\u9fff]{2,40}(?:[（(][\u4e00-\u9fff]{2,8}[）)])?) ?(?:[〔[【（(﹝［「]\s?(20\d ?\d)\s?[〕\]】）)﹞］」]?|(20\d\d)\s?[〕\]】﹞］」]) ?(第)? ?(\d(?: ?\d){0,7}) ?号/g;

/** Names of codes in an announcement's first lines. */
export const SECURITY_CODE = /(?:证券|股票|公司|A 股)代码\s?[：:]\s?(\d{6}(?:[、/，, ]{1,3}\d{6}){0,4})/;
export const SHORT_NAME = /(?:证券|股票|公司|A 股)简称\s?[：:]\s?([^\s：:]{2,20}?)(?=\s|$|公告编号|编号|证券|股票)/;
export const ANNOUNCEMENT_NO = /(?:公告)?编号\s?[：:]\s?((?:临|第)?\s?(?:20\d\d|\d{2})\s?[-–—－]\s?\d{1,4}(?:号)?)/;

/** The company a letter is addressed to, or the one a title is about. */
export const COMPANY_NAME = '[\\u4e00-\\u9fffA-Za-z（）()·]{2,40}?(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司)';
/** What follows the day on which a letter was received. */
export const RECEIVED = /^[^。；\n，]{0,16}收到[^。；\n]{0,60}?(?:函|证券交易所|深交所|上交所|北交所|证监)/;
/** What says that a reply is disclosed, that it is only where the rules ask for it, and to whom copies go. */
export const DISCLOSE = /对外披露|披露/;
export const DISCLOSE_WHERE_REQUIRED = /(?:涉及|如有?|若)[^。；\n]{0,12}披露[^。；\n]{0,30}/g;
export const COPY_TO = /抄[送报]\s?[：:]?\s?([^。；，\n]{2,40})/g;
/** What every letter of review asks of its sponsor: the reply as a whole, public reports. It reaches no question. */
export const STANDING_DUTY = /把关|舆情/;
export const REMINDER = /(?:提醒|严格遵守|真实、准确)[^。]{0,200}/g;

/** Verifier terms and their roles. Order matters: a longer term stands before one it contains. */
export const VERIFIER_TERMS: readonly (readonly [string, VerifierRole])[] = [
  ['独立财务顾问', 'financialAdviser'],
  ['财务顾问', 'otherAdviser'],
  ['律师事务所', 'lawyer'],
  ['常年法律顾问', 'lawyer'],
  ['法律顾问', 'lawyer'],
  ['律师', 'lawyer'],
  ['律所', 'lawyer'],
  ['会计师事务所', 'auditor'],
  ['会计师', 'auditor'],
  ['年审机构', 'auditor'],
  ['审计机构', 'auditor'],
  ['审计师', 'auditor'],
  ['资产评估机构', 'appraiser'],
  ['资产评估师', 'appraiser'],
  ['资产评估有限公司', 'appraiser'],
  ['评估公司', 'appraiser'],
  ['评估机构', 'appraiser'],
  ['评估师', 'appraiser'],
  ['评估事务所', 'appraiser'],
  ['估值机构', 'appraiser'],
  ['保荐机构', 'sponsor'],
  ['保荐人', 'sponsor'],
  ['保荐代表人', 'sponsor'],
  ['持续督导机构', 'sponsor'],
  ['持续督导券商', 'sponsor'],
  ['主办券商', 'sponsor'],
  ['主承销商', 'sponsor'],
  ['独立董事', 'independentDirectors'],
  ['独董', 'independentDirectors'],
  ['审计委员会', 'auditCommittee'],
  ['监事会', 'supervisors'],
];

/** Roles outside the company: asked to explain what they did, they verify. */
export const INTERMEDIARY_ROLES: ReadonlySet<VerifierRole> = new Set([
  'auditor',
  'lawyer',
  'sponsor',
  'financialAdviser',
  'otherAdviser',
  'appraiser',
]);

/** Words that may stand between 请 and a verifier's name: 请你公司聘请的年审会计师… */
export const VERIFIER_PREFIXES = [
  '(?:你|贵|上市|标的|收购|被收购)?公司',
  '董事会',
  '申请人|发行人|收购人|交易对方',
  '聘请的?|聘任的?|委托的?|请',
  '前任|现任|后任|继任|拟聘任?|新聘任?|时任|原',
  '年审|年报|审计|审阅|备考|内部控制|内控|签字|注册|申报|项目|本次|此次|相关|上述|重组|交易|境内|境外|持续督导|督导|常年|见证|专项',
  '中介机构|各方?|全体|负责|担任|专业|独立|第三方|外部|执业|有资质的?',
  '联合|联席|共同|[两三]家|各家',
  '同时|分别|并|一并|另|也|再次|尽快',
];
/** A firm's own name before its kind: 某某会计师事务所. It holds none of the verbs a company is asked with. */
export const FIRM_NAME_BEFORE =
  '(?:(?!说明|披露|结合|补充|提供|列示|核查|核实|自查|分析|就|对|与|和|及)[\\u4e00-\\u9fff（）()·]){2,20}?(?=会计师事务所|律师事务所|资产评估|评估有限公司)';

/** A request that something be verified. */
export const VERIFY_VERB =
  /核查|核实|复核|鉴证|发表[^。；，]{0,16}(?:意见|看法|结论)|(?:出具|提供|给出|提出|报送)[^。；，]{0,20}(?:意见|专项说明|核查报告|审核报告|专项报告|法律意见书)|明确意见|(?:审计|核查|评估|复核|尽调)(?:程序|过程|工作)|审计证据|尽职调查/;
/** The company is asked to hand in what a verifier has to say: 并提供律师的核查意见. */
export const OPINION_TO_HAND_IN =
  /(?:提供|披露|报送|提交|附上)(?!了)[^，。；]{0,8}?(?=(?:年审|申报|独立|公司)*(?:会计师|律师|独立财务顾问|财务顾问|保荐机构|评估机构|评估师)[^，。；]{0,10}(?:核查意见|专项意见|专项核查|法律意见书))/g;
/** A firm's short name as a letter defines it behind the full one: 某某会计师事务所（特殊普通合伙）（以下简称“某某所”）. */
export const FIRM_ALIAS =
  /(会计师事务所|律师事务所|资产评估[\u4e00-\u9fff]{0,8}公司)(?:[（(][^（）()]{0,14}[）)])?[（(](?:以下)?(?:简称|称)[：:]?[“"]?([\u4e00-\u9fffA-Za-z]{2,10})[”"]?(?:[、或][^）)]{0,12})?[）)]/g;
/** A statement on one's own behalf: 书面陈述, 声明. */
export const STATEMENT = /书面陈述|陈述意见|声明/;
/** What an intermediary is asked to give an account of. */
export const ASK_FOR_ACCOUNT = /^(?:[^。；，]{0,80}，){0,3}[^。；，]{0,60}(?:说明|论证|解释)/;

/** Words by which a passage asks for something, in any grammatical form a letter uses. */
export const ASK_VERB =
  /请|说明|披露|列示|列表|核实|核查|自查|报备|分析|论证|测算|提供|补充|是否|原因|合理性|依据|影响|措施|发表|解释|明确|提示|更正|具体情况/;

/** Verbs a letter asks with, as they enter the ask ledger. */
export const ASK_VERBS = [
  '补充披露',
  '补充说明',
  '补充提供',
  '补充报备',
  '分析说明',
  '说明',
  '披露',
  '列示',
  '列表说明',
  '列表披露',
  '列表列示',
  '核实并说明',
  '核查并说明',
  '自查并说明',
  '核实',
  '核查',
  '自查',
  '报备',
  '报送',
  '量化分析',
  '定量分析',
  '分析论证',
  '对比分析',
  '分析',
  '论证',
  '测算',
  '解释',
  '明确',
  '提供',
  '提示',
  '更正',
  '评估',
];
export const ADDRESSEES = ['你公司', '贵公司', '上市公司', '公司', '发行人', '申请人', '相关信息披露义务人', '董事会', '你公司及相关方'];
export const ASK_ADVERBS = [
  '进一步',
  '详细',
  '具体',
  '充分',
  '逐项',
  '逐一',
  '分别',
  '全面',
  '认真',
  '如实',
  '及时',
  '尽快',
  '以表格形式',
  '客观',
];
/** The verb of what an answer must rest on: 结合 A、B 说明 C asks to take A and B in. */
export const BASIS_VERB = '结合';
/** The verb of an item that only names what is to be explained. */
export const UNSPOKEN_VERB = '说明';
/** What may stand between a clause's start and its verb: 就…说明, 对…核实, 从…分析. */
export const DEMAND_PREPOSITION = /^(?:就|对|针对|从|根据|在|按|分|区分|以|向|于)/;
/** 如是, 如有: the condition of the clause behind it. */
export const CONDITION = /^(?:如|若)(?:是|否|有|存在|不存在|未|不|适用|无|涉及|已)[^，]{0,20}$/;
/** A clause that only says when or on what ground. */
export const ADVERBIAL =
  /^(?:截至(?:回函日|目前|[^，]{0,16}(?:日|末|月))|在[^，]{0,40}(?:基础上|情况下|前提下|背景下|中|下)|报告期(?:内|末)?|本次[^，]{0,10}(?:后|前)|其中|此外|同时|另外|除[^，]{0,30}外|对于[^，]{0,30}|按照[^，]{0,40}|\d{4} ?年[^，是否]{0,8})$/;
/** What closes a list of grounds: …等因素, …情况. */
export const BASIS_TAIL = /(?:等(?:方面|因素|情况|信息|数据|内容)?(?:的变化|的情况)?)?$/;
/** What introduces demanded fields. */
export const FIELD_INTRODUCTION = /[，,（(]?包括(?:但不限于|不限于)?[：:]?/;
/** Verbs that ask for data rather than for an account. */
export const FIELD_VERB = /列示|列表|披露|提供|报备|报送/;
/** What the demanded fields behind it describe: 前五大客户的具体情况. */
export const FIELD_GROUP = /(?:具体|基本|详细|主要)?(?:情况|明细|信息|内容)$/;
/** Asked of each party in a list: a column of yes and no, unlike other questions that begin with 是否. */
export const RELATED_PARTY = /^是否.{0,12}关联(?:关系|方)$/;
/** An object that no column can answer. */
export const NO_FIELD = /是否|原因|合理性|影响|措施|如[是否有]|，|；/;
/** A field that only says which side of the thing before it: 收入确认金额、时间. */
export const RELATIVE_FIELD = /^(?:金额|时间|日期|数量|比例|占比|依据|余额)$/;
/** Objects that are one thing although they hold a list. */
export const UNDIVIDED = /是否(?!.{0,12}关联(?:关系|方)$)|原因|合理性|依据|影响|措施|情况下/;

/** What oral feedback of a regulator is called, as letters are by their kind. */
export const ORAL_FEEDBACK = '监管口头反馈';

/** How a later letter begins to quote a former reply: 问询函回复显示, 前次回复称, 首轮问询回复文件披露… */
export const QUOTES_REPLY =
  /(?:问询函?|关注函|监管函|工作函|前[次期]|首[次轮]|上[次轮]|历次|[一二三]轮)[^。；，\n]{0,10}?(?:回复|回函)(?:公告|文件|报告|材料|内容|中)*(?:显示|称|披露|说明|表示|提[到及]|指出)/g;
