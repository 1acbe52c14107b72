import { message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import { parseXml } from '../../import/docx/xmlTree';
import { openZip } from '../../import/zipArchive';
import type { XmlElement } from './xmlTree';

/** What a finished file is made of: the names of its parts, its XML parts parsed with the usual prefixes whatever the file's own, and their relationships. */
export type FinalParts = { names: string[]; xml: ReadonlyMap<string, XmlElement>; relations: Relation[] };

/** What a part points to. `kind` is the last word of its type (image, hyperlink, oleObject). */
export type Relation = { part: string; kind: string; target: string; isExternal: boolean };

const MAX_PART_BYTES = 64_000_000;
const MAX_TOTAL_BYTES = 400_000_000;

/** Reads a whole DOCX. Throws an AppError naming the file for anything that is not one: other formats, damage, bombs, forbidden XML. */
export function readFinalParts(fileName: string, docx: Uint8Array): FinalParts {
  if (docx[0] !== 0x50 || docx[1] !== 0x4b) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.notWord') });
  const zip = openZip(docx, fileName, MAX_TOTAL_BYTES);
  const names = zip.names().filter((name) => !name.endsWith('/'));
  const xml = new Map(
    names
      .filter((name) => /\.(?:xml|rels)$/i.test(name))
      .map((name) => [name, parseXml(zip.read(name, MAX_PART_BYTES)!, fileName, name) satisfies XmlElement]),
  );
  const relations = [...xml].flatMap(([name, root]) => (name.endsWith('.rels') ? readRelations(name, root) : []));
  return { names, xml, relations };
}

/** The part whose root has a name (w:styles), wherever it lies. */
export function findPart({ xml }: FinalParts, root: string): XmlElement | undefined {
  return [...xml.values()].find(({ name }) => name === root);
}

function readRelations(name: string, root: XmlElement): Relation[] {
  const part = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
  return root.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const { Type = '', Target = '', TargetMode = '' } = child.attributes;
    return [{ part, kind: Type.replace(/^.*\//, ''), target: Target, isExternal: TargetMode.toLowerCase() === 'external' }];
  });
}
