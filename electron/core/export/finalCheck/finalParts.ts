import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { XmlElement } from './xmlTree';

/** What a finished file is made of: the names of its parts, its XML parts parsed with the usual prefixes whatever the file's own, and their relationships. */
export type FinalParts = { names: string[]; xml: ReadonlyMap<string, XmlElement>; relations: Relation[] };

/** What a part points to. `kind` is the last word of its type (image, hyperlink, oleObject). */
export type Relation = { part: string; kind: string; target: string; isExternal: boolean };

/** Prefixes by which the checks know the namespaces of a DOCX; a writer may have chosen others. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
  'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties': 'ep',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** Reads a whole DOCX; throws when it is no archive or a part is not well formed. */
export function readFinalParts(docx: Uint8Array): FinalParts {
  const names: string[] = [];
  const files = unzipSync(docx, {
    filter: ({ name }) => {
      names.push(name);
      return /\.(?:xml|rels)$/i.test(name);
    },
  });
  const xml = new Map(Object.entries(files).map(([name, bytes]) => [name, parsePart(strFromU8(bytes))]));
  const relations = [...xml].flatMap(([name, root]) => (name.endsWith('.rels') ? readRelations(name, root) : []));
  return { names, xml, relations };
}

function readRelations(name: string, root: XmlElement): Relation[] {
  const part = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
  return root.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const { Type = '', Target = '', TargetMode = '' } = child.attributes;
    return [{ part, kind: Type.replace(/^.*\//, ''), target: Target, isExternal: TargetMode.toLowerCase() === 'external' }];
  });
}

function parsePart(xml: string): XmlElement {
  const root: XmlElement = { name: '#root', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    const element: XmlElement = { name: rename(name, local, uri), attributes: {}, children: [] };
    for (const attribute of Object.values(attributes))
      element.attributes[rename(attribute.name, attribute.local, attribute.uri)] = attribute.value;
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)!.children.push(text));
  parser.on('cdata', (text) => open.at(-1)!.children.push(text));
  parser.write(xml).close();
  return root.children.find((child): child is XmlElement => typeof child !== 'string')!;
}

function rename(name: string, local: string, uri: string): string {
  const prefix = PREFIXES[uri];
  return prefix === undefined ? name : `${prefix}:${local}`;
}
