import { strFromU8, strToU8 } from 'fflate';
import type { MappedTemplate, TemplateEdge, TemplatePage } from '../../../../../shared/document/template/documentTemplate';
import { mergeStyles } from './mergeStyles';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const STYLED = /^word\/(?:document|footnotes|endnotes|comments|footer\d+|header\d+)\.xml$/;
const STYLE_USE = /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>/g;

/** Extensions of pictures a header may show, and their types. */
const PICTURES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

/** A finished document in a company's own clothes: its styles, theme, page, headers and footers; the content is as it was. */
export function applyTemplate(parts: Record<string, Uint8Array>, mapped: MappedTemplate): Record<string, Uint8Array> {
  const { template } = mapped;
  const read = (name: string) => strFromU8(parts[name]!);
  const { xml: styles, ids } = mergeStyles(read('word/styles.xml'), mapped);
  const restyle = (xml: string) => xml.replace(STYLE_USE, (_, kind: string, id: string) => `<w:${kind} w:val="${ids.get(id) ?? id}"/>`);
  const dressed: Record<string, Uint8Array> = { ...parts };
  for (const name of Object.keys(parts).filter((one) => STYLED.test(one))) dressed[name] = strToU8(restyle(read(name)));
  dressed['word/styles.xml'] = strToU8(styles);
  if (template.themeXml !== null) dressed['word/theme/theme1.xml'] = strToU8(template.themeXml);
  const { parts: edgeParts, relations, overrides } = writeEdges(template.edges, read('[Content_Types].xml'));
  Object.assign(dressed, edgeParts);
  dressed['word/document.xml'] = strToU8(setPages(strFromU8(dressed['word/document.xml']!), template.page, template.edges));
  if (hasEvenEdges(template.edges))
    dressed['word/settings.xml'] = strToU8(read('word/settings.xml').replace(/(<w:defaultTabStop [^>]*\/>)/, '$1<w:evenAndOddHeaders/>'));
  dressed['word/_rels/document.xml.rels'] = insertBefore(read('word/_rels/document.xml.rels'), '</Relationships>', relations);
  dressed['[Content_Types].xml'] = insertBefore(read('[Content_Types].xml'), '</Types>', overrides);
  return dressed;
}

function writeEdges(
  edges: readonly TemplateEdge[],
  types: string,
): { parts: Record<string, Uint8Array>; relations: string; overrides: string } {
  const parts: Record<string, Uint8Array> = {};
  let relations = '';
  let overrides = '';
  edges.forEach((edge, index) => {
    const name = `template${index + 1}.xml`;
    parts[`word/${name}`] = strToU8(edge.xml);
    relations += `<Relationship Id="${nameRelation(index)}" Type="${RELATIONS}/${edge.kind}" Target="${name}"/>`;
    overrides += `<Override ContentType="${WORD}.${edge.kind}+xml" PartName="/word/${name}"/>`;
    const links = edge.pictures.flatMap(({ relationId, name: picture, bytes }, at) => {
      const extension = /\.(\w+)$/.exec(picture)?.[1]?.toLowerCase() ?? '';
      if (!(extension in PICTURES)) return [];
      if (!types.includes(`Extension="${extension}"`) && !overrides.includes(`Extension="${extension}"`)) {
        overrides += `<Default ContentType="${PICTURES[extension]}" Extension="${extension}"/>`;
      }
      const path = `media/template${index + 1}_${at + 1}.${extension}`;
      parts[`word/${path}`] = bytes;
      return [`<Relationship Id="${relationId}" Type="${RELATIONS}/image" Target="${path}"/>`];
    });
    if (links.length > 0) {
      parts[`word/_rels/${name}.rels`] = strToU8(
        `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
      );
    }
  });
  return { parts, relations, overrides };
}

function nameRelation(index: number): string {
  return `rIdTemplate${index + 1}`;
}

/** Every section on the template's sheet, turned where it was turned; the first one has the template's edges, and the others go on with them. */
function setPages(xml: string, page: TemplatePage, edges: readonly TemplateEdge[]): string {
  let isFirst = true;
  return xml.replace(/<w:sectPr>(.*?)<\/w:sectPr>/gs, (_, inner: string) => {
    const turned = inner.includes('w:orient="landscape"');
    const [width, height] = turned ? [page.heightTwips, page.widthTwips] : [page.widthTwips, page.heightTwips];
    const [top, right, bottom, left] = turned
      ? [page.left, page.top, page.right, page.bottom]
      : [page.top, page.right, page.bottom, page.left];
    let section = inner
      .replace(/<w:pgSz [^>]*\/>/, `<w:pgSz w:w="${width}" w:h="${height}" w:orient="${turned ? 'landscape' : 'portrait'}"/>`)
      .replace(
        /<w:pgMar [^>]*\/>/,
        `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="${page.header}" w:footer="${page.footer}" w:gutter="0"/>`,
      );
    if (isFirst) section = addEdges(section, page, edges);
    isFirst = false;
    return `<w:sectPr>${section}</w:sectPr>`;
  });
}

/** Our page number gives way to a footer of the template's own, and stands on even pages too where these have edges of their own. */
function addEdges(section: string, { hasFirst }: TemplatePage, edges: readonly TemplateEdge[]): string {
  const references = edges.map(({ kind, type }, index) => `<w:${kind}Reference w:type="${type}" r:id="${nameRelation(index)}"/>`).join('');
  const hasFooter = edges.some(({ kind, type }) => kind === 'footer' && type === 'default');
  const own = /<w:footerReference [^>]*\/>/.exec(section)?.[0] ?? '';
  const even = hasEvenEdges(edges) ? own.replace('w:type="default"', 'w:type="even"') : '';
  const rest = section.replace(own, '');
  const titled = hasFirst && edges.length > 0 ? rest.replace('<w:docGrid', '<w:titlePg/><w:docGrid') : rest;
  return references + (hasFooter ? '' : own + even) + titled;
}

function hasEvenEdges(edges: readonly TemplateEdge[]): boolean {
  return edges.some(({ type }) => type === 'even');
}

function insertBefore(xml: string, close: string, added: string): Uint8Array {
  return strToU8(xml.replace(close, () => added + close));
}
