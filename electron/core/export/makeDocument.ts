import type { FilingDocument } from '../../../shared/document/filingDocument';
import { assembleDocument } from '../../../shared/document/assembleDocument';
import type { DocumentContext } from '../../../shared/document/documentContext';
import { findBlanks } from '../../../shared/document/findBlanks';
import { findToldByCopy, findToldByTexts, type Subtraction } from '../../../shared/document/redaction/findSubtractions';
import { listSecrets } from '../../../shared/document/redaction/listSecrets';
import { redactSnapshot } from '../../../shared/document/redaction/redactSnapshot';
import { findForeignTerms } from '../../../shared/document/terms/findForeignTerms';
import { locateRedactions } from '../../../shared/document/redaction/locateRedactions';
import { withholdSnapshot } from '../../../shared/document/redaction/withholdSnapshot';
import type { DataTable } from '../../../shared/domain/dataTable';
import { message } from '../../../shared/domain/message';
import type { Warning } from '../../../shared/domain/place';
import { getRedactedWords } from '../../../shared/domain/redaction';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { isPublished, type Variant } from '../../../shared/domain/variant';
import { AppError } from '../../../shared/ipc/errors';
import { exportDocx } from './docx/exportDocx';
import { NO_DATE } from './noDate';
import { listPictures, type Looking, readPictures } from './leaks/readPictures';
import { readFileTexts } from './leaks/readFileTexts';
import { type Advice, refuseLeaks } from './leaks/refuseLeaks';
import { type Leak, scanForLeaks, scanTexts } from './leaks/scanForLeaks';
import { warnOfRates } from './leaks/warnOfRates';
import { warnOfPictures } from './leaks/warnOfPictures';
import { isReviewDocument, nameReview } from './nameReview';

/** A document as it will be written, the tables it prints as it prints them, and what it still lacks. */
export type MadeDocument = { document: FilingDocument; bytes: Uint8Array; tables: DataTable[]; warnings: Warning[] };

/**
 * Makes a variant under the file name given. A document the public reads, and a copy for reviewers who are no insiders, is refused (redaction-leak,
 * redaction-lost) while any part of its file holds withheld words in any form, or numbers that tell a hidden one; of another the warnings say that it
 * holds them. Words in pictures are recognised for that, and the warnings say how many should be looked at; `looking` tells how far that is.
 */
export async function makeDocument(
  variant: Variant,
  snapshot: ProjectSnapshot,
  context: DocumentContext,
  file: string,
  looking: Looking = {},
): Promise<MadeDocument> {
  const isOutside = isPublished(variant) || (variant === 'review' && context.insider === undefined);
  if (isOutside) refuseLost(snapshot, context, file);
  const document = assembleDocument(variant, snapshot, context);
  const { title, blocks, removed = [] } = document;
  const created = `${snapshot.details.signedOn || NO_DATE}T00:00:00Z`;
  const bytes = await exportDocx(blocks, {
    title,
    created,
    ...(isReviewDocument(document) && { review: nameReview(document) }),
    ...(context.template && { template: context.template }),
  });
  const printed = variant === 'announcement' || !isOutside ? snapshot : withhold(variant, snapshot, context);
  const tables = [...listShownTables(document, printed)];
  const { leaks, told } = findLeaks(tables, bytes, snapshot, context, file);
  const advice: Advice = variant === 'announcement' ? 'leak.takeRedacted' : 'leak.rewrite';
  if (isOutside) refuseLeaks(file, leaks, told, advice);
  const pictures = isOutside && context.redactions.length > 0 ? await readPictures(listPictures(file, bytes), looking) : null;
  if (pictures) refuseLeaks(file, scanTexts(file, pictures.texts, listSecrets(snapshot, context.redactions)), [], advice);
  const warnings: Warning[] = [
    ...findBlanks(blocks, file),
    ...removed.map((text) => ({ code: 'text-removed', message: message('warning.text-removed', { text }), file, place: null })),
  ];
  for (const { term, fullName, questionId } of findForeignTerms(document, snapshot)) {
    const no = snapshot.letters.flatMap(({ questions }) => questions).find((question) => question.questionId === questionId)?.no;
    const place = no === undefined ? message('warning.in-preamble') : message('warning.of-question', { no });
    warnings.push({ code: 'term-foreign', message: message('warning.term-foreign', { term, name: fullName, place }), file, place: null });
  }
  if (variant === 'revision' && context.former === null)
    warnings.push({ code: 'nothing-compared', message: message('warning.nothing-compared'), file, place: null });
  const held = leaks.length + told.length;
  if (held > 0) warnings.push({ code: 'holds-withheld', message: message('warning.holds-withheld', { count: held }), file, place: null });
  if (pictures) warnings.push(...warnOfPictures(pictures, file));
  if (isOutside) warnings.push(...warnOfRates(tables, snapshot, file));
  const leftOut = isReviewDocument(document) ? (document.leftOut ?? 0) : 0;
  if (leftOut > 0)
    warnings.push({ code: 'remarks-left-out', message: message('warning.remarks-left-out', { count: leftOut }), file, place: null });
  return { document, bytes, tables, warnings };
}

function withhold(variant: Variant, snapshot: ProjectSnapshot, { redactions }: DocumentContext): ProjectSnapshot {
  return variant === 'review' ? withholdSnapshot(snapshot, redactions).snapshot : redactSnapshot(snapshot, redactions);
}

function refuseLost(snapshot: ProjectSnapshot, { redactions }: DocumentContext, file: string): void {
  const [lost] = locateRedactions(snapshot, redactions).lost;
  if (lost) throw new AppError('redaction-lost', { file, words: getRedactedWords(lost) });
}

/** Where a file tells what is withheld: words that stand in it, and cells that others tell. `tables` are those it prints, as it prints them. */
function findLeaks(
  tables: readonly DataTable[],
  bytes: Uint8Array,
  snapshot: ProjectSnapshot,
  { redactions }: DocumentContext,
  file: string,
): { leaks: Leak[]; told: Subtraction[] } {
  if (redactions.length === 0) return { leaks: [], told: [] };
  const leaks = scanForLeaks(file, bytes, listSecrets(snapshot, redactions));
  let texts: string[] | null = null;
  const told = tables.flatMap((table) => {
    const original = snapshot.tables.get(table.tableId)!;
    if (original === table) return [];
    const byTable = findToldByCopy(original, table);
    if (byTable.length > 0) return byTable;
    texts ??= readFileTexts(file, bytes).map(({ text }) => text);
    return findToldByTexts(original, table, texts);
  });
  return { leaks, told };
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
