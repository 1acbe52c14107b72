import type { Formula } from '../domain/figure';
import type { FigureState } from '../figures/accountFigures';
import type { FindingSeverity } from '../domain/finding';
import type { VerifierRole } from '../domain/letter';
import type { ProjectDetails } from '../domain/project';
import type { OpinionVariant } from '../domain/variant';

/** A visible blank: what a document prints where something is not known yet, so that nobody files it unseen. */
export const BLANK = '【    】';

/** The directors' guarantee under the title, in the wording of each exchange. */
export const GUARANTEES: Readonly<Record<ProjectDetails['exchange'], string>> = {
  szse: '本公司及董事会全体成员保证信息披露的内容真实、准确、完整，没有虚假记载、误导性陈述或重大遗漏。',
  sse: '本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏，并对其内容的真实性、准确性和完整性承担法律责任。',
  bse: '本公司及董事会全体成员保证公告内容的真实、准确和完整，没有虚假记载、误导性陈述或者重大遗漏，并对其内容的真实性、准确性和完整性承担个别及连带法律责任。',
};

/** The exchanges as documents name them. */
export const EXCHANGE_NAMES: Readonly<Record<ProjectDetails['exchange'], string>> = {
  szse: '深圳证券交易所',
  sse: '上海证券交易所',
  bse: '北京证券交易所',
};

/** Labels of the line of codes at the head. */
export const CODE_LABELS = { code: '证券代码：', shortName: '证券简称：', announcementNo: '公告编号：' } as const;

/** How a letter is called when it does not name its own kind, and the title of the announcement that answers it. */
export const LETTER = '问询函';

/** Fixed words of a reply. */
export const QUESTION = '问题';
export const REPLY_LABEL = '回复：';
export const CLOSING = '特此公告。';
export const BOARD = '董事会';
export const UNIT_LABEL = '单位：';
export const PICTURE_MARK = '【图片：';

/** How a note under a table begins (注：, 注1：), and a source line under a picture. */
export const NOTE_START = /^注\s*[\d一二三四五六七八九十①-⑳]*\s*[：:]/;
export const SOURCE_START = /^(?:数据|资料|图片)?来源[：:]/;

/** Names of the verifiers as headings call them. */
export const VERIFIER_NAMES: Readonly<Record<VerifierRole, string>> = {
  auditor: '会计师',
  lawyer: '律师',
  sponsor: '保荐机构',
  financialAdviser: '独立财务顾问',
  appraiser: '评估师',
  independentDirectors: '独立董事',
  auditCommittee: '审计委员会',
  supervisors: '监事会',
  otherAdviser: '财务顾问',
};

/** What a verifier's own document is called, how the firm's name ends, who signs it, how the firm speaks of itself, and whom it addresses. */
export type OpinionWords = {
  kind: string;
  nameEnd: string;
  firm: string;
  self: string;
  signers: readonly string[];
  addressee: 'regulator' | 'company';
};

/** Words of the verifiers' own documents. */
export const OPINION_WORDS: Readonly<Record<OpinionVariant, OpinionWords>> = {
  auditor: {
    kind: '专项说明',
    nameEnd: '会计师事务所',
    firm: '会计师事务所',
    self: '我们',
    signers: ['中国注册会计师', '中国注册会计师'],
    addressee: 'regulator',
  },
  sponsor: {
    kind: '核查意见',
    nameEnd: '证券股份有限公司',
    firm: '保荐机构',
    self: '本保荐机构',
    signers: ['保荐代表人', '保荐代表人'],
    addressee: 'regulator',
  },
  financialAdviser: {
    kind: '核查意见',
    nameEnd: '证券股份有限公司',
    firm: '独立财务顾问',
    self: '本独立财务顾问',
    signers: ['财务顾问主办人', '财务顾问主办人', '项目协办人'],
    addressee: 'regulator',
  },
  lawyer: {
    kind: '专项法律意见',
    nameEnd: '律师事务所',
    firm: '律师事务所',
    self: '本所',
    signers: ['负责人', '经办律师', '经办律师'],
    addressee: 'company',
  },
  appraiser: {
    kind: '核查意见',
    nameEnd: '资产评估有限公司',
    firm: '资产评估机构',
    self: '我们',
    signers: ['资产评估师', '资产评估师'],
    addressee: 'regulator',
  },
};

