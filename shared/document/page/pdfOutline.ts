import { assert } from '../../util/assert';

/** A bookmark: its level (1 outermost), its words, and the named place in the PDF it leads to. */
export type OutlineEntry = { name: string; level: number; text: string };

type Item = { id: number; entry: OutlineEntry; children: Item[] };

/**
 * Adds bookmarks to a PDF as a printer of Chromium's wrote it, as an incremental update: the file's own bytes stay. Entries whose named place the PDF does not
 * have are left out; a PDF that has bookmarks already is returned as it is.
 */
export function addPdfOutline(pdf: Uint8Array, outline: readonly OutlineEntry[]): Uint8Array {
  const text = toLatin(pdf);
  const end = text.slice(text.lastIndexOf('trailer'));
  const size = Number(/\/Size (\d+)/.exec(end)?.[1]);
  const root = Number(/\/Root (\d+) 0 R/.exec(end)?.[1]);
  const previous = Number(/startxref\s+(\d+)/.exec(end)?.[1]);
  const catalog = new RegExp(`(?:^|[\\r\\n])${root} 0 obj\\s*<<([^]*?)>>\\s*endobj`).exec(text)?.[1];
  assert(catalog !== undefined && size > 0 && previous >= 0, 'a printed PDF ends with a trailer that names its catalog');
  const present = outline.filter(({ name }) => text.includes(`/${name} [`));
  if (present.length === 0 || catalog.includes('/Outlines')) return pdf;

  const roots = nest(present, size + 1);
  const objects = new Map<number, string>([
    [root, `<<${catalog} /Outlines ${size} 0 R /PageMode /UseOutlines>>`],
    [size, `<</Type /Outlines${writeChildren(roots)}>>`],
  ]);
  addItems(roots, size, objects);

  let update = '\n';
  const offsets = new Map<number, number>();
  for (const [id, body] of objects) {
    offsets.set(id, pdf.length + update.length);
    update += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const table = [...objects.keys()].map((id) => `${id} 1\n${String(offsets.get(id)).padStart(10, '0')} 00000 n \n`).join('');
  const info = /\/Info \d+ 0 R/.exec(end)?.[0] ?? '';
  const start = pdf.length + update.length;
  update += `xref\n${table}trailer\n<</Size ${size + 1 + present.length} /Root ${root} 0 R ${info} /Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`;
  const whole = new Uint8Array(pdf.length + update.length);
  whole.set(pdf);
  for (let index = 0; index < update.length; index++) whole[pdf.length + index] = update.charCodeAt(index);
  return whole;
}

/** Entries below the nearest one before them of a higher level, numbered in reading order. */
function nest(outline: readonly OutlineEntry[], firstId: number): Item[] {
  const roots: Item[] = [];
  const path: Item[] = [];
  outline.forEach((entry, index) => {
    const item: Item = { id: firstId + index, entry, children: [] };
    while (path.length > 0 && path.at(-1)!.entry.level >= entry.level) path.pop();
    (path.at(-1)?.children ?? roots).push(item);
    path.push(item);
  });
  return roots;
}

function addItems(items: readonly Item[], parent: number, objects: Map<number, string>): void {
  items.forEach(({ id, entry, children }, index) => {
    const before = items[index - 1];
    const after = items[index + 1];
    const order = `${before ? ` /Prev ${before.id} 0 R` : ''}${after ? ` /Next ${after.id} 0 R` : ''}`;
    objects.set(id, `<</Title ${writeText(entry.text)} /Parent ${parent} 0 R${order}${writeChildren(children)} /Dest /${entry.name}>>`);
    addItems(children, id, objects);
  });
}

function writeChildren(children: readonly Item[]): string {
  const [first] = children;
  return first === undefined ? '' : ` /First ${first.id} 0 R /Last ${children.at(-1)!.id} 0 R /Count ${countOpen(children)}`;
}

function countOpen(items: readonly Item[]): number {
  return items.reduce((count, { children }) => count + 1 + countOpen(children), 0);
}

/** Text as UTF-16 in hexadecimal: whatever it holds, it cannot end the string. */
function writeText(text: string): string {
  let hex = 'feff';
  for (let index = 0; index < text.length; index++) hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `<${hex}>`;
}

function toLatin(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let start = 0; start < bytes.length; start += 0x8000) chunks.push(String.fromCharCode(...bytes.subarray(start, start + 0x8000)));
  return chunks.join('');
}
