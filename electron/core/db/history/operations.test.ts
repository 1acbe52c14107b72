import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectInMemory } from '../connection';
import type { WritableDb } from '../handles';
import { migrate } from '../migrations/migrate';
import { sql } from '../sql';
import { listOperations, type OperationHead, redoNext, storeOperation, undoLast } from './operations';
import { type Recorder, startRecording } from './recordedWrite';
import { refreshDerived } from './refreshDerived';

const ALONE: OperationHead = { kind: 'item:setOwner', data: {}, scope: null };

function openDatabase() {
  const connection = connectInMemory();
  migrate(connection);
  connection.transact((db) => {
    db.run(sql`INSERT INTO file VALUES ('f', 1, 'x', ${new Uint8Array(1)})`);
    db.run(sql`INSERT INTO letter (letterId, position, file, fileName, header) VALUES ('l', 0, 'f', 'l.txt', '{}')`);
    db.run(sql`INSERT INTO question VALUES ('q', 'l', 0, '1', '1', NULL, '问题', 'toWrite', NULL, NULL)`);
    db.run(sql`INSERT INTO reply VALUES ('q', 0, NULL)`);
  });
  const change = (work: (recorder: Recorder) => void, head: OperationHead = ALONE, actor = '张三') =>
    connection.transact((db) => {
      const recorder = startRecording(db);
      work(recorder);
      refreshDerived(db, recorder.changes.values());
      if (recorder.changes.size > 0) storeOperation(db, head, actor, recorder.changes.values());
    });
  const move = (step: typeof undoLast) =>
    connection.transact((db) => {
      const moved = step(db);
      if (moved && 'changes' in moved) refreshDerived(db, moved.changes);
      return moved && 'conflict' in moved ? moved.conflict.kind : moved !== null;
    });
  return { connection, db: connection.db as WritableDb, change, undo: () => move(undoLast), redo: () => move(redoNext) };
}

/** Everything a user sees, with what follows from it: sections, blocks, their search rows and uses. */
function readState(db: WritableDb): unknown {
  return [
    db.all(sql`SELECT * FROM question`),
    db.all(sql`SELECT * FROM section ORDER BY sectionId`),
    db.all(sql`SELECT * FROM block ORDER BY blockId`),
    db.all(sql`SELECT * FROM block_use ORDER BY kind, id, blockId`),
    db.all(sql`SELECT kind, ownerId FROM search_entry ORDER BY kind, ownerId`),
    db.all(
      sql`SELECT ownerId FROM search_entry JOIN search_text ON search_text.rowid = entryKey WHERE search_text MATCH '"甲"' ORDER BY ownerId`,
    ),
  ];
}

