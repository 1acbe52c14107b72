import { getRedactedWords, printReplacement, type Redaction } from '../../domain/redaction';
import type { ProjectSnapshot } from '../../domain/snapshot';
import type { Sheet } from '../register/sheet';
import { findRedactedTable } from './locateRedactions';
import {
  DOCUMENT_TYPE,
  EVERYWHERE,
  EXEMPTION_KIND,
  METHOD_WORDS,
  NO,
  REGISTER_COLUMNS,
  REGISTER_NAME,
  SECRET_WORDS,
  YES,
} from './redactionWords';

/** The register of what is withheld: one row for each entry, with what it withholds, where, how and why. */
export function makeRedactionSheet(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): Sheet {
  return {
    name: REGISTER_NAME,
    columns: REGISTER_COLUMNS,
    rows: redactions.map((redaction, index) => {
      const { method, record } = redaction;
      return [
        String(index + 1),
        EXEMPTION_KIND,
        DOCUMENT_TYPE,
        SECRET_WORDS[record.secret],
        record.what.trim() === '' ? getRedactedWords(redaction) : `${record.what}：${getRedactedWords(redaction)}`,
        describePlace(snapshot, redaction),
        METHOD_WORDS[method],
        printReplacement(redaction),
        record.why,
        record.basis,
        record.approvedBy,
        record.approvedOn,
        record.until,
        record.disclosedLater ? YES : NO,
        record.alreadyPublic ? YES : NO,
        record.impact,
        record.insiders,
      ];
    }),
  };
}

/** The question, or the table with its row and column; a name stands everywhere. */
function describePlace(snapshot: ProjectSnapshot, redaction: Redaction): string {
  const { target } = redaction;
  if (target.kind === 'name') return EVERYWHERE;
  const questions = snapshot.letters.flatMap((letter) => letter.questions);
  if (target.kind === 'span') return questions.find(({ questionId }) => questionId === target.questionId)?.label ?? '';
  const table = findRedactedTable(snapshot, redaction);
  if (table === null) return '';
  const colId = target.kind === 'cell' ? target.cell.colId : target.colId;
  const column = table.columns.find((one) => one.colId === colId)?.path.join(' / ') ?? '';
  const row = target.kind === 'cell' ? (table.rows.find((one) => one.rowId === target.cell.rowId)?.cells[0]?.text ?? '') : '';
  return [table.caption ?? '', row, column].filter((word) => word !== '').join(' · ');
}
