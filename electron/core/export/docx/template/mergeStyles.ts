import type { MappedTemplate, StyleMapping, TemplateStyle } from '../../../../../shared/document/template/documentTemplate';
import { escapeXml } from '../xml';

/** styles.xml of a document in a company's template, and the id each of our styles has there. */
export type MergedStyles = { xml: string; ids: ReadonlyMap<string, string> };

const STYLE = /<w:style [^>]*>.*?<\/w:style>/gs;
/** Labels are text: a template's automatic numbers would double them. */
const NUMBERING = /<w:numPr>.*?<\/w:numPr>|<w:numPr\/>/gs;

/** What ours is based on in a foreign document: our own defaults, whatever that document's are. */
const BASE_ID = 'ReplyBase';
const BASE =
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${BASE_ID}"><w:name w:val="回复基准"/><w:qFormat/>` +
  '<w:pPr><w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>' +
  '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="both"/></w:pPr>' +
  '<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>';

/** The template's styles with those of ours it has no counterpart for; a style both name alike is the template's. */
export function mergeStyles(ours: string, { template, mapping }: MappedTemplate): MergedStyles {
  const taken = new Map(template.styles.map((style) => [style.styleId, style]));
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const style of ours.match(STYLE) ?? []) {
    const id = readAttribute(style, 'w:styleId');
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1] ?? id;
    const counterpart = findCounterpart(id, name, style, mapping, template.styles);
    if (counterpart !== undefined) {
      ids.set(id, counterpart);
      continue;
    }
    // Our default paragraph style is the base itself.
    if (id === 'Normal') continue;
    const own = taken.has(id) ? `Reply${id}` : id;
    ids.set(id, own);
    const isNameTaken = template.styles.some((other) => other.name.toLowerCase() === name.toLowerCase());
    added.push(isNameTaken ? renameStyle(style, `${name}（回复）`) : style);
  }
  ids.set('Normal', BASE_ID);
  const { widthTwips, left, right } = template.page;
  const written = added.map((style) => moveTabs(adaptStyle(style, ids), widthTwips - left - right));
  const xml = template.stylesXml.replace(NUMBERING, '').replace('</w:styles>', () => `${BASE}${written.join('')}</w:styles>`);
  return { xml, ids };
}

/** The template's style for one of ours: as mapped; for styles of Word's own that are not mapped, the one of that name. Undefined when ours comes along. */
function findCounterpart(
  id: string,
  name: string,
  style: string,
  mapping: StyleMapping,
  styles: readonly TemplateStyle[],
): string | undefined {
  if (style.includes('w:default="1"')) return styles.find((one) => one.isDefault && style.includes(`w:type="${one.kind}"`))?.styleId;
  if (id in mapping) {
    const mapped = mapping[id as keyof StyleMapping];
    return styles.find(({ styleId, kind }) => styleId === mapped && kind === 'paragraph')?.styleId;
  }
  if (style.includes('w:customStyle')) return undefined;
  return styles.find((one) => one.name.toLowerCase() === name.toLowerCase() && style.includes(`w:type="${one.kind}"`))?.styleId;
}

/** Tab stops in the middle and at the end of the house's line stand in the middle and at the end of the template's. */
function moveTabs(style: string, lineTwips: number): string {
  return style.replaceAll(/(<w:tab w:val="(center|right)" w:pos=")\d+"/g, (_, start: string, stop: string) => {
    return `${start}${stop === 'center' ? Math.round(lineTwips / 2) : lineTwips}"`;
  });
}

function renameStyle(style: string, name: string): string {
  const renamed = style.replace(/<w:name w:val="[^"]*"/, () => `<w:name w:val="${escapeXml(name)}"`);
  return renamed.includes('w:customStyle') ? renamed : renamed.replace('<w:style ', '<w:style w:customStyle="1" ');
}

/** Our style among the template's: under its id there, based on what stands for its base there, and nobody's default. */
function adaptStyle(style: string, ids: ReadonlyMap<string, string>): string {
  const own = readAttribute(style, 'w:styleId');
  return style
    .replace(' w:default="1"', '')
    .replace(`w:styleId="${own}"`, `w:styleId="${ids.get(own)!}"`)
    .replace(/<w:(basedOn|next) w:val="([^"]*)"\/>/g, (_, kind: string, id: string) => `<w:${kind} w:val="${ids.get(id) ?? id}"/>`);
}

function readAttribute(style: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(style)?.[1] ?? '';
}