const ids = ['a', 'b', 'c'] as const;
const action = fc.oneof(
  fc.record({ type: fc.constant('owner' as const), owner: fc.constantFrom('甲', '乙', null) }),
  fc.record({ type: fc.constant('put' as const), id: fc.constantFrom(...ids), text: fc.constantFrom('甲', '乙', '丙') }),
  fc.record({ type: fc.constant('drop' as const), id: fc.constantFrom(...ids) }),
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

function perform(db: WritableDb, recorder: Recorder, step: Action): void {
  if (step.type === 'owner') {
    recorder.updateRow('question', { questionId: 'q' }, { owner: step.owner });
    return;
  }
  const there = db.get(sql`SELECT 1 FROM block WHERE blockId = ${step.id}`) !== undefined;
  if (step.type === 'drop') {
    if (!there) return;
    recorder.deleteRow('block', { blockId: step.id });
    recorder.deleteRow('section', { sectionId: `s${step.id}` });
    return;
  }
  const document = JSON.stringify({ type: 'paragraph', blockId: step.id, inlines: [{ type: 'text', text: step.text }] });
  if (there) recorder.updateRow('block', { blockId: step.id }, { document });
  else {
    const section = { questionId: 'q', position: 0, role: 'statement', verifier: null, itemIds: '[]', blockIds: JSON.stringify([step.id]) };
    recorder.insertRow('section', { sectionId: `s${step.id}`, ...section });
    recorder.insertRow('block', { blockId: step.id, sectionId: `s${step.id}`, document });
  }
}

describe('the operation log', () => {
  it('takes any run of operations back to the beginning and does it again to the end, whatever follows from the rows included', () => {
    fc.assert(
      fc.property(fc.array(fc.array(action, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (operations) => {
        const { connection, db, change, undo, redo } = openDatabase();
        const states = [readState(db)];
        for (const steps of operations) {
          const before = listOperations(db, 1000).length;
          change((recorder) => {
            for (const step of steps) perform(db, recorder, step);
          });
          if (listOperations(db, 1000).length > before) states.push(readState(db));
          else expect(readState(db)).toEqual(states.at(-1));
        }
        for (const state of states.slice(0, -1).toReversed()) {
          expect(undo()).toBe(true);
          expect(readState(db)).toEqual(state);
        }
        expect(undo()).toBe(false);
        for (const state of states.slice(1)) {
          expect(redo()).toBe(true);
          expect(readState(db)).toEqual(state);
        }
        expect(redo()).toBe(false);
        connection.close();
      }),
      { numRuns: 60 },
    );
  });

  it('forgets what was undone once something else is done', () => {
    const { db, change, undo, redo } = openDatabase();
    const setOwner = (owner: string) => change((recorder) => void recorder.updateRow('question', { questionId: 'q' }, { owner }));
    setOwner('甲');
    setOwner('乙');
    undo();
    setOwner('丙');
    expect(redo()).toBe(false);
    undo();
    expect(db.get(sql`SELECT owner FROM question`)).toEqual({ owner: '甲' });
    expect(listOperations(db, 10).map((operation) => operation.undone)).toEqual([true, true, false]);
  });

  it('refuses to undo when a row is no longer as the operation left it', () => {
    const { db, change, undo } = openDatabase();
    change((recorder) => void recorder.updateRow('question', { questionId: 'q' }, { owner: '甲' }));
    db.run(sql`UPDATE question SET owner = '别处'`);
    expect(undo()).toBe('item:setOwner');
    expect(db.get(sql`SELECT owner FROM question`)).toEqual({ owner: '别处' });
  });

  it('raises a counter with every change, undo and redo, so that no older state passes for the present one', () => {
    const { db, change, undo, redo } = openDatabase();
    const revision = () => db.get<{ revision: number }>(sql`SELECT revision FROM reply`)!.revision;
    change((recorder) => void recorder.updateRow('reply', { questionId: 'q' }, { savedAt: 'x' }));
    expect(revision()).toBe(1);
    undo();
    expect(revision()).toBe(2);
    redo();
    expect(revision()).toBe(3);
  });

  it('makes one operation of text saves that follow each other closely, and a new one for another scope, actor or after an undo', () => {
    const { db, change, undo } = openDatabase();
    const save = (owner: string, scope: string, actor?: string) =>
      change(
        (recorder) => void recorder.updateRow('question', { questionId: 'q' }, { owner }),
        { kind: 'reply:save', data: {}, scope },
        actor,
      );
    save('甲', 'section a');
    save('乙', 'section a');
    save('丙', 'section a');
    expect(listOperations(db, 10)).toHaveLength(1);
    undo();
    expect(db.get(sql`SELECT owner FROM question`)).toEqual({ owner: null });
    save('丁', 'section a');
    save('戊', 'section b');
    save('己', 'section b', '李四');
    expect(listOperations(db, 10)).toHaveLength(4);
  });

  it('takes back what was done before a column was there', () => {
    const { db, change, undo, redo } = openDatabase();
    change((recorder) => recorder.updateRow('question', { questionId: 'q' }, { owner: '甲' }));
    db.run(sql`UPDATE operation_change SET before = json_remove(before, '$.partHeading'), after = json_remove(after, '$.partHeading')`);
    expect([undo(), db.get(sql`SELECT owner FROM question`)]).toEqual([true, { owner: null }]);
    expect([redo(), db.get(sql`SELECT owner FROM question`)]).toEqual([true, { owner: '甲' }]);
  });

  it('leaves no trace of an operation that came to nothing', () => {
    const { db, change } = openDatabase();
    change((recorder) => {
      recorder.updateRow('question', { questionId: 'q' }, { owner: '甲' });
      recorder.updateRow('question', { questionId: 'q' }, { owner: null });
    });
    expect(listOperations(db, 10)).toEqual([]);
  });
});
