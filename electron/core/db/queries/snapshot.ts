import type { DataTable } from '../../../../shared/domain/dataTable';
import type { FileHash, TableId } from '../../../../shared/domain/ids';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import type { ReadableDb } from '../handles';
import { listWholeTables } from './dataTables';
import { listShownFigures } from './figures';
import { findFile } from './files';
import { listLetters } from './letters';
import { listLinks } from './links';
import { getProject } from './projectDetails';
import { listReplies, listShownIds } from './replies';

/** One consistent reading of the whole project: what checks and documents are made from. Pictures are those the replies show. */
export function readSnapshot(db: ReadableDb): ProjectSnapshot {
  const shown = listShownIds(db, 'table') as TableId[];
  const tables = new Map<TableId, DataTable>(listWholeTables(db, shown).map((table) => [table.tableId, table]));
  const pictures = new Map<FileHash, Uint8Array>();
  for (const hash of listShownIds(db, 'picture') as FileHash[]) {
    const picture = findFile(db, hash);
    if (picture) pictures.set(hash, picture.bytes);
  }
  return {
    details: getProject(db).details,
    letters: listLetters(db),
    replies: listReplies(db),
    tables,
    figures: new Map(listShownFigures(db, null).map((figure) => [figure.figureId, figure])),
    pictures,
    links: listLinks(db),
  };
}
