import { COMMAND_PRIORITY_LOW, type LexicalEditor, UNDO_COMMAND } from 'lexical';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Section } from '../../../shared/domain/reply';
import { AppError, type ErrorCode } from '../../../shared/ipc/errors';
import { paragraph, statement, figure, outline } from '../../editor/testing/buildReply';
import { change, openHeadlessReply, readReply } from '../../editor/testing/headlessReply';
import { $selectText } from '../../editor/testing/selectText';
import { ReplySession, type SessionPorts } from './replySession';

/** Core with one reply, and a clock that stands until it is moved. */
class FakeCore {
  revision = 1;
  sections: Section[] = [statement(paragraph('p1', '收入', figure('f1', '1.00万元')), paragraph('p2', '乙'))];
  saves: { baseRevision: number; sections: Section[] }[] = [];
  failWith: ErrorCode | null = null;
  review: unknown[] = [];
  readonly #listeners: { name: string; run: (payload: never) => void }[] = [];
  #tasks: { at: number; run: () => void }[] = [];
  #now = 0;

  readonly ports: SessionPorts = {
    call: (async (method: string, params: { baseRevision: number; sections: Section[] }) => {
      if (method === 'reply:get')
        return { questionId: 'q1', revision: this.revision, sections: this.sections, figures: [{ figureId: 'f1', shown: '1.00万元' }] };
      if (method === 'review:list') return this.review;
      if (this.failWith) throw AppError.fromValue({ code: this.failWith, data: {} });
      if (params.baseRevision !== this.revision) throw new AppError('revision-conflict', { what: '问题 1' });
      this.saves.push(params);
      this.sections = params.sections;
      this.revision++;
      return { revision: this.revision, savedAt: '2026-01-05T11:42:07+08:00' };
    }) as never,
    onEvent: ((name: string, run: (payload: never) => void) => {
      this.#listeners.push({ name, run });
      return () => {};
    }) as never,
    toErrorValue: (error) => ({ code: (error as AppError).code, data: {} }),
    schedule: (run, ms) => {
      const task = { at: this.#now + ms, run };
      this.#tasks.push(task);
      return () => void (this.#tasks = this.#tasks.filter((other) => other !== task));
    },
  };

  tell(name: string, payload: unknown): void {
    for (const listener of this.#listeners) if (listener.name === name) listener.run(payload as never);
  }

  async pass(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#tasks.filter((task) => task.at <= this.#now);
    this.#tasks = this.#tasks.filter((task) => task.at > this.#now);
    for (const task of due) task.run();
    await settle();
  }
}

/** Lets every promise that can settle do so. */
const settle = () => new Promise<void>((done) => void setImmediate(done));

let core: FakeCore;
let editor: LexicalEditor;
let session: ReplySession;
const typeInto = (text: string) => change(editor, () => $selectText(['p2', 0]).insertText(text));

beforeEach(async () => {
  core = new FakeCore();
  editor = openHeadlessReply([]);
  editor.getRootElement = () => null;
  session = new ReplySession(editor, 'q1' as never, core.ports);
  await session.open();
});

describe('an open reply', () => {
  it('is loaded, and loading is no change to save', async () => {
    expect(readReply(editor)).toEqual(core.sections);
    await core.pass(5_000);
    expect(core.saves).toEqual([]);
    expect(session.getState()).toMatchObject({ phase: 'saved' });
  });

  it('is saved within a second after the last change, naming the revision it began from', async () => {
    typeInto('新');
    await core.pass(500);
    typeInto('又');
    await core.pass(500);
    expect(core.saves).toEqual([]);
    await core.pass(200);
    expect(core.saves).toMatchObject([{ baseRevision: 1 }]);
    expect(session.getState()).toMatchObject({ phase: 'saved', savedAt: '2026-01-05T11:42:07+08:00' });
    typeInto('再');
    await core.pass(700);
    expect(core.saves[1]).toMatchObject({ baseRevision: 2 });
  });

  it('is not saved while an input method composes', async () => {
    let isComposing = true;
    editor.isComposing = () => isComposing;
    typeInto('pinyin');
    await core.pass(5_000);
    expect(core.saves).toEqual([]);
    isComposing = false;
    await core.pass(400);
    expect(core.saves).toHaveLength(1);
  });

  it('is saved when it is closed', async () => {
    typeInto('新');
    await session.close();
    expect(outline(core.sections)).toContain('p2 新乙');
  });

  it('is unsaved from the change on until core has it', async () => {
    expect(session.hasUnsaved()).toBe(false);
    typeInto('新');
    expect(session.hasUnsaved()).toBe(true);
    await core.pass(700);
    expect(session.hasUnsaved()).toBe(false);
  });

  it('keeps its text when it could not be saved on closing, and closing again saves it', async () => {
    core.failWith = 'disk-full';
    typeInto('新');
    await session.close();
    expect(session.getState()).toMatchObject({ phase: 'failed', error: { code: 'disk-full' } });
    core.failWith = null;
    await session.close();
    expect(outline(core.sections)).toContain('p2 新乙');
    expect(session.hasUnsaved()).toBe(false);
  });

  it('left while both sides had changed, saves ours over theirs and says so', async () => {
    typeInto('我');
    core.sections = [{ ...core.sections[0]!, blocks: [paragraph('p1', '他们')] }];
    core.revision = 5;
    expect(await session.close()).toBe(true);
    expect(core.saves).toMatchObject([{ baseRevision: 5 }]);
    expect(outline(core.sections)).toContain('p2 我乙');
  });

  it('keeps its text when a save fails, and saves it with the next change', async () => {
    core.failWith = 'disk-full';
    typeInto('新');
    await core.pass(700);
    expect(session.getState()).toMatchObject({ phase: 'failed', error: { code: 'disk-full' } });
    core.failWith = null;
    typeInto('又');
    await core.pass(700);
    expect(outline(core.sections)).toContain('p2 又新乙');
  });

  it('shows what figures say now and takes that for no change of the writer', async () => {
    core.tell('figures:changed', { changes: [{ figureId: 'f1', questionId: 'q1', before: '1.00万元', after: '2.00万元' }] });
    expect(outline(readReply(editor))[0]).toBe('p1 收入[2.00万元]');
    await core.pass(5_000);
    expect(core.saves).toEqual([]);
  });

  it('takes in what core changed while nothing is unsaved', async () => {
    core.sections = [{ ...core.sections[0]!, blocks: [paragraph('p1', '旧文')] }];
    core.revision = 7;
    core.tell('project:changed', { nouns: ['reply'] });
    await settle();
    expect(outline(readReply(editor))).toEqual(['p1 旧文']);
    change(editor, () => $selectText(['p1', 0]).insertText('改'));
    await core.pass(700);
    expect(core.saves[0]).toMatchObject({ baseRevision: 7 });
  });

  it('lets a step back wait until what core changed is taken in', async () => {
    const steps: string[] = [];
    editor.registerCommand(UNDO_COMMAND, () => steps.push(outline(readReply(editor))[0]!) > 0, COMMAND_PRIORITY_LOW);
    core.sections = [{ ...core.sections[0]!, blocks: [paragraph('p1', '定稿')] }];
    core.revision = 7;
    core.tell('project:changed', { nouns: ['review'] });
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(steps).toEqual([]);
    await settle();
    expect(steps).toEqual(['p1 定稿']);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(steps).toHaveLength(2);
  });

  it('asks when both sides changed, and writes nothing over theirs until ours is chosen', async () => {
    typeInto('我');
    const theirs = [{ ...core.sections[0]!, blocks: [paragraph('p1', '他们')] }];
    core.sections = theirs;
    core.revision = 5;
    await core.pass(700);
    expect(session.getState()).toMatchObject({ phase: 'conflict', theirs });
    typeInto('们');
    await core.pass(5_000);
    expect(core.saves).toEqual([]);
    await session.keepMine();
    expect(core.saves).toMatchObject([{ baseRevision: 5 }]);
    expect(outline(core.sections)).toContain('p2 们我乙');
  });

  it('goes on with its own text when core changed no more than the words of figures', async () => {
    typeInto('我');
    core.sections = [{ ...core.sections[0]!, blocks: [paragraph('p1', '收入', figure('f1', '9.00万元')), paragraph('p2', '乙')] }];
    core.revision = 5;
    core.tell('project:changed', { nouns: ['reply'], questionIds: ['q1'] });
    await settle();
    await core.pass(700);
    expect(core.saves).toMatchObject([{ baseRevision: 5 }]);
  });
});
