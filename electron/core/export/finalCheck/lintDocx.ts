import { strFromU8, unzipSync } from 'fflate';
import { findElements, getElement, getElements, getOwnText, parseXml, type XmlElement } from './xmlTree';

/** The parts of a DOCX the lint reads, as XML text by path. */
export type DocxParts = Readonly<Record<string, string>>;

/** XML parts of a packed DOCX. */
export function readParts(docx: Uint8Array): DocxParts {
  const files = unzipSync(docx, { filter: ({ name }) => name.endsWith('.xml') || name.endsWith('.rels') });
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What the Open XML SDK validator lets pass but Word refuses or shows wrong: one sentence each, empty when all is well. */
export function lintDocx(parts: DocxParts): string[] {
  const stories = Object.entries(parts)
    .filter(([path]) => /^word\/[^/]+\.xml$/.test(path))
    .map(([path, xml]) => ({ path, root: parseXml(xml) }));
  const find = (...names: string[]) => stories.flatMap(({ root }) => findElements(root, ...names));
  return [
    ...find('w:tbl').flatMap(lintTable),
    ...lintStyles(find('w:style'), find('w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link')),
    ...lintComments(find('w:comment'), find('w:commentReference')),
    ...lintReferences(find('w:bookmarkStart'), find('w:hyperlink'), find('w:instrText', 'w:fldSimple')),
    ...findDoubles(find(...REVISIONS).map(getId)).map((id) => `revision id ${id} is used twice`),
    ...findDoubles(find('w:sdtPr').map((properties) => getVal(getElement(properties, 'w:id')))).map(
      (id) => `content control id ${id} is used twice`,
    ),
  ];
}

const REVISIONS = [
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:rPrChange',
  'w:pPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:sectPrChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
];

function lintTable(table: XmlElement): string[] {
  const grid = getElements(getElement(table, 'w:tblGrid') ?? table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
  const problems: string[] = [];
  let above = new Map<number, number>();
  for (const [r, row] of getElements(table, 'w:tr').entries()) {
    const cells = getElements(row, 'w:tc');
    if (cells.length === 0) problems.push(`row ${r} has no cells`);
    const merged = new Map<number, number>();
    let column = 0;
    for (const [c, cell] of cells.entries()) {
      const properties = getElement(cell, 'w:tcPr');
      const span = Number(getVal(properties && getElement(properties, 'w:gridSpan')) ?? 1);
      const width = Number(properties && getElement(properties, 'w:tcW')?.attributes['w:w']);
      const expected = grid.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      if (width !== expected) problems.push(`row ${r} cell ${c} is ${width} wide over grid columns of ${expected}`);
      const merge = properties && getElement(properties, 'w:vMerge');
      if (merge) {
        if (getVal(merge) !== 'restart' && above.get(column) !== span) problems.push(`row ${r} cell ${c} continues no cell above it`);
        merged.set(column, span);
      }
      if (getElements(cell).at(-1)?.name !== 'w:p') problems.push(`row ${r} cell ${c} does not end with a paragraph`);
      column += span;
    }
    if (column !== grid.length) problems.push(`row ${r} spans ${column} of ${grid.length} grid columns`);
    above = merged;
  }
  return problems;
}

function lintStyles(styles: readonly XmlElement[], uses: readonly XmlElement[]): string[] {
  const defined = new Set(styles.map((style) => style.attributes['w:styleId']));
  const used = new Set(uses.map(getVal));
  return [...used].filter((id) => !defined.has(id)).map((id) => `style ${id} is not defined`);
}

function lintComments(comments: readonly XmlElement[], references: readonly XmlElement[]): string[] {
  const anchored = new Set(references.map(getId));
  return comments.filter((comment) => !anchored.has(getId(comment))).map((comment) => `comment ${getId(comment)} has no anchor`);
}

function lintReferences(bookmarks: readonly XmlElement[], links: readonly XmlElement[], fields: readonly XmlElement[]): string[] {
  const names = new Set(bookmarks.map((bookmark) => bookmark.attributes['w:name']));
  const targets = [
    ...links.map((link) => link.attributes['w:anchor']),
    ...fields.map((field) => /^\s*(?:REF|PAGEREF)\s+(\S+)/.exec(field.attributes['w:instr'] ?? getOwnText(field))?.[1]),
  ];
  return targets.filter((target) => target !== undefined && !names.has(target)).map((target) => `bookmark ${target} does not exist`);
}

function findDoubles(ids: readonly (string | undefined)[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id): id is string => id !== undefined && (seen.has(id) || !seen.add(id)));
}

function getId(element: XmlElement): string | undefined {
  return element.attributes['w:id'];
}

function getVal(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val'];
}
