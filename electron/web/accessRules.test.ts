import { expect, test } from 'vitest';
import { judgeCookie, judgeOrigin, makeCookie, type Asking } from './accessRules';

const access = { token: 'a'.repeat(32), port: 4321 };
const ask = (change: Partial<Asking> = {}): Asking => ({
  host: '127.0.0.1:4321',
  origin: undefined,
  cookie: `x=1; huihan-4321=${access.token}`,
  isUpgradeOrPost: false,
  ...change,
});

test('our own host passes, with or without its own origin', () => {
  expect(judgeOrigin(ask(), access)).toBeNull();
  expect(judgeOrigin(ask({ origin: 'http://127.0.0.1:4321' }), access)).toBeNull();
});

test('a foreign or rebound host and a foreign origin are refused', () => {
  expect(judgeOrigin(ask({ host: 'evil.example:4321' }), access)).toBe(403);
  expect(judgeOrigin(ask({ host: undefined }), access)).toBe(403);
  expect(judgeOrigin(ask({ origin: 'http://127.0.0.1:9' }), access)).toBe(403);
  expect(judgeOrigin(ask({ origin: 'null' }), access)).toBe(403);
});

test('a socket or an upload must name its origin', () => {
  expect(judgeOrigin(ask({ isUpgradeOrPost: true }), access)).toBe(403);
  expect(judgeOrigin(ask({ isUpgradeOrPost: true, origin: 'http://127.0.0.1:4321' }), access)).toBeNull();
});

test('the cookie must be there and right', () => {
  expect(judgeCookie(ask(), access)).toBeNull();
  expect(judgeCookie(ask({ cookie: undefined }), access)).toBe(401);
  expect(judgeCookie(ask({ cookie: `huihan-4322=${access.token}` }), access)).toBe(401);
  expect(judgeCookie(ask({ cookie: 'huihan-4321=wrong' }), access)).toBe(403);
});

test('no script can read the cookie and no other site can send it', () => {
  expect(makeCookie(access)).toBe(`huihan-4321=${access.token}; Path=/; HttpOnly; SameSite=Strict`);
});
