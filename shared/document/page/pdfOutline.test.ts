import { expect, test } from 'vitest';
import { addPdfOutline } from './pdfOutline';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** As Chromium prints: a catalog that names its destinations, a plain table of objects. */
function print(catalog = ''): Uint8Array {
  const objects = [
    '<</Title (x)>>',
    '<</q1 [4 0 R /XYZ 0 700 0]\n/q2 [4 0 R /XYZ 0 300 0]>>',
    `<</Type /Catalog\n/Pages 4 0 R\n/Dests 2 0 R${catalog}>>`,
  ];
  const body = `%PDF-1.4\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}`;
  return encode(`${body}xref\n0 4\ntrailer\n<</Size 5\n/Root 3 0 R\n/Info 1 0 R>>\nstartxref\n${body.length}\n%%EOF`);
}

test('bookmarks are added behind the file, nested by level, each leading to its named place', () => {
  const pdf = print();
  const outlined = addPdfOutline(pdf, [
    { name: 'q1', level: 1, text: '问题1' },
    { name: 'q2', level: 2, text: '一、(甲)' },
    { name: 'gone', level: 1, text: '没有' },
  ]);
  expect(outlined.subarray(0, pdf.length)).toEqual(pdf);
  const added = decode(outlined.subarray(pdf.length));
  expect(added).toContain('/Dests 2 0 R /Outlines 5 0 R /PageMode /UseOutlines>>');
  expect(added).toContain('5 0 obj\n<</Type /Outlines /First 6 0 R /Last 6 0 R /Count 2>>');
  expect(added).toContain('6 0 obj\n<</Title <feff95ee98980031> /Parent 5 0 R /First 7 0 R /Last 7 0 R /Count 1 /Dest /q1>>');
  expect(added).toContain('7 0 obj\n<</Title <feff4e003001002875320029> /Parent 6 0 R /Dest /q2>>');
  expect(added).not.toContain('/gone');
  for (const [, id, offset] of added.matchAll(/(\d+) 1\n(\d{10}) 00000 n/g)) {
    expect(decode(outlined.subarray(Number(offset))).startsWith(`${id} 0 obj`)).toBe(true);
  }
  const start = Number(/startxref\n(\d+)/.exec(added)?.[1]);
  expect(decode(outlined.subarray(start)).startsWith('xref')).toBe(true);
});

test('a PDF with bookmarks of its own, or without any of the places, stays as it is', () => {
  const own = print('\n/Outlines 9 0 R');
  expect(addPdfOutline(own, [{ name: 'q1', level: 1, text: '甲' }])).toBe(own);
  const pdf = print();
  expect(addPdfOutline(pdf, [{ name: 'gone', level: 1, text: '甲' }])).toBe(pdf);
});

test('what is no printed PDF is refused', () => {
  expect(() => addPdfOutline(encode('trailer'), [])).toThrow('catalog');
});
