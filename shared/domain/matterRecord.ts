/**
 * Records of a matter beside the words of its replies that a colleague's copy may add, change or take away. Records and fields are named as they are
 * stored; tables of evidence and of the reply go by their tableId.
 */
export const MATTER_RECORDS = [
  'project',
  'letter',
  'question',
  'item',
  'ask',
  'verification',
  'restated_question',
  'deferral',
  'work_due',
  'source',
  'data_table',
  'reply_table',
  'link',
  'section',
  'figure',
  'exemption',
  'acceptance',
  'metric_alias',
  'redaction',
  'defined_term',
  'document_template',
  'accepted_difference',
  'filing_paper',
  'filing_plan',
  'sign_off',
] as const;
export type MatterRecord = (typeof MATTER_RECORDS)[number];

/** Fields of a record by name. */
export type RecordFields = Readonly<Record<string, string | number | null>>;

/**
 * A record that was (`was` null: it was not there) and what it becomes (`becomes` null: it goes). Of one that stays both hold the fields that differ.
 * `label` says which record it is, in its own words.
 */
export type RecordChange = {
  record: MatterRecord;
  key: RecordFields;
  was: RecordFields | null;
  becomes: RecordFields | null;
  label: string;
};

/** Whether two proposals for one record cannot both be carried out: it goes and stays, or a field becomes two things. */
export function isContrary(one: RecordChange, other: RecordChange): boolean {
  const [a, b] = [one.becomes, other.becomes];
  if (!a || !b) return a !== b;
  return Object.keys(a).some((name) => name in b && a[name] !== b[name]);
}

/** Whether a record as it is now is neither as a proposal found it nor as it would make it. */
export function isOutdated({ was, becomes }: RecordChange, present: RecordFields | null): boolean {
  const holds = (fields: RecordFields | null) =>
    fields === null ? present === null : present !== null && Object.keys(fields).every((name) => fields[name] === present[name]);
  return !holds(was) && !holds(becomes);
}
