import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import {
  findElements,
  getElement,
  getElements,
  getOwnText,
  parseXml,
  type XmlElement,
} from '../../../electron/core/export/finalCheck/xmlTree';

export type By = { author: string; date: string };

type Spot = { parent: XmlElement; run: XmlElement };

/** Edits a DOCX as Word writes it: tracked changes, remarks, and edits with tracking switched off. Words are found by their text, which must be unique. */
export class WordEditor {
  readonly parts: Record<string, Uint8Array>;
  readonly document: XmlElement;
  private readonly head: string;
  private lastId = 5_000_000;
  private readonly comments: { id: number; by: By; text: string; parent: number | null; done: boolean }[] = [];

  constructor(docx: Uint8Array) {
    this.parts = unzipSync(docx);
    const xml = strFromU8(this.parts['word/document.xml']!);
    this.head = xml.slice(0, xml.indexOf('<w:document'));
    this.document = parseXml(xml);
  }

  save(): Uint8Array {
    const parts: Zippable = { ...this.parts, 'word/document.xml': strToU8(this.head + print(this.document)) };
    if (this.comments.length > 0) this.writeComments(parts);
    return zipSync(parts, { mtime: new Date(1980, 0, 1) });
  }

  get body(): XmlElement {
    return getElement(this.document, 'w:body')!;
  }

  private within: XmlElement | null = null;
  /** Paragraphs by their text when the first of them was asked for. */
  private byText: Map<string, XmlElement> | null = null;

  /** Does something to the paragraph with this whole text, in which words need not be unique in the document. */
  inParagraph(text: string, work: () => void): void {
    this.byText ??= new Map(findElements(this.body, 'w:p').map((p) => [textOf(p).replace(/ /g, ''), p]));
    this.within = this.byText.get(text.replace(/ /g, '')) ?? null;
    if (!this.within) throw new Error(`no paragraph reads “${text}”`);
    work();
    this.within = null;
  }

  /** Texts of all paragraphs. */
  paragraphs(): string[] {
    return findElements(this.body, 'w:p').map(textOf);
  }

  /** Does something to the last paragraph that holds the words. */
  inLastParagraph(words: string, work: () => void): void {
    this.within = findElements(this.body, 'w:p').findLast((p) => textOf(p).includes(words)) ?? null;
    work();
    this.within = null;
  }

  /** The paragraph that holds the words. */
  paragraph(words: string): XmlElement {
    if (this.within) return this.within;
    const found = findElements(this.body, 'w:p').filter((p) => textOf(p).includes(words));
    if (found.length === 0) throw new Error(`no paragraph holds “${words}”`);
    return found[0]!;
  }

  delete(words: string, by: By): void {
    for (const spot of this.select(words)) this.wrap(spot, this.mark('w:del', by, [toDeleted(spot.run)]));
  }

  insertAfter(words: string, text: string, by: By | null): void {
    const { parent, run } = this.select(words).at(-1)!;
    const added = createRun(text, run);
    parent.children.splice(parent.children.indexOf(run) + 1, 0, by ? this.mark('w:ins', by, [added]) : added);
  }

  /** A replacement as Word tracks it: what goes, then what comes. */
  replace(words: string, text: string, by: By): void {
    const spots = this.select(words);
    const last = spots.at(-1)!;
    last.parent.children.splice(last.parent.children.indexOf(last.run) + 1, 0, this.mark('w:ins', by, [createRun(text, last.run)]));
    for (const spot of spots) this.wrap(spot, this.mark('w:del', by, [toDeleted(spot.run)]));
  }

  /** With tracking switched off. */
  replacePlain(words: string, text: string): void {
    const [first, ...others] = this.select(words);
    setText(first!.run, text);
    for (const { parent, run } of others) parent.children.splice(parent.children.indexOf(run), 1);
  }

  embolden(words: string, by: By | null): void {
    for (const { run } of this.select(words)) {
      const properties = getElement(run, 'w:rPr') ?? element('w:rPr');
      if (!run.children.includes(properties)) run.children.unshift(properties);
      const before = element('w:rPr', {}, [...properties.children]);
      properties.children.push(element('w:b'));
      if (by) properties.children.push(this.mark('w:rPrChange', by, [before]));
    }
  }

