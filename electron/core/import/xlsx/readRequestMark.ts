import { openZip } from '../zipArchive';
import { AppError } from '../../../../shared/ipc/errors';

const PARTS = ['docProps/custom.xml', 'xl/workbook.xml', 'meta.xml'];
const MARK = /(?:huihan[-_]request[-_]|\bQS-)([0-9a-z]{16})(?![0-9a-z])/;
/** The small parts a mark stands in are far below it. */
const BUDGET_BYTES = 4 * 1024 * 1024;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** What a request is marked with: a document property and a hidden name. */
export function nameRequest(exchangeId: string): string {
  return `huihan-request-${exchangeId}`;
}

/** The number on each of its pages, by which it is known in whatever it was copied into. */
export function numberRequest(exchangeId: string): string {
  return `QS-${exchangeId}`;
}

/** The request a workbook was made for, by the mark it carries as a document property and a hidden name, in old workbooks too; null for any other file. */
export function readRequestMark(bytes: Uint8Array, fileName: string): string | null {
  // Old workbooks hold both in plain letters, of one byte or two.
  if (OLE.every((byte, at) => bytes[at] === byte)) return findRequestMark(Buffer.from(bytes).toString('latin1').replaceAll('\0', ''));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null;
  try {
    const archive = openZip(bytes, fileName, BUDGET_BYTES);
    for (const part of PARTS) {
      const found = findRequestMark(new TextDecoder().decode(archive.read(part, BUDGET_BYTES) ?? new Uint8Array()));
      if (found) return found;
    }
    return null;
  } catch (error) {
    // A file that is no whole archive is refused by its own reader, which says why.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The request a text names; null for any other text. */
export function findRequestMark(text: string): string | null {
  return MARK.exec(text)?.[1] ?? null;
}
