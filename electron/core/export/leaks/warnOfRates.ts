import { describeSubtraction, findToldByRates } from '../../../../shared/document/redaction/findSubtractions';
import type { DataTable } from '../../../../shared/domain/dataTable';
import { message } from '../../../../shared/domain/message';
import type { Warning } from '../../../../shared/domain/place';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';

/** Hidden amounts that a printed share or growth tells but for its rounding: whether that is too much is for somebody to decide. */
export function warnOfRates(tables: readonly DataTable[], { tables: originals }: Pick<ProjectSnapshot, 'tables'>, file: string): Warning[] {
  return tables.flatMap((table) => {
    const original = originals.get(table.tableId);
    if (original === undefined || original === table) return [];
    return findToldByRates(original, table).map((told) => ({
      code: 'told-by-rate',
      message: message('warning.told-by-rate', { where: describeSubtraction(told) }),
      file,
      place: null,
    }));
  });
}
