import type { FilingDocument } from '../../../shared/document/filingDocument';
import { assembleDocument } from '../../../shared/document/assembleDocument';
import type { DocumentContext } from '../../../shared/document/documentContext';
import { findBlanks } from '../../../shared/document/findBlanks';
import { describeSubtraction, findSubtractions } from '../../../shared/document/redaction/findSubtractions';
import { listSecrets } from '../../../shared/document/redaction/listSecrets';
import { redactSnapshot } from '../../../shared/document/redaction/redactSnapshot';
import { locateRedactions } from '../../../shared/document/redaction/locateRedactions';
import type { DataTable } from '../../../shared/domain/dataTable';
import { message } from '../../../shared/domain/message';
import type { Warning } from '../../../shared/domain/place';
import { getRedactedWords } from '../../../shared/domain/redaction';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { isPublished, type Variant } from '../../../shared/domain/variant';
import { AppError } from '../../../shared/ipc/errors';
import { exportDocx } from './docx/exportDocx';
import { NO_DATE } from './noDate';
import { scanForLeaks } from './leaks/scanForLeaks';
import { isReviewDocument, nameReview } from './nameReview';

/** A document as it will be written, the tables it prints as it prints them, and what it still lacks. */
export type MadeDocument = { document: FilingDocument; bytes: Uint8Array; tables: DataTable[]; warnings: Warning[] };

/** Places a refusal names; the rest is a count. */
const NAMED_LEAKS = 5;

/**
 * Makes a variant under the file name given. A document the public reads is refused (redaction-leak, redaction-lost) while any part of its
 * file holds withheld words in any form, or numbers that tell a hidden one; of another the warnings say that it holds them.
 */
export async function makeDocument(
  variant: Variant,
  snapshot: ProjectSnapshot,
  context: DocumentContext,
  file: string,
): Promise<MadeDocument> {
  const isPublic = isPublished(variant);
  if (isPublic) refuseLost(snapshot, context, file);
  const document = assembleDocument(variant, snapshot, context);
  const { title, blocks, removed = [] } = document;
  const created = `${snapshot.details.signedOn || NO_DATE}T00:00:00Z`;
  const bytes = await exportDocx(blocks, {
    title,
    created,
    ...(isReviewDocument(document) && { review: nameReview(document) }),
    ...(context.template && { template: context.template }),
  });
  const leaks = findLeaks(variant, document, bytes, snapshot, context, file);
  if (isPublic && leaks.length > 0) {
    throw new AppError('redaction-leak', { file, count: leaks.length, where: leaks.slice(0, NAMED_LEAKS).join('；') });
  }
  const warnings: Warning[] = [
    ...findBlanks(blocks, file),
    ...removed.map((text) => ({ code: 'text-removed', message: message('warning.text-removed', { text }), file, place: null })),
  ];
  if (variant === 'revision' && context.former === null)
    warnings.push({ code: 'nothing-compared', message: message('warning.nothing-compared'), file, place: null });
  if (leaks.length > 0)
    warnings.push({ code: 'holds-withheld', message: message('warning.holds-withheld', { count: leaks.length }), file, place: null });
  const printed = isPublic ? redactSnapshot(snapshot, context.redactions) : snapshot;
  return { document, bytes, tables: [...listShownTables(document, printed)], warnings };
}

function refuseLost(snapshot: ProjectSnapshot, { redactions }: DocumentContext, file: string): void {
  const [lost] = locateRedactions(snapshot, redactions).lost;
  if (lost) throw new AppError('redaction-lost', { file, words: getRedactedWords(lost) });
}

/** Where a file tells what is withheld, each as `part “…”`. */
function findLeaks(
  variant: Variant,
  document: FilingDocument,
  bytes: Uint8Array,
  snapshot: ProjectSnapshot,
  { redactions }: DocumentContext,
  file: string,
): string[] {
  if (redactions.length === 0) return [];
  const leaks = scanForLeaks(file, bytes, listSecrets(snapshot, redactions)).map(({ part, quote }) => `${part} “${quote}”`);
  if (!isPublished(variant) || variant === 'announcement') return leaks;
  const told = findSubtractions(listShownTables(document, snapshot), snapshot, redactions);
  return [...leaks, ...told.map(describeSubtraction)];
}

/** The tables a document prints, tables in their cells included. */
function listShownTables({ shown }: FilingDocument, { tables }: ProjectSnapshot): Set<DataTable> {
  const found = new Set<DataTable>();
  const take = (tableId: DataTable['tableId']) => {
    const table = tables.get(tableId);
    if (table === undefined || found.has(table)) return;
    found.add(table);
    for (const cell of table.rows.flatMap(({ cells }) => cells)) for (const nested of cell.nested ?? []) take(nested);
  };
  for (const block of shown.flatMap(({ sections }) => sections.flatMap((section) => section.blocks)))
    if (block.type === 'table') take(block.tableId);
  return found;
}
