import type { OpinionVariant } from '../../domain/variant';

/** Titles of the documents of a filing set, as its list prints them. */
export const SET_TITLES = {
  announcement: '回复公告',
  announcementPdf: '回复公告（PDF）',
  writtenReply: '书面回复',
  sealedReply: '书面回复（盖章扫描件）',
  regulator: '报备稿',
  register: '豁免披露登记表',
  sealed: '（盖章扫描件）',
  list: '报送文件清单',
} as const;

/** What each verifier's own document is called in a filing. */
export const OPINION_TITLES: Readonly<Record<OpinionVariant, string>> = {
  auditor: '会计师专项说明',
  sponsor: '保荐机构核查意见',
  financialAdviser: '独立财务顾问核查意见',
  lawyer: '律师专项法律意见',
  appraiser: '评估师核查意见',
};

/** Heads of the list's columns, and what stands where a document has no file yet. */
export const LIST_COLUMNS = ['序号', '文件标题', '公告编号', '公告类别', '是否披露', '文件', '页数', 'SHA-256'] as const;
export const NO_FILE = '（缺）';
export const DISCLOSED = '披露';
export const UNDISCLOSED = '不披露';
export const NO_PAGES = '—';

/** The letter with which a reply is sent to the regulator on paper. */
export const WRITTEN_REPLY = '的回复';
