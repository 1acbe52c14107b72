import type { Redaction } from '../domain/redaction';
import type { ProjectSnapshot } from '../domain/snapshot';

/** What a document is made with besides the project: the former state it is compared with (null: none), and what the public may not read. */
export type DocumentContext = { former: ProjectSnapshot | null; redactions: readonly Redaction[] };

/** No comparison, nothing withheld. */
export const PLAIN_CONTEXT: DocumentContext = { former: null, redactions: [] };
