/** Page size of what is built here, in points; positions count from the top left corner. */
export const PAGE = { width: 595, height: 842 };

/** Operators that draw `text` with its baseline at (x, y), in a Chinese font that is not embedded; every character is one em wide. */
export function drawText(text: string, x: number, y: number, size = 12): string {
  const hex = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${PAGE.height - y} Tm <${hex}> Tj ET\n`;
}

/** Operators that stroke a straight line. */
export function drawLine(x0: number, y0: number, x1: number, y1: number): string {
  return `0.5 w ${x0} ${PAGE.height - y0} m ${x1} ${PAGE.height - y1} l S\n`;
}

/** Operators for a ruled grid with these column and row edges. */
export function drawGrid(xs: readonly number[], ys: readonly number[]): string {
  const across = ys.map((y) => drawLine(xs[0]!, y, xs.at(-1)!, y));
  return [...across, ...xs.map((x) => drawLine(x, ys[0]!, x, ys.at(-1)!))].join('');
}

/** A PDF of pages given by their operators. `catalog`, `trailer` and `stream` add entries there, for scripts, encryption and filters of the pages' content. */
export function buildPdf(pages: readonly string[], { catalog = '', trailer = '', stream = '' } = {}): Uint8Array {
  const first = 6;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(' ');
  const font = '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>';
  const descendant =
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>';
  const descriptor =
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font,
    descendant,
    descriptor,
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
      `<< /Length ${content.length} ${stream} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
