import { AppError } from '../../../../shared/ipc/errors';
import { childrenOf, parseXml, type XmlElement } from './xmlTree';
import { openZip, type ZipArchive } from '../zipArchive';
import { message } from '../../../../shared/domain/message';

/** The parts of a DOCX a reader needs. */
export type DocxPackage = {
  body: XmlElement;
  styles: XmlElement | undefined;
  numbering: XmlElement | undefined;
  footnotes: XmlElement | undefined;
  endnotes: XmlElement | undefined;
  /** Parts the main part is related to in a way whose name ends so (comments, header, footer…), by name of the part. */
  listRelated(kind: string): { name: string; root: XmlElement }[];
  /** A part anywhere in the package; undefined when there is none of that name. */
  readPart(name: string): XmlElement | undefined;
  /** What a relationship id of the main part points to. Null when the id is unknown. */
  getTarget(relationId: string): RelationTarget | null;
};

/** `external` targets are never fetched. */
export type RelationTarget = { external: true; address: string } | { external: false; name: string; bytes: Uint8Array | null };

type Relation = { type: string; target: string; external: boolean };

const MAX_XML_BYTES = 64_000_000;
const MAX_MEDIA_BYTES = 64_000_000;
const MAX_TOTAL_BYTES = 400_000_000;
const ROOT_RELATIONS = '_rels/.rels';

/** Opens a DOCX. Throws an AppError naming the file for anything that is not one: other formats, damage, bombs, forbidden XML. */
export function openDocx(bytes: Uint8Array, fileName: string): DocxPackage {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.notWord') });
  const zip = openZip(bytes, fileName, MAX_TOTAL_BYTES);
  const readXml = (name: string): XmlElement | undefined => {
    const content = zip.read(name, MAX_XML_BYTES);
    return content ? parseXml(content, fileName, name) : undefined;
  };
  const mainPart = findMainPart(zip, readXml(ROOT_RELATIONS), fileName);
  const document = readXml(mainPart);
  const body = childrenOf(document, 'w:body')[0];
  if (!body) throw new AppError('document-broken', { file: fileName, place: message('spot.noBody', { part: mainPart }) });
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1);
  const relations = readRelations(readXml(`${folder}_rels/${mainPart.slice(folder.length)}.rels`));
  const readRelated = (kind: string): XmlElement | undefined => {
    for (const relation of relations.values()) {
      if (!relation.external && relation.type.endsWith(`/${kind}`)) return readXml(resolveTarget(folder, relation.target));
    }
    return undefined;
  };
  return {
    body,
    styles: readRelated('styles'),
    numbering: readRelated('numbering'),
    footnotes: readRelated('footnotes'),
    endnotes: readRelated('endnotes'),
    listRelated(kind) {
      const own = [...relations.values()].filter((relation) => !relation.external && relation.type.endsWith(`/${kind}`));
      return [...new Set(own.map((relation) => resolveTarget(folder, relation.target)))].toSorted().flatMap((name) => {
        const root = readXml(name);
        return root ? [{ name, root }] : [];
      });
    },
    readPart: readXml,
    getTarget(relationId) {
      const relation = relations.get(relationId);
      if (!relation) return null;
      if (relation.external) return { external: true, address: relation.target };
      const name = resolveTarget(folder, relation.target);
      return { external: false, name, bytes: zip.read(name, MAX_MEDIA_BYTES) };
    },
  };
}

function findMainPart(zip: ZipArchive, rootRelations: XmlElement | undefined, fileName: string): string {
  for (const relation of readRelations(rootRelations).values()) {
    const name = resolveTarget('', relation.target);
    if (relation.type.endsWith('/officeDocument') && zip.has(name)) {
      if (name.startsWith('xl/')) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.isWorkbook') });
      if (name.startsWith('ppt/')) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.isPresentation') });
      return name;
    }
  }
  if (zip.has('word/document.xml')) return 'word/document.xml';
  if (zip.has('[Content_Types].xml')) throw new AppError('document-broken', { file: fileName, place: message('spot.noDocumentPart') });
  throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.noWordInZip') });
}

function readRelations(root: XmlElement | undefined): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const element of childrenOf(root, 'Relationship')) {
    const { Id = '', Type = '', Target = '', TargetMode } = element.attributes;
    relations.set(Id, { type: Type, target: Target, external: TargetMode === 'External' });
  }
  return relations;
}

/** Package name a relative or absolute target stands for: ../media/a.png from word/ is media/a.png. */
function resolveTarget(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
