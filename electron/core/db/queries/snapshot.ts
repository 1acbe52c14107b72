import type { DataTable } from '../../../../shared/domain/dataTable';
import type { FileHash, QuestionId, TableId } from '../../../../shared/domain/ids';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import { refreshReferences } from '../../../../shared/document/reference/refreshReferences';
import { readOwnCalendar } from '../../ownCalendar';
import type { ReadableDb } from '../handles';
import { getTable, listWholeTables } from './dataTables';
import { listAcceptances } from './acceptances';
import { listDeferrals } from './deferrals';
import { listDefinedTerms } from './definedTerms';
import { listExemptions } from './exemptions';
import { listShownFigures } from './figures';
import { findFile } from './files';
import { listLetters } from './letters';
import { listLinks } from './links';
import { listAliasDecisions } from './metricAliases';
import { getProject } from './projectDetails';
import { getReply, listReplies, listShownIds } from './replies';
import { listRestatedQuestions } from './restatedQuestions';
import { listSources } from './sources';

/** One consistent reading of the whole project: what checks and documents are made from. Pictures are those the replies show. */
export function readSnapshot(db: ReadableDb): ProjectSnapshot {
  const shown = listShownIds(db, 'table') as TableId[];
  const tables = new Map<TableId, DataTable>(listWholeTables(db, shown).map((table) => [table.tableId, table]));
  const pictures = new Map<FileHash, Uint8Array>();
  for (const hash of listShownIds(db, 'picture') as FileHash[]) {
    const picture = findFile(db, hash);
    if (picture) pictures.set(hash, picture.bytes);
  }
  const letters = listLetters(db);
  return {
    details: getProject(db).details,
    letters,
    replies: refreshReferences({ letters, replies: listReplies(db), tables }),
    definedTerms: listDefinedTerms(db),
    tables,
    figures: new Map(listShownFigures(db, null).map((figure) => [figure.figureId, figure])),
    pictures,
    acceptances: listAcceptances(db),
    exemptions: listExemptions(db),
    restatedQuestions: listRestatedQuestions(db),
    aliases: listAliasDecisions(db),
    links: listLinks(db),
    deferrals: listDeferrals(db),
    sources: listSources(db),
    calendar: readOwnCalendar(),
  };
}

/** A part of the project for checking what a change touched: the replies of some questions and the tables named; no pictures, all figures shown. */
export function readSnapshotOf(db: ReadableDb, questionIds: Iterable<QuestionId>, tableIds: Iterable<TableId>): ProjectSnapshot {
  return {
    details: getProject(db).details,
    letters: listLetters(db),
    replies: [...questionIds].map((questionId) => getReply(db, questionId)),
    tables: new Map([...tableIds].map((tableId) => [tableId, getTable(db, tableId)])),
    figures: new Map(listShownFigures(db, null).map((figure) => [figure.figureId, figure])),
    pictures: new Map(),
    acceptances: [],
    exemptions: listExemptions(db),
    restatedQuestions: listRestatedQuestions(db),
    definedTerms: listDefinedTerms(db),
    aliases: listAliasDecisions(db),
    links: listLinks(db),
    deferrals: listDeferrals(db),
    sources: listSources(db),
    calendar: readOwnCalendar(),
  };
}
