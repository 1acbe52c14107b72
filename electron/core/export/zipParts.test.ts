import * as fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openZip } from '../import/zipArchive';
import { zipParts } from './zipParts';

test('whatever parts go in come out, in their order, by another reader and by our own', () => {
  const path = fc.string({ unit: fc.constantFrom('a', 'Z', '9', '表', '/', '.'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.dictionary(path, fc.uint8Array({ maxLength: 400 })), (parts) => {
      const zip = zipParts(parts);
      expect(unzipSync(zip)).toEqual({ ...parts });
      const own = openZip(zip, 'a.zip', 1_000_000);
      expect(own.names()).toEqual(Object.keys(parts));
      for (const [name, bytes] of Object.entries(parts)) expect(new Uint8Array(own.read(name, 1_000)!)).toEqual(bytes);
    }),
  );
});

test('equal parts give equal bytes', () => {
  const write = () => zipParts({ 'word/document.xml': strToU8('甲'.repeat(10_000)), 'a.xml': strToU8('<a/>') });
  expect(Buffer.compare(write(), write())).toBe(0);
  expect(write().length).toBeLessThan(1_000);
});
