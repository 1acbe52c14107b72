import { openZip } from '../zipArchive';
import { AppError } from '../../../../shared/ipc/errors';

const PARTS = ['docProps/custom.xml', 'xl/workbook.xml'];
const MARK = /huihan[-_]request[-_]([0-9a-z]{16})/;
/** The two small parts a mark stands in are far below it. */
const BUDGET_BYTES = 4 * 1024 * 1024;

/** The request a workbook was made for, by the mark it carries twice (a document property and a hidden name); null for any other file. */
export function readRequestMark(bytes: Uint8Array, fileName: string): string | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  try {
    const archive = openZip(bytes, fileName, BUDGET_BYTES);
    for (const part of PARTS) {
      const found = MARK.exec(new TextDecoder().decode(archive.read(part, BUDGET_BYTES) ?? new Uint8Array()));
      if (found) return found[1]!;
    }
    return null;
  } catch (error) {
    // A file that is no whole archive is refused by its own reader, which says why.
    if (error instanceof AppError) return null;
    throw error;
  }
}
