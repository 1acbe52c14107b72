import type { RedactionMethod, SecretKind } from '../../domain/redaction';

/** Heads of the register of what is withheld (暂缓与豁免披露登记), in its order. */
export const REGISTER_NAME = '豁免披露登记';
export const REGISTER_COLUMNS = [
  { title: '序号', width: 6 },
  { title: '豁免披露的方式', width: 12 },
  { title: '文件类型', width: 8 },
  { title: '信息类型', width: 8 },
  { title: '豁免披露的内容', width: 20 },
  { title: '所在位置', width: 16 },
  { title: '披露方式', width: 9 },
  { title: '替换文字', width: 10 },
  { title: '豁免原因', width: 16 },
  { title: '依据', width: 16 },
  { title: '内部审核程序（审批人）', width: 11 },
  { title: '审批日期', width: 11 },
  { title: '豁免期限', width: 10 },
  { title: '期限届满后是否披露', width: 8 },
  { title: '是否已通过其他方式公开', width: 8 },
  { title: '披露可能产生的影响', width: 16 },
  { title: '内幕信息知情人', width: 12 },
];

/** What is exempted: words of the announcement, never the whole of it. */
export const EXEMPTION_KIND = '豁免披露临时报告中的有关内容';
/** How each method, kind of secret, and place is worded in the register. */
export const METHOD_WORDS: Readonly<Record<RedactionMethod, string>> = { alias: '代称', summary: '汇总概括', hidden: '隐去关键信息' };
export const SECRET_WORDS: Readonly<Record<SecretKind, string>> = { tradeSecret: '商业秘密', stateSecret: '国家秘密' };
export const DOCUMENT_TYPE = '临时报告';
export const EVERYWHERE = '全文';
export const YES = '是';
export const NO = '否';
