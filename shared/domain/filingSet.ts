import type { FileHash, FilingPaperId } from './ids';
import type { VerifierRole } from './letter';
import type { Warning } from './place';
import type { SharedText } from './sharedText';
import type { Printable } from './variant';

/** What is put to a filing besides what is made here: 盖章书面回函, a verifier's sealed document, an undisclosed 备查文件. */
export const PAPER_KINDS = ['writtenReply', 'opinion', 'undisclosed'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A paper the user added; its bytes are kept under the hash. `verifier` says whose sealed document it is. */
export type FilingPaper = {
  paperId: FilingPaperId;
  kind: PaperKind;
  verifier: VerifierRole | null;
  title: string;
  file: FileHash;
  fileName: string;
};

/** How the files of a set are named, and the 公告类别 of each document by its title; both are the user's to edit. */
export type FilingPlan = { pattern: string; categories: Readonly<Record<string, string>> };

/** What stands in a pattern for a property of the matter or of the file. */
export const PATTERN_FIELDS = ['序号', '公司', '简称', '代码', '公告编号', '函件', '文件'] as const;

/** The pattern of a new project. */
export const DEFAULT_PATTERN = '{序号} {简称}：{文件}';

/**
 * How a file's pages are known: `counted` in the file itself; of a Word file `printed`, as they fall when this program prints it, `estimated`, where nothing
 * prints, by laying it out, or `noted` in it by what saved it. Without a number: `unreadable`; `unpaged`, a workbook or an archive.
 */
export type PageCount =
  | { pages: number; how: 'counted' | 'printed' | 'estimated' | 'noted' }
  | { pages: null; how: 'unreadable' | 'unpaged' };

/**
 * A line of the list: a document of the set, with its file or, while there is none, without; the name is its path inside the folder. `sha256` is
 * lower-case hex.
 */
export type FilingEntry = {
  title: string;
  /** Empty while it is not assigned; null for a document that has none of its own. */
  announcementNo: string | null;
  category: string;
  disclosed: boolean;
  fileName: string | null;
  pages: number | null;
  /** Null while there is no file. */
  pagesHow: PageCount['how'] | null;
  sha256: string | null;
};

/** A document of a set printed to count its pages, and for the announcement to file them: what it is, and the file it is printed into. */
export type FilingPrint = { document: Printable; title: string; target: string };

/** What came of making a set: its list, what stands in the way of signature (then nothing was frozen), and the version it was frozen in. */
export type FilingSetResult = {
  folder: string;
  entries: FilingEntry[];
  problems: Warning[];
  round: number | null;
  warnings: Warning[];
  shared: DocumentShared[];
};

/** What the document of a title shares with the announcement. */
export type DocumentShared = { title: string; shared: SharedText };
