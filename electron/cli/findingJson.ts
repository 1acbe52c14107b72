import { sayMessage } from '../../shared/catalogue/catalogue';
import type { Language } from '../../shared/catalogue/defineWords';
import { identifyFinding } from '../../shared/checks/identifyFinding';
import type { Acceptance } from '../../shared/domain/acceptance';
import type { Finding } from '../../shared/domain/finding';
import type { TableId } from '../../shared/domain/ids';
import type { Terminal } from './terminal';

/** Findings as the terminal prints them: questions by number, cells by 0-based grid position; one somebody accepted says who, when and why. */
export async function toFindingsJson(language: Language, findings: readonly Finding[], terminal: Terminal) {
  if (findings.length === 0) return [];
  const acceptances = new Map((await terminal.call('acceptance:list', {})).map((acceptance) => [acceptance.key, acceptance]));
  const letters = await terminal.call('letter:list', {});
  const numbers = new Map(letters.flatMap((letter) => letter.questions).map((question) => [question.questionId, question.no]));
  const tableIds = new Set(findings.flatMap(({ places }) => places.flatMap(({ tableId }) => (tableId ? [tableId] : []))));
  const positions = new Map<TableId, { rows: Map<string, number>; columns: Map<string, number> }>();
  for (const tableId of tableIds) {
    const table = await terminal.call('table:get', { tableId });
    positions.set(tableId, {
      rows: new Map(table.rows.map((row, index) => [row.rowId, index])),
      columns: new Map(table.columns.map((column, index) => [column.colId, index])),
    });
  }
  return findings.map((finding) => ({ ...toJson(finding), ...accepted(acceptances.get(identifyFinding(finding))) }));

  function toJson({ rule, severity, message, expected, stated, places }: Finding) {
    return {
      rule,
      severity,
      message: sayMessage(language, message),
      expected,
      stated,
      places: places.map(({ questionId, tableId, rowId, colId, text }) => {
        const grid = tableId ? positions.get(tableId) : undefined;
        return {
          question: questionId ? (numbers.get(questionId) ?? null) : null,
          table: tableId ?? null,
          row: (rowId && grid?.rows.get(rowId)) ?? null,
          col: (colId && grid?.columns.get(colId)) ?? null,
          text,
        };
      }),
    };
  }
}

function accepted(acceptance: Acceptance | undefined) {
  if (!acceptance) return {};
  const { reason, actor, at } = acceptance;
  return { accepted: { reason, actor, at } };
}
