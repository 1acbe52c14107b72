import { afterEach, describe, expect, it, vi } from 'vitest';
import { timestamp } from './timestamp';

afterEach(() => {
  vi.useRealTimers();
});

describe('timestamp', () => {
  it('rises with every call, also within one millisecond', () => {
    const stamps = Array.from({ length: 2000 }, timestamp);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(stamps.toSorted()).toEqual(stamps);
  });

  it('follows a clock that was set back', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T08:00:00Z') });
    expect(timestamp()).toBe('2031-05-06T08:00:00.000Z');
    expect(timestamp()).toBe('2031-05-06T08:00:00.001Z');
    vi.setSystemTime(new Date('2031-05-06T07:00:00Z'));
    expect(timestamp()).toBe('2031-05-06T07:00:00.000Z');
  });
});