  /** Divides a paragraph behind the words: its first part ends in an inserted mark. */
  split(words: string, by: By | null): void {
    const p = this.paragraph(words);
    const { parent, run } = this.select(words).at(-1)!;
    if (parent !== p) throw new Error('divide outside of figures');
    const at = p.children.indexOf(run) + 1;
    const properties = getElement(p, 'w:pPr');
    const rest = element('w:p', {}, [...(properties ? [clone(properties)] : []), ...p.children.splice(at)]);
    if (by) this.markEnd(p, this.mark('w:ins', by, []));
    this.after(p, rest);
  }

  /** Joins a paragraph with the next: its mark is deleted. */
  join(words: string, by: By): void {
    this.markEnd(this.paragraph(words), this.mark('w:del', by, []));
  }

  joinPlain(words: string): void {
    const all = findElements(this.body, 'w:p');
    const p = this.paragraph(words);
    const next = all[all.indexOf(p) + 1]!;
    p.children.push(...next.children.filter((child) => typeof child !== 'string' && child.name !== 'w:pPr'));
    this.remove(next);
  }

  deleteParagraph(words: string, by: By): void {
    const p = this.paragraph(words);
    for (const spot of listRuns(p)) this.wrap(spot, this.mark('w:del', by, [toDeleted(spot.run)]));
    this.markEnd(p, this.mark('w:del', by, []));
  }

  deleteParagraphPlain(words: string): void {
    this.remove(this.paragraph(words));
  }

  /** A paragraph typed behind another: the former end is the new paragraph's, the other one gets an inserted mark. */
  insertParagraph(words: string, text: string, by: By | null): void {
    const p = this.paragraph(words);
    const properties = getElement(p, 'w:pPr');
    const run = createRun(text);
    const added = element('w:p', {}, [...(properties ? [clone(properties)] : []), by ? this.mark('w:ins', by, [run]) : run]);
    if (by) this.markEnd(p, this.mark('w:ins', by, []));
    this.after(p, added);
  }

  /** Moves a paragraph behind another. */
  move(words: string, behind: string, by: By): void {
    const p = this.paragraph(words);
    const target = this.paragraph(behind);
    const copy = clone(p);
    for (const bookmark of findElements(copy, 'w:bookmarkStart', 'w:bookmarkEnd')) removeFrom(copy, bookmark);
    for (const spot of listRuns(copy)) this.wrap(spot, this.mark('w:moveTo', by, [spot.run]));
    this.markEnd(copy, this.mark('w:moveTo', by, []));
    for (const spot of listRuns(p)) this.wrap(spot, this.mark('w:moveFrom', by, [toDeleted(spot.run, false)]));
    this.markEnd(p, this.mark('w:moveFrom', by, []));
    this.after(target, copy);
  }

  /** A remark on words; `parent` is the number of the one it answers. */
  comment(words: string, text: string, by: By, parent: number | null = null, done = false): number {
    const id = this.comments.length;
    this.comments.push({ id, by, text, parent, done });
    const spots = this.select(words);
    const [first, last] = [spots[0]!, spots.at(-1)!];
    const attributes = { 'w:id': String(900_000 + id) };
    first.parent.children.splice(first.parent.children.indexOf(first.run), 0, element('w:commentRangeStart', attributes));
    last.parent.children.splice(
      last.parent.children.indexOf(last.run) + 1,
      0,
      element('w:commentRangeEnd', attributes),
      element('w:r', {}, [element('w:commentReference', attributes)]),
    );
    return id;
  }

  /** A row of the table that holds the words. */
  row(words: string): XmlElement {
    return findElements(this.body, 'w:tr').find((row) => textOf(row).includes(words))!;
  }

  deleteRow(words: string, by: By): void {
    const row = this.row(words);
    for (const p of findElements(row, 'w:p'))
      for (const spot of listRuns(p)) this.wrap(spot, this.mark('w:del', by, [toDeleted(spot.run)]));
    this.rowProperties(row).children.push(this.mark('w:del', by, []));
  }

  insertRow(words: string, texts: readonly string[], by: By | null): void {
    const row = this.row(words);
    const added = clone(row);
    for (const bookmark of findElements(added, 'w:bookmarkStart', 'w:bookmarkEnd')) removeFrom(added, bookmark);
    findElements(added, 'w:tc').forEach((cell, index) => {
      const p = getElement(cell, 'w:p')!;
      p.children = p.children.filter((child) => typeof child !== 'string' && child.name === 'w:pPr');
      const run = createRun(texts[index] ?? '');
      p.children.push(by ? this.mark('w:ins', by, [run]) : run);
    });
    if (by) this.rowProperties(added).children.push(this.mark('w:ins', by, []));
    this.after(row, added);
  }

