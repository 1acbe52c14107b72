import type { DocumentTemplate, TemplateEdge, TemplatePage, TemplateStyle } from '../../../../shared/document/template/documentTemplate';
import { message, type Message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import { openZip, type ZipArchive } from '../zipArchive';
import { openDocx } from './docxPackage';
import { readStyleLooks } from './styleLooks';
import { childOf, childrenOf, findAll, parseXml, type XmlElement } from './xmlTree';

const MAX_PART_BYTES = 16_000_000;
const MAX_TOTAL_BYTES = 64_000_000;

/** Parts that run, or hold what other programs run. */
const RUNS = /vbaProject|vbaData|activeX|\.bin$|oleObject|\/embeddings\//i;

/**
 * Reads what an export takes over from a company's own document: styles, theme, page, headers and footers. Throws template-refused for macros, controls,
 * embedded files and anything that leads outside the file, and as `openDocx` for what is no document.
 */
export function readTemplate(bytes: Uint8Array, fileName: string): DocumentTemplate {
  openDocx(bytes, fileName);
  const zip = openZip(bytes, fileName, MAX_TOTAL_BYTES);
  refuseUnsafe(zip, fileName);
  const readXml = (name: string) => {
    const content = zip.read(name, MAX_PART_BYTES);
    return content ? { root: parseXml(content, fileName, name), text: new TextDecoder().decode(content).replace(/^\ufeff/, '') } : null;
  };
  const styles = readXml('word/styles.xml');
  const document = readXml('word/document.xml');
  // Prefixes are free in XML, yet Word and WPS write these: what writes others was not made for a template.
  if (!styles?.text.includes('<w:styles') || !styles.text.includes('</w:styles>') || !document)
    throw refuse(fileName, message('reason.templateStyles'));
  const theme = readXml('word/theme/theme1.xml');
  const sections = listSections(document.root);
  const settings = readXml('word/settings.xml')?.root;
  const hasEven = childrenOf(settings, 'w:evenAndOddHeaders').some(
    ({ attributes }) => !/^(?:0|false|off)$/.test(attributes['w:val'] ?? ''),
  );
  return {
    fileName,
    stylesXml: styles.text,
    styles: childrenOf(styles.root, 'w:style').flatMap(readStyle),
    looks: readStyleLooks(styles.root, theme?.root),
    themeXml: theme?.text ?? null,
    page: readPage(sections.at(-1)),
    edges: readEdges(listReferences(sections, hasEven), readRelations(readXml('word/_rels/document.xml.rels')?.root), zip, fileName),
  };
}

function refuseUnsafe(zip: ZipArchive, fileName: string): void {
  if (zip.names().some((name) => RUNS.test(name))) throw refuse(fileName, message('reason.templateRuns'));
  const types = new TextDecoder().decode(zip.read('[Content_Types].xml', MAX_PART_BYTES) ?? new Uint8Array());
  if (/macroEnabled/i.test(types)) throw refuse(fileName, message('reason.templateRuns'));
  for (const name of zip.names().filter((one) => one.endsWith('.rels'))) {
    const relations = childrenOf(parseXml(zip.read(name, MAX_PART_BYTES)!, fileName, name), 'Relationship');
    if (relations.some(({ attributes }) => attributes.TargetMode?.toLowerCase() === 'external')) {
      throw refuse(fileName, message('reason.templateExternal', { part: name }));
    }
  }
}

function refuse(file: string, reason: Message): AppError {
  return new AppError('template-refused', { file, reason });
}

function readStyle(element: XmlElement): TemplateStyle[] {
  const styleId = element.attributes['w:styleId'] ?? '';
  const kind = element.attributes['w:type'] ?? 'paragraph';
  // What is no name Word would write could end the attribute it is copied into.
  if (!/^[\p{L}\p{N}_.-]{1,253}$/u.test(styleId) || !isKind(kind)) return [];
  const name = childOf(element, 'w:name')?.attributes['w:val'] ?? styleId;
  return [{ styleId, name, kind, isDefault: /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '') }];
}

