import type { DataTable } from '../../../shared/domain/dataTable';
import type { ItemId, QuestionId, TableId } from '../../../shared/domain/ids';
import type { Section } from '../../../shared/domain/reply';
import type { SignOff } from '../../../shared/domain/signOff';
import { compareStates, type ComparedState } from '../../../shared/review/compareStates';
import type { ReadableDb } from '../db/handles';
import { findTable } from '../db/queries/dataTables';
import { getQuestion } from '../db/queries/letters';
import { getReply } from '../db/queries/replies';
import { addSignOff, listSignOffs, listWorkDue, removeSignOff, setWorkDue, type StoredSignOff } from '../db/queries/signOffs';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { getReviewAuthor } from './readReview';

export const statusHandlers: HandlersOf<'signOff' | 'due'> = {
  'signOff:list': reads(({ db }, { questionId }) => listSignOffs(db, questionId).map((signOff) => withChanges(db, signOff))),

  'signOff:add': writes(({ db, session, recorder, describe }, { questionId, itemId, role }) => {
    const actor = getReviewAuthor(db, session);
    const content = JSON.stringify(readSigned(db, questionId, itemId));
    describe({ question: getQuestion(db, questionId).no });
    return withChanges(db, addSignOff(db, recorder, { questionId, itemId, role, actor, content }));
  }),

  'signOff:remove': writes(({ db, recorder, describe }, { signOffId }) => {
    const { questionId } = removeSignOff(db, recorder, signOffId);
    describe({ question: getQuestion(db, questionId).no });
    return null;
  }),

  'due:list': reads(({ db }) => listWorkDue(db)),

  'due:set': writes(({ db, recorder, describe }, { targets, dueOn }) => {
    for (const target of targets) setWorkDue(db, recorder, target, dueOn);
    describe({ count: targets.length });
    return null;
  }),
};

/** What was signed: the sections answering the item, and of the tables they show what a comparison looks at. */
type Signed = { sections: Section[]; tables: Pick<DataTable, 'tableId' | 'caption' | 'columns' | 'rows'>[] };

function readSigned(db: ReadableDb, questionId: QuestionId, itemId: ItemId | null): Signed {
  const { sections } = getReply(db, questionId);
  const own = sections.filter(({ itemIds }) => itemId === null || itemIds.length === 0 || itemIds.includes(itemId));
  const tableIds = own.flatMap(({ blocks }) => blocks.flatMap((block) => ('tableId' in block ? [block.tableId] : [])));
  const tables = [...new Set(tableIds)].flatMap((tableId) => {
    const table = findTable(db, tableId);
    return table ? [{ tableId, caption: table.caption, columns: table.columns, rows: table.rows }] : [];
  });
  return { sections: own, tables };
}

function withChanges(db: ReadableDb, { content, ...signOff }: StoredSignOff): SignOff {
  const { questionId, itemId } = signOff;
  const numbers = new Map([[questionId, getQuestion(db, questionId).no]]);
  const then = toState(questionId, JSON.parse(content) as Signed);
  return { ...signOff, changes: compareStates(then, toState(questionId, readSigned(db, questionId, itemId)), numbers) };
}

function toState(questionId: QuestionId, { sections, tables }: Signed): ComparedState {
  const byId = new Map(tables.map((table): [TableId, DataTable] => [table.tableId, table as DataTable]));
  return { replies: [{ questionId, revision: 0, sections }], tables: byId };
}
