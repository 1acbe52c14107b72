import type { PageCount } from '../../domain/filingSet';
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
export const NOT_FILLED = '（未填）';
export const NONE = '—';
/** The folder inside the set of what is not disclosed, so that nobody uploads it with the announcement. */
export const UNDISCLOSED_FOLDER = '不披露';
export const DISCLOSED = '披露';
export const UNDISCLOSED = '不披露';
export const NO_PAGES = '—';
export const ABOUT = '约';

/** What stands below the list about its pages, by how they are known. */
export const NOTE = '注';
export const PAGE_NOTES: readonly { hows: readonly PageCount['how'][]; text: string }[] = [
  {
    hows: ['printed', 'estimated', 'noted'],
    text: '标“约”的是 Word 文件的页数，分页随打开它的软件略有不同；PDF 和扫描件的页数是文件本身的页数。',
  },
  { hows: ['unpaged', 'unreadable'], text: '工作簿、压缩包等不分页，或文件没有记载页数的，以“—”表示。' },
];

/** The letter with which a reply is sent to the regulator on paper. */
export const WRITTEN_REPLY = '的回复';

/** What a set comes to: how many documents are there, which are missing, and what of the list is not filled in. */
export function sumUpSet(there: number, missing: readonly string[], unfilled: readonly string[]): string {
  const lacking = missing.length === 0 ? '没有缺件' : `尚缺${missing.length}件：${missing.join('、')}`;
  return `本次报送的文件共${there + missing.length}件，已备齐${there}件，${lacking}。${unfilled.length === 0 ? '' : `未填写：${unfilled.join('、')}。`}`;
}
