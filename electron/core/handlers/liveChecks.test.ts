import { describe, expect, it } from 'vitest';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';

describe('running the checks', () => {
  it('finds after a change what a run of everything finds', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const before = await core.callJob('check:run', {});
    const tables = await core.call('table:list', { sourceId: null });
    const whole = await Promise.all(tables.map(({ tableId }) => core.call('table:get', { tableId })));
    const total = whole.find((table) => table.rows.some((row) => row.role === 'total'))!;
    const row = total.rows.find((each) => each.role === 'total')!;
    const column = row.cells.findIndex((cell) => cell.value !== null);
    const cell = { tableId: total.tableId, rowId: row.rowId, colId: total.columns[column]!.colId };
    await core.call('cell:correct', { cell, text: '1.11', kind: 'misread', why: '' });
    const after = await core.callJob('check:run', { changedOnly: true });
    expect(after).toEqual(await core.callJob('check:run', {}));
    expect(after.length).toBeGreaterThan(before.length);
    await core.call('history:undo', {});
    expect(await core.callJob('check:run', { changedOnly: true })).toEqual(before);
  });

  it('answers other calls while it runs, and takes in what they change', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const run = core.callJob('check:run', {});
    const tables = await core.call('table:list', { sourceId: null });
    const table = await core.call('table:get', { tableId: tables[0]!.tableId });
    const cell = findCellRef([table], table.rows[1]!.cells[1]!.text);
    await core.call('cell:correct', { cell, text: '2.22', kind: 'misread', why: '' });
    expect(await run).toEqual(await core.callJob('check:run', {}));
  });

  it('is stopped by cancelling', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const { jobId } = await core.call('check:run', {});
    await core.call('job:cancel', { jobId });
    const ends = () =>
      core.events.filter(({ name, payload }) => /job:(?:done|failed)/.test(name) && (payload as { jobId: string }).jobId === jobId);
    await expect.poll(() => ends().length).toBe(1);
    expect(ends()).toMatchObject([{ name: 'job:failed', payload: { error: { code: 'cancelled' } } }]);
  });
});
