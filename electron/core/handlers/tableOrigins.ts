import type { SourceId, TableId } from '../../../shared/domain/ids';
import { message } from '../../../shared/domain/message';
import type { TableOrigin } from '../../../shared/domain/tableOrigin';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import { findFile } from '../db/queries/files';
import { findSourceFile } from '../db/queries/sources';
import { findOrigin, findParagraph, listOriginalTexts, listParagraphsAround, type StoredOrigin } from '../db/queries/tableOrigins';
import { getTableKey } from '../db/queries/dataTables';
import { countRows } from '../db/queries/tableRows';
import { getNamedKind } from '../import/fileKind';
import { besides, type HandlersOf, reads } from '../rpc/handlerKinds';
import type { ViewedFile } from '../view/viewRequests';

/** A page as wide as a window's half shows it enlarged: about 150 dots an inch on A4. */
const PAGE_PIXELS = 2_200_000;
/** Paragraphs shown on either side of a table or of another. */
const PARAGRAPHS = 12;

export const originHandlers: HandlersOf<'origin'> = {
  'origin:get': reads(({ db }, { tableId }): TableOrigin => {
    const origin = findOrigin(db, tableId);
    if (!origin) return { kind: 'none' };
    const { sourceId, fileName, place } = origin;
    if (place.page !== undefined) return { kind: 'pages', sourceId, fileName, page: place.page };
    const isGrid = place.range !== undefined || (place.line !== undefined && getNamedKind(fileName) !== 'text');
    return isGrid
      ? { kind: 'sheet', sourceId, fileName }
      : { kind: 'text', sourceId, fileName, ...listParagraphsAround(db, origin, PARAGRAPHS) };
  }),

  'origin:paragraph': reads(({ db }, { sourceId, paragraph }) => {
    const found = findParagraph(db, sourceId, paragraph, PARAGRAPHS);
    if (!found) throw new AppError('not-found', { what: message('what.source'), id: sourceId });
    return found;
  }),

  'origin:page': besides((session, { sourceId, page }) => {
    const { db } = session.getProject();
    return session.viewer.look(viewSource(db, sourceId), { ask: 'page', page, pixels: PAGE_PIXELS });
  }),

  'origin:parts': besides((session, { tableId }) => {
    const { db } = session.getProject();
    const { sourceId, place } = getOrigin(db, tableId);
    const request = { ask: 'parts' as const, page: place.page ?? 1, rows: listOriginalTexts(db, tableId) };
    return session.viewer.look(viewSource(db, sourceId), request);
  }),

  'origin:sheet': besides((session, { tableId, at }) => {
    const { db } = session.getProject();
    const { sourceId, place } = getOrigin(db, tableId);
    return session.viewer.look(viewSource(db, sourceId), { ask: 'sheet', place, rowCount: countRows(db, getTableKey(db, tableId)), at });
  }),
};

function getOrigin(db: ReadableDb, tableId: TableId): StoredOrigin {
  const origin = findOrigin(db, tableId);
  if (!origin) throw new AppError('not-found', { what: message('what.source'), id: tableId });
  return origin;
}

function viewSource(db: ReadableDb, sourceId: SourceId): ViewedFile {
  const { file, fileName } = findSourceFile(db, sourceId);
  const read = () => {
    const kept = findFile(db, file);
    if (!kept) throw new AppError('not-found', { what: message('what.file'), id: fileName });
    return kept.bytes;
  };
  return { key: file, fileName, read };
}
