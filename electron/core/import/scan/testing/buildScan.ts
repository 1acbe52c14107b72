/** A page of a scan: a picture with its size in pixels and how it is encoded, as a PDF says it. */
export type ScannedPage = { bytes: Uint8Array; filter: string; width: number; height: number };

/** The `filter` of a coloured JPEG. */
export const JPEG = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode';

/** A PDF whose pages are pictures and nothing else, as scanners write it. */
export function buildScan(pages: readonly ScannedPage[]): Uint8Array {
  const first = 3;
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${pages.map((_, at) => `${first + at * 3} 0 R`).join(' ')}] /Count ${pages.length} >>`),
    ...pages.flatMap(({ bytes, filter, width, height }, at) => {
      const own = first + at * 3;
      const draw = 'q 595 0 0 842 0 0 cm /Im Do Q';
      const image = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${filter} /Length ${bytes.length} >>`;
      return [
        Buffer.from(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im ${own + 2} 0 R >> >> /Contents ${own + 1} 0 R >>`,
        ),
        Buffer.from(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`),
        Buffer.concat([Buffer.from(`${image}\nstream\n`), bytes, Buffer.from('\nendstream')]),
      ];
    }),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, at) => {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
