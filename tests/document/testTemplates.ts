import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { exportDocx } from '../../electron/core/export/docx/exportDocx';
import { buildSampleBlocks } from './sampleBlocks';
import { convertInOffice } from './review/convertInOffice';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const style = (id: string, name: string, basedOn: string, pPr: string, rPr: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}><w:name w:val="${name}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}` +
  `<w:qFormat/>${pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`}${rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`}</w:style>`;
const fonts = (eastAsia: string) => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${eastAsia}"/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/>`;

/** Styles as Chinese word processors number and name them: a3 and 1 for ids, 标题 1 and 标题2 for names, one id in Chinese. */
const STYLES =
  `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}<w:kern w:val="2"/><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
  style('a', 'Normal', '', '<w:widowControl w:val="0"/><w:jc w:val="both"/>', '', ' w:default="1"') +
  style(
    '1',
    '标题 1',
    'a',
    '<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr><w:spacing w:before="340" w:after="330" w:line="578" w:lineRule="auto"/><w:outlineLvl w:val="0"/>',
    `${fonts('黑体')}<w:b/>${size(32)}`,
  ) +
  style(
    '2',
    '标题2',
    'a',
    '<w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="560"/><w:outlineLvl w:val="1"/>',
    `${fonts('楷体')}<w:b/>${size(28)}`,
  ) +
  style(
    'a3',
    '公告正文',
    'a',
    '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="560"/>',
    size(28),
    ' w:customStyle="1"',
  ) +
  style('问询题干', '问询题干', 'a3', '', fonts('楷体'), ' w:customStyle="1"') +
  style('a5', '落款', 'a3', '<w:ind w:firstLineChars="0" w:firstLine="0" w:right="1120"/><w:jc w:val="right"/>', '', ' w:customStyle="1"');

const PAGE =
  '<w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>';

/** The last section names no edges of its own: the ones before it go on, and even pages have a header of theirs. */
const EDGED_SECTIONS =
  '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="even" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>' +
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/><w:titlePg/></w:sectPr>';

/** A template whose edges its last section takes over from the first, with even pages of their own, and without a default style. */
export function buildEdgedTemplate(): Uint8Array {
  const header = (text: string) => `${DECLARATION}<w:hdr ${W}><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:hdr>`;
  return change(buildChineseTemplate(), {
    'word/document.xml': (xml) => xml.replace(/<w:sectPr>.*<\/w:sectPr>/s, EDGED_SECTIONS),
    'word/styles.xml': (xml) => xml.replace(' w:default="1"', ''),
    'word/_rels/document.xml.rels': (xml) =>
      xml.replace('</Relationships>', `<Relationship Id="rId3" Type="${RELATIONS}/header" Target="header2.xml"/></Relationships>`),
    '[Content_Types].xml': (xml) =>
      xml.replace('</Types>', `<Override PartName="/word/header2.xml" ContentType="${TYPE}.header+xml"/></Types>`),
    'word/header2.xml': () => header('双数页'),
    'word/settings.xml': () => `${DECLARATION}<w:settings ${W}><w:evenAndOddHeaders/></w:settings>`,
  });
}

function change(docx: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts: Record<string, Uint8Array> = { ...unzipSync(docx) };
  for (const [path, edit] of Object.entries(changes)) parts[path] = strToU8(edit(parts[path] ? strFromU8(parts[path]) : ''));
  return zipSync(parts);
}

/** A template as a Chinese word processor writes it. */
export function buildChineseTemplate(): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${TYPE}.header+xml"/></Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${DECLARATION}<w:document ${W} ${R}><w:body><w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>样张</w:t></w:r></w:p><w:sectPr>${PAGE}</w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(relation('rId1', 'styles', 'styles.xml') + relation('rId2', 'header', 'header1.xml')),
    'word/styles.xml': `${DECLARATION}<w:styles ${W}>${STYLES}</w:styles>`,
    'word/header1.xml': `${DECLARATION}<w:hdr ${W}><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>青禾精工股份有限公司公告</w:t></w:r></w:p></w:hdr>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** The same written by LibreOffice Writer, and a document of ours as Writer writes it. */
export async function buildWriterTemplates(): Promise<Uint8Array[]> {
  const ours = await exportDocx(buildSampleBlocks().slice(0, 4), { title: '模板', created: '2025-06-05' });
  return convertInOffice([buildChineseTemplate(), ours]);
}
