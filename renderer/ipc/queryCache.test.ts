import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/ipc/errors';
import { QueryCache } from './queryCache';

/** A core that answers when told to, in any order. */
function makeCore() {
  const asked: { resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = [];
  const cache = new QueryCache(() => new Promise((resolve, reject) => asked.push({ resolve, reject })));
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { asked, cache, settle };
}

test('a value is read once however many look at it, and all are told', async () => {
  const { asked, cache, settle } = makeCore();
  const [one, other] = [vi.fn(), vi.fn()];
  cache.subscribe('link:list {}', 'link:list', {}, one);
  cache.subscribe('link:list {}', 'link:list', {}, other);
  expect(asked).toHaveLength(1);
  asked[0]?.resolve(['a']);
  await settle();
  expect(cache.getState('link:list {}')).toEqual({ value: ['a'], error: null, loading: false });
  expect([one.mock.calls.length, other.mock.calls.length]).toEqual([1, 1]);
});

test('a change of one of its nouns reads again and keeps the last value meanwhile', async () => {
  const { asked, cache, settle } = makeCore();
  cache.subscribe('version:list {}', 'version:list', {}, () => {});
  asked[0]?.resolve('first');
  await settle();
  cache.invalidate(['link']);
  expect(asked).toHaveLength(1);
  cache.invalidate(['version']);
  expect(asked).toHaveLength(2);
  expect(cache.getState('version:list {}').value).toBe('first');
  asked[1]?.resolve('second');
  await settle();
  expect(cache.getState('version:list {}').value).toBe('second');
});

test('an answer that comes after a newer one is dropped', async () => {
  const { asked, cache, settle } = makeCore();
  cache.subscribe('version:list {}', 'version:list', {}, () => {});
  cache.invalidate(['version']);
  asked[1]?.resolve('new');
  await settle();
  asked[0]?.resolve('old');
  await settle();
  expect(cache.getState('version:list {}').value).toBe('new');
});

test('what nobody looks at is forgotten when it changes', () => {
  const { asked, cache } = makeCore();
  const stop = cache.subscribe('version:list {}', 'version:list', {}, () => {});
  stop();
  cache.invalidate(['version']);
  expect(asked).toHaveLength(1);
  cache.subscribe('version:list {}', 'version:list', {}, () => {});
  expect(asked).toHaveLength(2);
});

test('a failure keeps the last value beside its error', async () => {
  const { asked, cache, settle } = makeCore();
  cache.subscribe('version:list {}', 'version:list', {}, () => {});
  asked[0]?.resolve('first');
  await settle();
  cache.invalidate(['version']);
  asked[1]?.reject(new AppError('project-not-open'));
  await settle();
  expect(cache.getState('version:list {}')).toEqual({ value: 'first', error: { code: 'project-not-open', data: {} }, loading: false });
});

test('another project starts from nothing', async () => {
  const { asked, cache, settle } = makeCore();
  cache.subscribe('version:list {}', 'version:list', {}, () => {});
  asked[0]?.resolve('of the first project');
  await settle();
  cache.reset();
  expect(cache.getState('version:list {}')).toEqual({ value: null, error: null, loading: true });
});
