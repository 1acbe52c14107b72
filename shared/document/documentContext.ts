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
};

/** No comparison, nothing withheld. */
export const PLAIN_CONTEXT: DocumentContext = { former: null, redactions: [] };
