import { escapeXml } from './xml';

/**
 * settings.xml of an exported document: the punctuation spacing of Chinese text, Word 2013 layout, East Asian language. Lines in tables
 * are left off the grid (no adjustLineHeightInTable).
 */
export const SETTINGS_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>' +
  '<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="compressPunctuation"/>' +
  '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
  '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>';

/** Latin names of the Chinese fonts, for systems that know a font only by the other name. */
const FONTS: readonly { name: string; altName: string; family: 'auto' | 'modern' | 'script'; panose: string }[] = [
  { name: '宋体', altName: 'SimSun', family: 'auto', panose: '02010600030101010101' },
  { name: '黑体', altName: 'SimHei', family: 'modern', panose: '02010609060101010101' },
  { name: '楷体', altName: 'KaiTi', family: 'modern', panose: '02010609060101010101' },
  { name: '仿宋', altName: 'FangSong', family: 'modern', panose: '02010609060101010101' },
];

/** fontTable.xml of an exported document. */
export const FONT_TABLE_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  '<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
  FONTS.map(
    ({ name, altName, family, panose }) =>
      `<w:font w:name="${name}"><w:altName w:val="${altName}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="${family === 'auto' ? 'variable' : 'fixed'}"/></w:font>`,
  ).join('') +
  '</w:fonts>';

/** core.xml with a title and one date for both times; no author, since a filed document names none. `created` is an ISO date, with or without a time. */
export function writeCoreProperties(title: string, created: string): string {
  const moment = created.includes('T') ? created : `${created}T00:00:00Z`;
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title>${time('created')}${time('modified')}</cp:coreProperties>`
  );
}
