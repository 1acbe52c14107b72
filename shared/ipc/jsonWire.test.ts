import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64, fromWire, toWire } from './jsonWire';

test('base 64 equals the platform’s own and comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const encoded = encodeBase64(bytes);
      expect(encoded).toBe(Buffer.from(bytes).toString('base64'));
      expect(decodeBase64(encoded)).toEqual(bytes);
    }),
  );
});

test('bytes travel inside any value, also as a Buffer', () => {
  const value = { id: 3, params: { bytes: Uint8Array.of(0, 255, 16), name: '图', list: [Uint8Array.of()] } };
  expect(fromWire(toWire(value))).toEqual(value);
  expect(fromWire(toWire({ bytes: Buffer.from([1, 2]) }))).toEqual({ bytes: Uint8Array.of(1, 2) });
});

test('text that is not base 64 is refused', () => {
  expect(() => decodeBase64('A')).toThrow(RangeError);
  expect(() => decodeBase64('AB*=')).toThrow('“*” is not base 64');
  expect(() => fromWire('{"a":{"$bytes":"?"}}')).toThrow(RangeError);
});