  /** A column taken out with w:cellDel. */
  deleteColumn(words: string, column: number, by: By): void {
    const table = findElements(this.body, 'w:tbl').find((one) => textOf(one).includes(words))!;
    for (const row of getElements(table, 'w:tr')) {
      const cell = getElements(row, 'w:tc')[column]!;
      for (const p of getElements(cell, 'w:p'))
        for (const spot of listRuns(p)) this.wrap(spot, this.mark('w:del', by, [toDeleted(spot.run)]));
      getElement(cell, 'w:tcPr')!.children.push(this.mark('w:cellDel', by, []));
    }
  }

  /** Takes every name out: content controls and bookmarks. */
  dropNames(): void {
    const unwrap = (parent: XmlElement) => {
      parent.children = parent.children.flatMap((child) => {
        if (typeof child === 'string') return [child];
        unwrap(child);
        if (child.name === 'w:bookmarkStart' || child.name === 'w:bookmarkEnd') return [];
        if (child.name === 'w:sdt') return getElement(child, 'w:sdtContent')?.children ?? [];
        return child.name === 'w:hyperlink' ? child.children : [child];
      });
    };
    unwrap(this.body);
    delete this.parts['docProps/custom.xml'];
    const relations = strFromU8(this.parts['_rels/.rels']!).replace(/<Relationship [^>]*custom-properties[^>]*>/, '');
    this.parts['_rels/.rels'] = strToU8(relations);
  }

  /** Gives every name another, as an editor does that numbers anew. */
  rewriteNames(): void {
    let count = 0;
    for (const tag of findElements(this.body, 'w:tag')) tag.attributes['w:val'] = `control${count++}`;
    for (const bookmark of findElements(this.body, 'w:bookmarkStart')) bookmark.attributes['w:name'] = `_bookmark${count++}`;
    for (const link of findElements(this.body, 'w:hyperlink')) delete link.attributes['w:anchor'];
  }

  /** Cuts every run into runs of a few characters, as an editor does that marks its sessions. */
  splitRuns(length = 3): void {
    for (const p of findElements(this.body, 'w:p')) {
      for (const { parent, run } of listRuns(p)) {
        const text = textOf(run);
        if (text.length <= length) continue;
        const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, index) => {
          const piece = clone(run);
          setText(piece, text.slice(index * length, (index + 1) * length));
          piece.attributes['w:rsidR'] = `00${index.toString(16).padStart(6, '0')}`;
          return piece;
        });
        parent.children.splice(parent.children.indexOf(run), 1, ...pieces);
      }
    }
  }

  private mark(name: string, { author, date }: By, children: XmlElement[]): XmlElement {
    return element(name, { 'w:id': String(this.lastId++), 'w:author': author, 'w:date': date }, children);
  }

  private markEnd(p: XmlElement, mark: XmlElement): void {
    let properties = getElement(p, 'w:pPr');
    if (!properties) p.children.unshift((properties = element('w:pPr')));
    let run = getElement(properties, 'w:rPr');
    if (!run) properties.children.push((run = element('w:rPr')));
    run.children.unshift(mark);
  }

  private rowProperties(row: XmlElement): XmlElement {
    const properties = getElement(row, 'w:trPr');
    if (properties) return properties;
    const added = element('w:trPr');
    row.children.unshift(added);
    return added;
  }

  private wrap({ parent, run }: Spot, wrapper: XmlElement): void {
    const at = parent.children.indexOf(run);
    parent.children[at] = wrapper;
  }

  private after(sibling: XmlElement, added: XmlElement): void {
    const parent = findParent(this.body, sibling)!;
    parent.children.splice(parent.children.indexOf(sibling) + 1, 0, added);
  }

  private remove(child: XmlElement): void {
    removeFrom(this.body, child);
  }

  /** Runs that hold exactly the words, cut where they begin and end. */
  private select(words: string): Spot[] {
    const p = this.paragraph(words);
    const start = textOf(p).indexOf(words);
    const end = start + words.length;
    for (const at of [start, end]) {
      let offset = 0;
      for (const { parent, run } of listRuns(p)) {
        const text = textOf(run);
        if (at > offset && at < offset + text.length) {
          const second = clone(run);
          setText(run, text.slice(0, at - offset));
          setText(second, text.slice(at - offset));
          parent.children.splice(parent.children.indexOf(run) + 1, 0, second);
        }
        offset += text.length;
      }
    }
    let offset = 0;
    return listRuns(p).filter(({ run }) => {
      const from = offset;
      offset += textOf(run).length;
      return from >= start && offset <= end && offset > from;
    });
  }

  private writeComments(parts: Zippable): void {
    const W =
      'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
    const name = (id: number) => (0x20000000 + id).toString(16).toUpperCase();
    const written = this.comments.map(
      ({ id, by, text }) =>
        `<w:comment w:id="${900_000 + id}" w:author="${by.author}" w:date="${by.date}" w:initials="X"><w:p w14:paraId="${name(id)}"><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`,
    );
    const threads = this.comments.map(
      ({ id, parent, done }) =>
        `<w15:commentEx w15:paraId="${name(id)}"${parent === null ? '' : ` w15:paraIdParent="${name(parent)}"`} w15:done="${done ? 1 : 0}"/>`,
    );
    const add = (path: string, root: string, items: string[]) => {
      const own = this.parts[path];
      const xml = own ? strFromU8(own) : `<${root} ${W}></${root}>`;
      parts[path] = strToU8(xml.replace(`</${root}>`, `${items.join('')}</${root}>`));
    };
    add('word/comments.xml', 'w:comments', written);
    add('word/commentsExtended.xml', 'w15:commentsEx', threads);
    const relations = strFromU8(this.parts['word/_rels/document.xml.rels']!);
    if (!relations.includes('comments.xml')) {
      const types = strFromU8(this.parts['[Content_Types].xml']!);
      const kind = (one: string) =>
        `<Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${one}+xml" PartName="/word/${one}.xml"/>`;
      parts['[Content_Types].xml'] = strToU8(types.replace('</Types>', `${kind('comments')}${kind('commentsExtended')}</Types>`));
      parts['word/_rels/document.xml.rels'] = strToU8(
        relations.replace(
          '</Relationships>',
          '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/><Relationship Id="rIdE" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>',
        ),
      );
    }
  }
}

