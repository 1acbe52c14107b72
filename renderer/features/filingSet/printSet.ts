import type { FilingPrint } from '../../../shared/domain/filingSet';
import type { ErrorValue } from '../../../shared/ipc/errors';
import { call, getHost } from '../../ipc/client';

/** The documents of a set as printed, and those that could not be. */
export type PrintedSet = {
  prints: { document: FilingPrint['document']; file: string }[];
  failures: { title: string; error: ErrorValue }[];
};

export type PrintProgress = { title: string; done: number; total: number };

/** Prints the documents of a set to be made at `target`, which only the desktop program can; elsewhere none. Null when it was cancelled: then nothing printed is left. */
export async function printSet(
  target: string,
  isCancelled: () => boolean,
  onProgress: (progress: PrintProgress) => void,
): Promise<PrintedSet | null> {
  const printed: PrintedSet = { prints: [], failures: [] };
  if (getHost().kind !== 'electron') return printed;
  const wanted = await call('filingSet:beginPrinting', { target });
  for (const [done, { document, title, target: file }] of wanted.entries()) {
    onProgress({ title, done, total: wanted.length });
    const answer = await getHost().printPdf({ variant: document, target: file });
    if (isCancelled()) {
      await call('filingSet:forgetPrints', {});
      return null;
    }
    if (answer.ok) printed.prints.push({ document, file });
    else printed.failures.push({ title, error: answer.error });
  }
  return printed;
}
