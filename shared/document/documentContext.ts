import type { ReviewedChange } from '../domain/review';
import type { Redaction } from '../domain/redaction';
import type { ProjectSnapshot } from '../domain/snapshot';
import type { MappedTemplate } from './template/documentTemplate';

/** What a document is made with besides the project: the former state it is compared with (null: none), what the public may not read, and for reviewers what was remarked and proposed. */
export type DocumentContext = {
  former: ProjectSnapshot | null;
  redactions: readonly Redaction[];
  review?: readonly ReviewedChange[];
  /** Who may read in a copy for reviewers what is withheld; absent for somebody who must not know it. */
  insider?: string;
  /** The company's own template; absent for the house format. */
  template?: MappedTemplate;
  /** What a 收函公告 or 延期回复公告 has of its own; blanks where it is absent. */
  notice?: NoticeHead;
};

/** The number and the ISO date of a notice, which are not the reply's; empty and null while they are not known. */
export type NoticeHead = { announcementNo: string; announcedOn: string | null };

/** No comparison, nothing withheld. */
export const PLAIN_CONTEXT: DocumentContext = { former: null, redactions: [] };