function element(name: string, attributes: Record<string, string> = {}, children: XmlElement['children'] = []): XmlElement {
  return { name, attributes, children };
}

function createRun(text: string, like?: XmlElement): XmlElement {
  const properties = like && getElement(like, 'w:rPr');
  return element('w:r', {}, [...(properties ? [clone(properties)] : []), element('w:t', { 'xml:space': 'preserve' }, [text])]);
}

function setText(run: XmlElement, text: string): void {
  run.children = run.children.filter((child) => typeof child !== 'string' && child.name === 'w:rPr');
  run.children.push(element('w:t', { 'xml:space': 'preserve' }, [text]));
}

/** Runs of a paragraph that can still be edited: inserted ones too, deleted ones not. */
function listRuns(p: XmlElement): Spot[] {
  const spots: Spot[] = [];
  const walk = (parent: XmlElement) => {
    for (const child of getElements(parent)) {
      if (child.name === 'w:r') {
        if (getElements(child, 'w:t').length > 0) spots.push({ parent, run: child });
      } else if (child.name !== 'w:del' && child.name !== 'w:moveFrom' && child.name !== 'w:pPr') walk(child);
    }
  };
  walk(p);
  return spots;
}

function toDeleted(run: XmlElement, renames = true): XmlElement {
  const copy = clone(run);
  if (renames) for (const text of findElements(copy, 'w:t')) text.name = 'w:delText';
  return copy;
}

function textOf(parent: XmlElement): string {
  return parent.name === 'w:r'
    ? findElements(parent, 'w:t').map(getOwnText).join('')
    : findElements(parent, 'w:p').length > 0 && parent.name !== 'w:p'
      ? findElements(parent, 'w:p').map(textOf).join('\n')
      : listRuns(parent)
          .map(({ run }) => textOf(run))
          .join('');
}

function clone(one: XmlElement): XmlElement {
  return structuredClone(one);
}

function findParent(root: XmlElement, child: XmlElement): XmlElement | null {
  if (root.children.includes(child)) return root;
  for (const one of getElements(root)) {
    const found = findParent(one, child);
    if (found) return found;
  }
  return null;
}

function removeFrom(root: XmlElement, child: XmlElement): void {
  const parent = findParent(root, child);
  if (parent) parent.children.splice(parent.children.indexOf(child), 1);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (one) => ENTITIES[one]!);

function print(one: XmlElement): string {
  const attributes = Object.entries(one.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const children = one.children.map((child) => (typeof child === 'string' ? escape(child) : print(child)));
  return `<${one.name}${attributes.join('')}>${children.join('')}</${one.name}>`;
}
