import type { DataTable } from '../../../shared/domain/dataTable';
import type { ItemId, QuestionId, TableId } from '../../../shared/domain/ids';
import { narrowStatement } from '../../../shared/document/opinionScope';
import type { Question } from '../../../shared/domain/letter';
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
type Signed = { sections: Section[]; tables: Pick<DataTable, 'tableId' | 'caption' | 'unit' | 'notes' | 'columns' | 'rows'>[] };

function readSigned(db: ReadableDb, questionId: QuestionId, itemId: ItemId | null): Signed {
  const { sections } = getReply(db, questionId);
  const own = sections.filter(({ itemIds }) => itemId === null || itemIds.length === 0 || itemIds.includes(itemId));
  const tableIds = own.flatMap(({ blocks }) => blocks.flatMap((block) => ('tableId' in block ? [block.tableId] : [])));
  const tables = [...new Set(tableIds)].flatMap((tableId) => {
    const table = findTable(db, tableId);
    if (!table) return [];
    const { caption, unit, notes, columns, rows } = table;
    return [{ tableId, caption, unit, notes, columns, rows }];
  });
  return { sections: own, tables };
}

function withChanges(db: ReadableDb, { content, ...signOff }: StoredSignOff): SignOff {
  const { questionId, itemId } = signOff;
  const question = getQuestion(db, questionId);
  const numbers = new Map([[questionId, question.no]]);
  const then = toState(question, itemId, JSON.parse(content) as Signed);
  return { ...signOff, changes: compareStates(then, toState(question, itemId, readSigned(db, questionId, itemId)), numbers) };
}

/** What was signed in the form that is compared: of a statement on several items only what answers the item, where it tells them apart. */
function toState(question: Question, itemId: ItemId | null, { sections, tables }: Signed): ComparedState {
  const own = sections.flatMap((section) =>
    itemId === null || section.role !== 'statement' ? [section] : narrowStatement(section, question, [itemId]),
  );
  const shown = new Set(own.flatMap(({ blocks }) => blocks.flatMap((block) => ('tableId' in block ? [block.tableId] : []))));
  const byId = new Map(
    tables.flatMap((table): [TableId, DataTable][] => (shown.has(table.tableId) ? [[table.tableId, table as DataTable]] : [])),
  );
  return { replies: [{ questionId: question.questionId, revision: 0, sections: own }], tables: byId };
}
