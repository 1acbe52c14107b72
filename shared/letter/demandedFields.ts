import type { DataTable } from '../domain/dataTable';
import type { Ask } from '../domain/letter';
import { BASIS_VERB, FIELD_GROUP, FIELD_VERB, NO_FIELD, RELATED_PARTY, RELATIVE_FIELD } from './dictionary';

const LONGEST_FIELD = 20;

/**
 * The fields a ledger demands, by ask. They come in runs: neighbouring asks of one item with one verb, each a short noun, where the verb
 * asks for data or the first one says what the others describe (前五大客户的具体情况，包括…).
 */
export function findDemandedFields(asks: readonly Ask[]): Map<Ask, string[]> {
  const demanded = new Map<Ask, string[]>();
  for (const run of groupIntoRuns(asks)) {
    const isGroup = FIELD_GROUP.test(run[0]!.object);
    const fields = isGroup ? run.slice(1) : run;
    if (fields.length < 2 || (!isGroup && !FIELD_VERB.test(run[0]!.verb))) continue;
    let last = '';
    for (const ask of fields) {
      const own = splitFields(ask.object, last);
      demanded.set(ask, own);
      last = own.at(-1) ?? last;
    }
  }
  return demanded;
}

function groupIntoRuns(asks: readonly Ask[]): Ask[][] {
  const runs: Ask[][] = [];
  let open = false;
  for (const ask of asks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isAlike = last?.questionId === ask.questionId && last.itemId === ask.itemId && last.verb === ask.verb;
    const isField =
      ask.verb !== BASIS_VERB && ask.object.length <= LONGEST_FIELD && (RELATED_PARTY.test(ask.object) || !NO_FIELD.test(ask.object));
    if (open && isAlike && isField) run!.push(ask);
    else if (isField || FIELD_GROUP.test(ask.object)) runs.push([ask]);
    open = isField || FIELD_GROUP.test(ask.object);
  }
  return runs;
}

/** 坏账准备余额及期后回款金额 are two, and of 客户的名称 the field is 名称; 货款收回时间及金额 are 货款收回时间 and 货款收回金额. */
function splitFields(object: string, before: string): string[] {
  if (RELATED_PARTY.test(object)) return [object];
  const fields: string[] = [];
  for (const part of object.split(/以及|及|和/)) {
    const field = part.slice(part.lastIndexOf('的') + 1).trim();
    const last = fields.at(-1) ?? before;
    if (field !== '') fields.push(RELATIVE_FIELD.test(field) ? last.slice(0, -field.length) + field : field);
  }
  return fields;
}

/** A table of label and value: its fields stand in its first column. */
const LABEL_TABLE_COLUMNS = 2;

/** Whether a table shows a demanded field: in the words over a column, or as a label in a table of two columns. */
export function isFieldColumn(field: string, table: DataTable): boolean {
  const headings = table.columns.flatMap((column) => column.path);
  const labels =
    table.columns.length <= LABEL_TABLE_COLUMNS || table.headerRows === 0 ? table.rows.map((row) => row.cells[0]?.text ?? '') : [];
  return [...headings, ...labels].some((word) => isFieldHeading(field, word));
}

/** Whether a heading names a demanded field, whatever it says of time. */
export function isFieldHeading(field: string, heading: string): boolean {
  return meansTheSame(fold(field), fold(heading).replace(PERIOD, ''));
}

/** 客户名称 is 名称, 合同签订时间 is 签订时间, and 货款收回时间 is 回款时间: the last characters agree and the shorter adds none of its own. */
function meansTheSame(field: string, heading: string): boolean {
  if (field === '' || heading === '') return false;
  if (field === heading || heading.includes(field)) return true;
  const [shorter, longer] = field.length <= heading.length ? [field, heading] : [heading, field];
  if (shorter.slice(-2) !== longer.slice(-2) || shorter.length < 2) return false;
  if (shorter.length === 2) return shorter === NAME;
  return Array.from(shorter).every((character) => longer.includes(character));
}

/** What a heading says of time before it names its field: 截至2023年末, 2024年1-5月, 本期. */
const PERIOD = /^(?:截[至止])?(?:\d{4}年)?(?:[\d年月日度]|[初末])*(?:本期|上期|报告期|期末|期初|期后)?(?=..)/;

/** The only word of two characters that is a field by itself whatever stands before it; 金额 and 时间 are not. */
const NAME = '名称';

/** Without white space, units and remarks in brackets, and 的; 回款情况 asks for 回款. */
function fold(text: string): string {
  const word = text.replace(/[（(][^）)]*[）)]/g, '').replace(/[\s的\p{P}\p{S}]/gu, '');
  return word.replace(/(?<=..)情况$/, '');
}