/** Words around a verifier's own document. */
export const DOCUMENT_NO = '文号：';
export const TO = '致：';
export const OPINION_END = '（以下无正文）';

/** Words of a copy for reviewers, and of the list of sources behind it. */
export const REVIEW_COPY = '（审阅稿）';
/** What a copy says of what is withheld: replaced in it, or in it for those who may know. */
export const REVIEW_REPLACED = '本稿中豁免披露的内容已按代称、概括或隐去（***）的方式处理。';
export const sayForInsider = (name: string) => `本稿含有豁免披露的内容，仅供内幕信息知情人${name}审阅，不得外传。`;
export const APPROVAL_IN_FULL = '本稿含有豁免披露的内容，仅供公司内部签批，不得外传。';
export const SOURCE_LIST = '附：数据出处表';
export const SOURCE_LIST_COLUMNS = ['序号', '问题', '数字', '出处', '所在位置'] as const;
export const NO_FIGURES = '回复中没有数字。';

/** Words of a revised announcement, and of the full text that goes to the regulator alone. */
export const REVISION_COPY = '（修订稿）';
export const REVISION_NOTE = '本次修订的内容以楷体加粗标示。';
export const REGULATOR_COPY = '（报备稿）';
export const REGULATOR_NOTE = '本稿为未豁免披露的全文，仅供监管机构报备；豁免披露的内容以底纹和波浪线标示。';

/** Words of the copy that is signed on paper. */
export const APPROVAL_COPY = '（签批稿）';
export const APPROVAL_DUE = '回复期限：';
export const APPROVAL_SIGNATURE = '签批：';
export const APPROVAL_FIGURES = '关键数字';
export const APPROVAL_DOUBTS = '待解决的疑点';
export const ACCEPTED_DOUBT = '已接受';
export const FINDINGS_TITLE = '——勾稽核对结果';
export const FINDING_COLUMNS = ['序号', '结论', '内容', '位置和现值', '应为', '处理'] as const;
/** What is ticked on paper for a finding nobody has settled yet. */
export const OPEN_DOUBT = '□ 已改\n□ 接受';

/** What a run of the checks comes to, on the day it is printed. */
export function sumUpFindings(date: string, errors: number, warnings: number, notes: number, accepted: number): string {
  return `${date} 核对：错误 ${errors} 处、存疑 ${warnings} 处、提示 ${notes} 处；已接受 ${accepted} 处。`;
}
export const NO_DOUBTS = '核对没有发现错误和存疑。';
export const NO_KEY_FIGURES = '回复中还没有引用资料的数字。';
export const KEY_FIGURE_COLUMNS = ['问题', '数字', '所在句子', '披露'] as const;
/** That more figures follow than are named. */
export function sayMoreFigures(count: number): string {
  return `等 ${count} 个数字`;
}
export const FIRST_DISCLOSURE = '首次披露';
export const SEVERITIES: Readonly<Record<FindingSeverity, string>> = { error: '错误', warning: '存疑', note: '提示' };

/** What a number is that lives in no cell, and how one that is computed comes about. */
export const FIGURE_STATES: Readonly<Record<Exclude<FigureState, 'linked' | 'computed'>, string>> = {
  candidate: '待确认出处',
  quoted: '引自问询函',
  threshold: '规则界限',
  exempt: '无需出处',
  unlinked: '无出处',
};
export const FORMULA_NAMES: Readonly<Record<Exclude<Formula['op'], 'cell' | 'constant'>, string>> = {
  difference: '相减',
  growth: '变动率',
  share: '占比',
  ratio: '相除',
  sum: '合计',
  average: '平均',
  cagr: '复合增长率',
};

/** A date nobody knows yet. */
export const BLANK_DATE = `${BLANK}年  月  日`;

/** Headings of the sections of a reply that a verifier's opinion divides. */
export const STATEMENT_HEADING = '公司说明及分析';
export const PROCEDURES_HEADING = '核查程序';
export const CONCLUSION_HEADING = '核查结论';

const DIGITS = '零一二三四五六七八九';

/** A section number from 1 to 99 in Chinese: 一, 十二, 二十. */
export function toChineseNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}

/** An ISO date in Chinese: 2024年6月5日. */
export function toChineseDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
