/**
 * Tables a user's changes are recorded in: their key, the columns an image holds, and a counter that rises with every change (undo included) so
 * that whoever holds an older state is noticed. Columns that follow from others (search rows, amounts, indexes) are derived, never recorded.
 */
export const RECORDED_TABLES = {
  project: {
    key: ['only'],
    columns: ['company', 'shortName', 'code', 'announcementNo', 'exchange', 'title', 'preamble', 'closing', 'signedOn', 'signature'],
    counter: null,
  },
  letter: { key: ['letterId'], columns: ['position', 'file', 'fileName', 'header', 'spokenBy', 'text', 'cleaned'], counter: null },
  letter_page: { key: ['letterId', 'page'], columns: ['text', 'confirmed'], counter: null },
  question: {
    key: ['questionId'],
    columns: ['letterId', 'position', 'no', 'label', 'title', 'partHeading', 'text', 'status', 'owner'],
    counter: null,
  },
  item: { key: ['itemId'], columns: ['questionId', 'position', 'no', 'label', 'text', 'status', 'owner'], counter: null },
  ask: { key: ['askId'], columns: ['questionId', 'itemId', 'position', 'verb', 'object', 'state', 'reason'], counter: null },
  verification: { key: ['verificationId'], columns: ['questionId', 'position', 'role', 'itemIds', 'reach', 'text'], counter: null },
  deferral: { key: ['deferralId'], columns: ['letterId', 'position', 'announcedOn', 'dueOn', 'reason', 'apology'], counter: null },
  redaction: { key: ['redactionId'], columns: ['position', 'target', 'method', 'replacement', 'record'], counter: null },
  defined_term: { key: ['termId'], columns: ['position', 'term', 'fullName'], counter: null },
  document_template: { key: ['only'], columns: ['file', 'fileName', 'mapping'], counter: null },
  accepted_difference: { key: ['differenceId'], columns: ['verifier', 'kind', 'question', 'ours', 'theirs', 'reason'], counter: null },
  filing_paper: { key: ['paperId'], columns: ['position', 'kind', 'verifier', 'title', 'file', 'fileName'], counter: null },
  filing_plan: { key: ['only'], columns: ['pattern', 'categories'], counter: null },
  source: {
    key: ['sourceId'],
    columns: ['position', 'file', 'fileName', 'role', 'disclosed', 'importedAt', 'state'],
    counter: null,
  },
  source_update: { key: ['newSourceId'], columns: ['sourceId', 'position', 'matches'], counter: null },
  data_table: {
    key: ['tableKey'],
    columns: ['tableId', 'kind', 'sourceId', 'position', 'place', 'caption', 'unit', 'period', 'headerRows', 'notes', 'doubts'],
    counter: null,
  },
  table_row: { key: ['rowKey'], columns: ['rowId', 'tableKey', 'position', 'role'], counter: null },
  table_col: { key: ['colKey'], columns: ['colId', 'tableKey', 'position', 'path'], counter: null },
  cell: {
    key: ['rowKey', 'colKey'],
    columns: ['text', 'value', 'unit', 'rowSpan', 'colSpan', 'covered', 'nested', 'originalText', 'originalValue', 'originalUnit'],
    counter: 'revision',
  },
  cell_correction: {
    key: ['correctionId'],
    columns: ['rowKey', 'colKey', 'at', 'actor', 'kind', 'oldText', 'newText', 'why'],
    counter: null,
  },
  intended_correction: { key: ['correctionId'], columns: ['decision', 'note'], counter: null },
  reply_table: { key: ['tableKey'], columns: ['definition'], counter: null },
  link: { key: ['linkId'], columns: ['questionId', 'itemId', 'tableId', 'reason', 'createdAt'], counter: null },
  acceptance: { key: ['key'], columns: ['rule', 'reason', 'actor', 'at'], counter: null },
  exemption: { key: ['blockId', 'text', 'occurrence'], columns: ['questionId', 'reason', 'actor', 'at'], counter: null },
  metric_alias: { key: ['first', 'second'], columns: ['verdict', 'actor', 'at'], counter: null },
  change: { key: ['changeId'], columns: ['author', 'at', 'baseVersionId', 'questionId', 'anchor', 'payload'], counter: null },
  work_due: { key: ['questionId', 'itemId'], columns: ['dueOn'], counter: null },
  sign_off: { key: ['signOffId'], columns: ['questionId', 'itemId', 'role', 'actor', 'at', 'content'], counter: null },
  decision: { key: ['decisionId'], columns: ['changeId', 'author', 'at', 'verdict', 'note'], counter: null },
  restated_question: { key: ['questionId'], columns: ['text'], counter: null },
  reply: { key: ['questionId'], columns: ['savedAt'], counter: 'revision' },
  section: { key: ['sectionId'], columns: ['questionId', 'position', 'role', 'verifier', 'itemIds', 'blockIds'], counter: null },
  block: { key: ['blockId'], columns: ['sectionId', 'document'], counter: null },
  figure: {
    key: ['figureId'],
    columns: ['questionId', 'formula', 'unit', 'decimals', 'grouping', 'showUnit', 'wording', 'signByWords', 'asOf', 'reason', 'shown'],
    counter: null,
  },
} as const satisfies Record<string, { key: readonly string[]; columns: readonly string[]; counter: string | null }>;

export type RecordedTable = keyof typeof RECORDED_TABLES;

type Spec<T extends RecordedTable> = (typeof RECORDED_TABLES)[T];
export type RowKey<T extends RecordedTable> = Record<Spec<T>['key'][number], string | number>;
export type RowValues<T extends RecordedTable> = Record<Spec<T>['columns'][number], string | number | null>;
/** A whole row without its counter: what an operation keeps of it before and after. */
export type RowImage<T extends RecordedTable> = RowKey<T> & RowValues<T>;
