import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, protocol: {} }));
const { isAllowedUrl } = await import('./hardening');

test('only the program’s own files and pictures made in the page may be requested', () => {
  expect(isAllowedUrl('app://huihan/assets/index.js', true)).toBe(true);
  expect(isAllowedUrl('blob:app://huihan/1234', true)).toBe(true);
  expect(isAllowedUrl('data:image/png;base64,AAAA', true)).toBe(true);
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'ws://127.0.0.1/',
    'app://huihan.example/',
    'data:text/html,x',
  ]) {
    expect([url, isAllowedUrl(url, false)]).toEqual([url, false]);
  }
});

test('developer tools open only in a program that is not packaged', () => {
  expect(isAllowedUrl('devtools://devtools/bundled/inspector.html', false)).toBe(true);
  expect(isAllowedUrl('devtools://devtools/bundled/inspector.html', true)).toBe(false);
});