function isKind(kind: string): kind is TemplateStyle['kind'] {
  return ['paragraph', 'character', 'table', 'numbering'].includes(kind);
}

/** A sheet with sizes no paper has is read as the house's own. */
function readPage(section: XmlElement | undefined): TemplatePage {
  const size = childOf(section, 'w:pgSz')?.attributes ?? {};
  const margins = childOf(section, 'w:pgMar')?.attributes ?? {};
  const read = (text: string | undefined, least: number, most: number, usual: number) => {
    const value = Number(text);
    return text !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : usual;
  };
  const sides = [read(size['w:w'], 5_000, 31_680, 11_906), read(size['w:h'], 5_000, 31_680, 16_838)];
  const margin = (side: string, usual: number) => read(margins[`w:${side}`], 0, 4_000, usual);
  return {
    widthTwips: Math.min(...sides),
    heightTwips: Math.max(...sides),
    top: margin('top', 1_440),
    bottom: margin('bottom', 1_440),
    left: margin('left', 1_800),
    right: margin('right', 1_800),
    header: margin('header', 851),
    footer: margin('footer', 992),
    hasFirst: childOf(section, 'w:titlePg') !== undefined,
  };
}

type Relations = ReadonlyMap<string, { type: string; target: string }>;

function readRelations(root: XmlElement | undefined): Relations {
  return new Map(
    childrenOf(root, 'Relationship').map(({ attributes }) => [
      attributes.Id ?? '',
      { type: attributes.Type ?? '', target: attributes.Target ?? '' },
    ]),
  );
}

/** The sections as they stand now, not as a tracked change says they were. */
function listSections(root: XmlElement): XmlElement[] {
  const former = new Set(findAll(root, 'w:sectPrChange').flatMap((change) => findAll(change, 'w:sectPr')));
  return findAll(root, 'w:sectPr').filter((section) => !former.has(section));
}

type EdgeReference = Pick<TemplateEdge, 'kind' | 'type'> & { relationId: string };

/** The edges of the last section: those it does not name go on from the sections before. Even pages have their own only where the settings say so. */
function listReferences(sections: readonly XmlElement[], hasEven: boolean): EdgeReference[] {
  const references = new Map<string, EdgeReference>();
  for (const section of sections)
    for (const kind of ['header', 'footer'] as const)
      for (const { attributes } of childrenOf(section, `w:${kind}Reference`)) {
        const type = attributes['w:type'] ?? 'default';
        if (type !== 'default' && type !== 'first' && (type !== 'even' || !hasEven)) continue;
        references.set(`${kind} ${type}`, { kind, type, relationId: attributes['r:id'] ?? '' });
      }
  return [...references.values()].toSorted((a, b) => b.kind.localeCompare(a.kind));
}

function readEdges(references: readonly EdgeReference[], relations: Relations, zip: ZipArchive, fileName: string): TemplateEdge[] {
  return references.flatMap(({ kind, type, relationId }): TemplateEdge[] => {
    const target = relations.get(relationId)?.target;
    if (target === undefined) return [];
    const name = `word/${target.replace(/^\/?(?:word\/)?/, '')}`;
    const content = zip.read(name, MAX_PART_BYTES);
    if (!content) return [];
    parseXml(content, fileName, name);
    const xml = new TextDecoder().decode(content).replace(/^\ufeff/, '');
    return [{ kind, type, xml, pictures: readPictures(name, zip, fileName) }];
  });
}

function readPictures(part: string, zip: ZipArchive, fileName: string): TemplateEdge['pictures'] {
  const name = part.replace(/([^/]+)$/, '_rels/$1.rels');
  const content = zip.read(name, MAX_PART_BYTES);
  if (!content) return [];
  return [...readRelations(parseXml(content, fileName, name))].flatMap(([relationId, { type, target }]) => {
    if (!type.endsWith('/image')) throw refuse(fileName, message('reason.templateStyles'));
    const picture = zip.read(`word/${target.replace(/^\/?(?:word\/)?/, '')}`, MAX_PART_BYTES);
    return picture ? [{ relationId, name: target.replace(/^.*\//, ''), bytes: picture }] : [];
  });
}
