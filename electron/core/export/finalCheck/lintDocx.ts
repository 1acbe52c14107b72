import { strFromU8, unzipSync } from 'fflate';
import { sayMessage } from '../../../../shared/catalogue/catalogue';
import { message, type Message } from '../../../../shared/domain/message';
import { findElements, getElement, getElements, getOwnText, parseXml, type XmlElement } from './xmlTree';

/** The parts of a DOCX the lint reads, as XML text by path. */
export type DocxParts = Readonly<Record<string, string>>;

/** XML parts of a packed DOCX. */
export function readParts(docx: Uint8Array): DocxParts {
  const files = unzipSync(docx, { filter: ({ name }) => name.endsWith('.xml') || name.endsWith('.rels') });
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What the Open XML SDK validator lets pass but Word refuses or shows wrong, in English: one sentence each, empty when all is well. */
export function lintDocx(parts: DocxParts): string[] {
  const roots = Object.entries(parts)
    .filter(([path]) => /^word\/[^/]+\.xml$/.test(path))
    .map(([, xml]) => parseXml(xml));
  return findFaults(roots).map((fault) => sayMessage('en', fault));
}

/** The same over parts already parsed, not yet said. */
export function findFaults(roots: readonly XmlElement[]): Message[] {
  const find = (...names: string[]) => roots.flatMap((root) => findElements(root, ...names));
  return [
    ...find('w:tbl').flatMap(lintTable),
    ...lintStyles(find('w:style'), find('w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link')),
    ...lintComments(find('w:comment'), find('w:commentReference')),
    ...lintReferences(find('w:bookmarkStart'), find('w:hyperlink'), find('w:instrText', 'w:fldSimple')),
    ...findDoubles(find(...REVISIONS).map(getId)).map((id) => message('fault.revision', { id })),
    ...findDoubles(find('w:sdtPr').map((properties) => getVal(getElement(properties, 'w:id')))).map((id) =>
      message('fault.control', { id }),
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

function lintTable(table: XmlElement): Message[] {
  const grid = getElements(getElement(table, 'w:tblGrid') ?? table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
  const problems: Message[] = [];
  let above = new Map<number, number>();
  for (const [r, row] of getElements(table, 'w:tr').entries()) {
    const cells = getElements(row, 'w:tc');
    if (cells.length === 0) problems.push(message('fault.noCells', { row: r }));
    const merged = new Map<number, number>();
    let column = 0;
    for (const [c, cell] of cells.entries()) {
      const properties = getElement(cell, 'w:tcPr');
      const span = Number(getVal(properties && getElement(properties, 'w:gridSpan')) ?? 1);
      const width = Number(properties && getElement(properties, 'w:tcW')?.attributes['w:w']);
      const expected = grid.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      if (width !== expected) problems.push(message('fault.width', { row: r, cell: c, width, expected }));
      const merge = properties && getElement(properties, 'w:vMerge');
      if (merge) {
        if (getVal(merge) !== 'restart' && above.get(column) !== span) problems.push(message('fault.continues', { row: r, cell: c }));
        merged.set(column, span);
      }
      if (getElements(cell).at(-1)?.name !== 'w:p') problems.push(message('fault.noEnd', { row: r, cell: c }));
      column += span;
    }
    if (column !== grid.length) problems.push(message('fault.spans', { row: r, spanned: column, columns: grid.length }));
    above = merged;
  }
  return problems;
}

function lintStyles(styles: readonly XmlElement[], uses: readonly XmlElement[]): Message[] {
  const defined = new Set(styles.map((style) => style.attributes['w:styleId']));
  const used = new Set(uses.map((use) => getVal(use) ?? ''));
  return [...used].filter((id) => !defined.has(id)).map((id) => message('fault.style', { id }));
}

function lintComments(comments: readonly XmlElement[], references: readonly XmlElement[]): Message[] {
  const anchored = new Set(references.map(getId));
  return comments
    .filter((comment) => !anchored.has(getId(comment)))
    .map((comment) => message('fault.comment', { id: getId(comment) ?? '' }));
}

function lintReferences(bookmarks: readonly XmlElement[], links: readonly XmlElement[], fields: readonly XmlElement[]): Message[] {
  const names = new Set(bookmarks.map((bookmark) => bookmark.attributes['w:name']));
  const targets = [
    ...links.map((link) => link.attributes['w:anchor']),
    ...fields.map((field) => /^\s*(?:REF|PAGEREF)\s+(\S+)/.exec(field.attributes['w:instr'] ?? getOwnText(field))?.[1]),
  ];
  return targets.filter((target) => target !== undefined).flatMap((name) => (names.has(name) ? [] : [message('fault.bookmark', { name })]));
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
