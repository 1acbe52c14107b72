import { SaxesParser } from 'saxes';
import { AppError } from '../../../../shared/ipc/errors';
import { message } from '../../../../shared/domain/message';

/** An XML element with names in the usual prefixes (w:p, r:id) whatever prefixes the file declares. */
export type XmlElement = { name: string; attributes: Readonly<Record<string, string>>; children: XmlNode[] };
export type XmlNode = XmlElement | string;

const MAX_DEPTH = 512;
const MAX_ELEMENTS = 4_000_000;

const OFFICE = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

/** Usual prefix of every namespace the reader looks into, transitional and strict. */
const PREFIXES: Readonly<Record<string, string>> = {
  [`${OFFICE}/wordprocessingml/2006/main`]: 'w:',
  [`${STRICT}/wordprocessingml/main`]: 'w:',
  [`${OFFICE}/officeDocument/2006/relationships`]: 'r:',
  [`${STRICT}/officeDocument/relationships`]: 'r:',
  [`${OFFICE}/officeDocument/2006/math`]: 'm:',
  [`${STRICT}/officeDocument/math`]: 'm:',
  [`${OFFICE}/drawingml/2006/wordprocessingDrawing`]: 'wp:',
  [`${STRICT}/drawingml/wordprocessingDrawing`]: 'wp:',
  [`${OFFICE}/drawingml/2006/main`]: 'a:',
  [`${STRICT}/drawingml/main`]: 'a:',
  [`${OFFICE}/drawingml/2006/picture`]: 'pic:',
  [`${STRICT}/drawingml/picture`]: 'pic:',
  [`${OFFICE}/drawingml/2006/chart`]: 'c:',
  [`${STRICT}/drawingml/chart`]: 'c:',
  [`${OFFICE}/drawingml/2006/diagram`]: 'dgm:',
  [`${STRICT}/drawingml/diagram`]: 'dgm:',
  [`${OFFICE}/markup-compatibility/2006`]: 'mc:',
  [`${OFFICE}/package/2006/relationships`]: '',
  'urn:schemas-microsoft-com:vml': 'v:',
  'urn:schemas-microsoft-com:office:office': 'o:',
  '': '',
};

/** Parses one part of a package into a tree. Refuses any DOCTYPE (and so any entity beyond the five built in), damage, and depth or size no document has. */
export function parseXml(bytes: Uint8Array, fileName: string, part: string): XmlElement {
  const text = decodeXml(bytes, fileName, part);
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let count = 0;
  parser.on('doctype', () => {
    throw new AppError('xml-forbidden', { file: fileName, place: part });
  });
  parser.on('error', (cause) => {
    throw new AppError('document-broken', { file: fileName, place: message('spot.xmlLine', { part, line: parser.line }) }, { cause });
  });
  parser.on('opentag', (tag) => {
    if (++count > MAX_ELEMENTS)
      throw new AppError('archive-bomb', { file: fileName, size: message('size.elements', { count: MAX_ELEMENTS }), place: part });
    if (open.length > MAX_DEPTH)
      throw new AppError('document-broken', { file: fileName, place: message('spot.xmlDepth', { part, depth: MAX_DEPTH }) });
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[(PREFIXES[attribute.uri] ?? '?') + attribute.local] = attribute.value;
    }
    const element: XmlElement = { name: (PREFIXES[tag.uri] ?? '?') + tag.local, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (value: string) => {
    if (open.length > 1) open.at(-1)!.children.push(value);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const top = root.children.find((node) => typeof node !== 'string');
  if (!top) throw new AppError('document-broken', { file: fileName, place: part });
  return top;
}

function decodeXml(bytes: Uint8Array, fileName: string, part: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('document-broken', { file: fileName, place: message('spot.xmlEncoding', { part }) }, { cause });
  }
}

/** Element children, text left out. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((node) => typeof node !== 'string');
}

/** First child element of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** Child elements of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? elementsOf(element).filter((child) => child.name === name) : [];
}

const TEXT_BOX = 'w:txbxContent';

/** Every descendant of that name, in document order. Neither a match nor a text box is searched inside: its content is read as blocks of its own. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of elementsOf(element)) {
    if (child.name === name) found.push(child);
    else if (child.name !== TEXT_BOX) found.push(...findAll(child, name));
  }
  return found;
}

/** w:val of a child element, e.g. the style id in w:pStyle. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** An on/off property (w:b, w:tblHeader…): undefined when absent, false for val 0, false or off. */
export function toggleOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (!child) return undefined;
  const value = child.attributes['w:val'];
  return !(value === '0' || value === 'false' || value === 'off' || value === 'none');
}
