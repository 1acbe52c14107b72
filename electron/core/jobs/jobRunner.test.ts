import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/ipc/errors';
import { startJobRunner } from './jobRunner';

const RESULT = { sources: [], updates: [], warnings: [] };

function start() {
  const events: [string, unknown][] = [];
  const runner = startJobRunner(
    (name, payload) => void events.push([name, payload]),
    (error) => (error instanceof AppError ? { code: error.code, data: error.data } : { code: 'internal', data: { reason: 'Error' } }),
  );
  return { runner, events };
}

describe('long work', () => {
  it('returns its id at once, tells how far it is, and ends with its result', async () => {
    const { runner, events } = start();
    const { jobId } = runner.start('source:import', async (job) => {
      job.progress('读取', 1, 2);
      return RESULT;
    });
    expect(events).toEqual([]);
    expect(await runner.finish(jobId)).toBe(RESULT);
    expect(events).toEqual([
      ['job:progress', { jobId, step: '读取', done: 1, total: 2 }],
      ['job:done', { jobId, kind: 'source:import', result: RESULT }],
    ]);
  });

  it('runs one after another, also after one that failed', async () => {
    const { runner, events } = start();
    const order: string[] = [];
    const first = runner.start('source:import', async (job) => {
      await job.pause();
      order.push('first');
      throw new AppError('file-empty', { file: 'a' });
    });
    const second = runner.start('source:import', async () => {
      order.push('second');
      return RESULT;
    });
    await expect(runner.finish(first.jobId)).rejects.toMatchObject({ code: 'file-empty' });
    await runner.finish(second.jobId);
    expect(order).toEqual(['first', 'second']);
    expect(events[0]).toEqual(['job:failed', { jobId: first.jobId, error: { code: 'file-empty', data: { file: 'a' } } }]);
  });

  it('stops at its next pause when it is cancelled, even before it began', async () => {
    const { runner } = start();
    let steps = 0;
    const { jobId } = runner.start('source:import', async (job) => {
      for (;;) {
        steps += 1;
        if (steps === 3) runner.cancel(jobId);
        await job.pause();
      }
    });
    const waiting = runner.start('source:import', async () => RESULT);
    runner.cancel(waiting.jobId);
    await expect(runner.finish(jobId)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(runner.finish(waiting.jobId)).rejects.toMatchObject({ code: 'cancelled' });
    expect(steps).toBe(3);
  });

  it('has ended, whatever it was doing, once all is cancelled', async () => {
    const { runner, events } = start();
    runner.start('source:import', async (job) => {
      for (;;) await job.pause();
    });
    await runner.cancelAll();
    expect(events.map(([name]) => name)).toEqual(['job:failed']);
  });
});
