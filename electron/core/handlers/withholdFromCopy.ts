import { findToldByCopy } from '../../../shared/document/redaction/findSubtractions';
import { listSecrets } from '../../../shared/document/redaction/listSecrets';
import { locateRedactions } from '../../../shared/document/redaction/locateRedactions';
import type { TableId } from '../../../shared/domain/ids';
import type { Warning } from '../../../shared/domain/place';
import { getRedactedWords } from '../../../shared/domain/redaction';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import { findTable, getTable } from '../db/queries/dataTables';
import { listRedactions, updateRedaction } from '../db/queries/redactions';
import { readSnapshot } from '../db/queries/snapshot';
import { createRowWithholder, type RowWithholder } from '../db/queries/withholdImages';
import { sql } from '../db/sql';
import { runWrite } from '../rpc/runWrite';
import type { Session } from '../session';
import { type FoundPicture, type Looking, readPictures } from '../export/leaks/readPictures';
import { refuseLeaks } from '../export/leaks/refuseLeaks';
import { scanTexts } from '../export/leaks/scanForLeaks';
import { warnOfRates } from '../export/leaks/warnOfRates';
import { warnOfPictures } from '../export/leaks/warnOfPictures';
import { scanReviewCopy } from './scanReviewCopy';

/**
 * What is kept from the reader of a copy, and the searches that refuse one (redaction-leak) which still tells it, in its rows or in its pictures; the
 * warnings name what somebody should look at.
 */
export type WithheldFromCopy = {
  withhold: RowWithholder;
  refuseLeaks: (copy: ReadableDb, bytes: Uint8Array) => Warning[];
  refusePictures: (pictures: readonly FoundPicture[], looking: Looking) => Promise<Warning[]>;
};

/** What a project withholds from the reader of a copy; null when it withholds nothing. Throws redaction-lost where what to hide can no longer be told. */
export function readWithheld(db: ReadableDb, file: string): WithheldFromCopy | null {
  const redactions = listRedactions(db);
  if (redactions.length === 0) return null;
  const snapshot = withRedactedTables(db, readSnapshot(db));
  const [lost] = locateRedactions(snapshot, redactions).lost;
  if (lost) throw new AppError('redaction-lost', { file, words: getRedactedWords(lost) });
  const secrets = listSecrets(snapshot, redactions);
  return {
    withhold: createRowWithholder(db, snapshot, redactions),
    refuseLeaks: (copy, bytes) => {
      const leaks = scanReviewCopy(file, copy, bytes, secrets);
      const tables = copy.all<{ tableId: TableId }>(sql`SELECT tableId FROM data_table`);
      const copies = tables.map(({ tableId }) => getTable(copy, tableId));
      const originals = new Map(copies.map(({ tableId }) => [tableId, getTable(db, tableId)]));
      const told = copies.flatMap((table) => findToldByCopy(originals.get(table.tableId)!, table));
      refuseLeaks(file, leaks, told, 'leak.rewrite');
      return warnOfRates(copies, { tables: originals }, file);
    },
    refusePictures: async (pictures, looking) => {
      const words = await readPictures(pictures, looking);
      refuseLeaks(file, scanTexts(file, words.texts, secrets), [], 'leak.rewrite');
      return warnOfPictures(words, file);
    },
  };
}

/** A snapshot that also holds tables of sources in which something is hidden. */
function withRedactedTables(db: ReadableDb, snapshot: ProjectSnapshot): ProjectSnapshot {
  const tables = new Map(snapshot.tables);
  for (const { target } of listRedactions(db)) {
    const tableId = target.kind === 'cell' ? target.cell.tableId : target.kind === 'column' ? target.tableId : null;
    const table = tableId === null || tables.has(tableId) ? null : findTable(db, tableId);
    if (table) tables.set(table.tableId, table);
  }
  return { ...snapshot, tables };
}

/** Enters somebody among the insiders of everything withheld, as one operation: a copy in full tells all of it. */
export function nameInsider(session: Session, name: string): void {
  runWrite(session, 'redaction:nameInsider', ({ db, recorder, describe }) => {
    describe({ party: name });
    for (const { redactionId, ...content } of listRedactions(db)) {
      const insiders = content.record.insiders.split(/[、，,；;\s]+/).filter((insider) => insider !== '');
      if (insiders.includes(name)) continue;
      const record = { ...content.record, insiders: [...insiders, name].join('、') };
      updateRedaction(db, recorder, redactionId, { ...content, record });
    }
  });
}
