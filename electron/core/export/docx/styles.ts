import { LIST_STYLE_NAME } from '../../../../shared/document/draft/draftTerms';
import { PARAGRAPH_STYLES, type ParagraphStyle } from '../../../../shared/document/filingBlock';
import { TEXT_WIDTH_TWIPS } from '../../../../shared/document/pageGeometry';
import { TABLE_SIZES, type CellLayout, type TableSize } from '../../../../shared/document/tableLayout';

/** Id of the table style every reply table uses. */
export const TABLE_STYLE = 'ReplyTable';

/** Ids of the styles of footers, list items and numbers in the margin. */
export const FOOTER_STYLE = 'Footer';
export const LIST_STYLE = 'ReplyList';

export const MARGIN_NUMBER_STYLE = 'MarginNumber';

export const FOOTNOTE_TEXT_STYLE = 'FootnoteText';

/** Ids of the character styles of changed text and of text that is not disclosed. */
export const REVISED_STYLE = 'UserRevised';
export const EXEMPT_STYLE = 'ExemptText';

/** Ids of the other styles a filed document uses: of table cells in their sizes, lists, margins and notes. */
export const HOUSE_STYLES: readonly string[] = [
  TABLE_STYLE,
  FOOTER_STYLE,
  LIST_STYLE,
  MARGIN_NUMBER_STYLE,
  REVISED_STYLE,
  EXEMPT_STYLE,
  ...['TableHead', 'TableText', 'TableCenter', 'TableNum'].flatMap((style) => ['', 'S', 'XS'].map((suffix) => style + suffix)),
  'Header',
  'AnnotationText',
  'FootnoteReference',
  'FootnoteText',
  'EndnoteReference',
];

/** Grey of header cells: in the table style, and direct for heads of second bands and for readers that ignore table styles. */
export const HEAD_FILL = 'D9D9D9';

const CELL_STYLES: Readonly<Record<CellLayout['stands'], string>> = {
  head: 'TableHead',
  left: 'TableText',
  center: 'TableCenter',
  number: 'TableNum',
};
const SIZE_SUFFIXES: Readonly<Record<TableSize, string>> = { M: '', S: 'S', XS: 'XS' };

/** Id of the paragraph style of a cell: TableNum, TableTextS… */
export function getCellStyle(stands: CellLayout['stands'], size: TableSize): string {
  return CELL_STYLES[stands] + SIZE_SUFFIXES[size];
}

type StyleParts = { name: string; basedOn?: string; next?: string; outline?: true; pPr?: string; rPr?: string };

const SPACED = '<w:spacing w:before="0" w:after="0" w:line="360" w:lineRule="auto"/>';
const SINGLE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>';
const KEEP_NEXT = '<w:keepNext/>';
const KEEP_LINES = '<w:keepLines/>';
/** A row that splits leaves two lines at least on either page. */
const WIDOWS = '<w:widowControl/>';
const NO_GRID = '<w:snapToGrid w:val="0"/>';
const HEI_BOLD = '<w:rFonts w:eastAsia="黑体"/><w:b/><w:bCs/>';
const KAI_BOLD = '<w:rFonts w:eastAsia="楷体"/><w:b/><w:bCs/>';
const BOLD = '<w:b/><w:bCs/>';
const REGULAR = '<w:b w:val="0"/><w:bCs w:val="0"/>';

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

/** First line indented by two characters: Word follows the characters, other readers the twips. */
function indent(halfPoints: number): string {
  return `<w:ind w:firstLineChars="200" w:firstLine="${halfPoints * 20}"/>`;
}

function justify(value: 'both' | 'left' | 'center' | 'right'): string {
  return `<w:jc w:val="${value}"/>`;
}

function heading(name: string, level: number, rPr: string, spacing = SPACED, ind = indent(24)): StyleParts {
  return {
    name,
    next: 'ReplyBody',
    outline: true,
    pPr: `${KEEP_NEXT}${KEEP_LINES}${spacing}${ind}${justify('left')}<w:outlineLvl w:val="${level}"/>`,
    rPr,
  };
}

const PARAGRAPHS: Readonly<Record<ParagraphStyle, StyleParts>> = {
  AnnCode: {
    name: '公告代码行',
    pPr: `<w:tabs><w:tab w:val="center" w:pos="${TEXT_WIDTH_TWIPS / 2}"/><w:tab w:val="right" w:pos="${TEXT_WIDTH_TWIPS}"/></w:tabs>${SPACED}${justify('left')}`,
  },
  Title: { name: 'Title', next: 'ReplyBody', pPr: `${KEEP_NEXT}${SPACED}${justify('center')}`, rPr: BOLD + size(36) },
  Guarantee: {
    name: '公告声明',
    next: 'ReplyBody',
    pPr: `${KEEP_LINES}<w:spacing w:before="156" w:after="156" w:line="360" w:lineRule="auto"/>${indent(24)}`,
    rPr: KAI_BOLD,
  },
  ReplyBody: { name: '回复正文', pPr: `${SPACED}${indent(24)}` },
  ReplyLead: { name: '回复引导语', basedOn: 'ReplyBody', next: 'ReplyBody', pPr: KEEP_NEXT },
  Heading1: heading('heading 1', 0, HEI_BOLD + size(28), '<w:spacing w:before="240" w:after="120" w:line="360" w:lineRule="auto"/>', ''),
  PartHeading: heading('部分标题', 0, HEI_BOLD + size(30), '<w:spacing w:before="240" w:after="120" w:line="360" w:lineRule="auto"/>', ''),
  QuestionText: { name: '问询题干', pPr: `${SPACED}${indent(24)}`, rPr: KAI_BOLD },
  ReplyLabel: { name: '回复标签', next: 'ReplyBody', pPr: `${KEEP_NEXT}${SPACED}${indent(24)}`, rPr: BOLD },
  Heading2: heading('heading 2', 1, HEI_BOLD),
  Heading3: heading('heading 3', 2, BOLD),
  Heading4: heading('heading 4', 3, BOLD),
  Heading5: heading('heading 5', 4, REGULAR),
  Heading6: heading('heading 6', 5, REGULAR),
  TableUnit: {
    name: '表格单位',
    pPr: `${KEEP_NEXT}${NO_GRID}<w:spacing w:before="60" w:after="20" w:line="240" w:lineRule="auto"/>${justify('right')}`,
    rPr: size(21),
  },
  TableNote: {
    name: '表格附注',
    next: 'ReplyBody',
    pPr: `<w:spacing w:before="40" w:after="40" w:line="300" w:lineRule="auto"/>${indent(21)}`,
    rPr: size(21),
  },
  AfterTable: {
    name: '表后间隔',
    next: 'ReplyBody',
    pPr: `${NO_GRID}<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>`,
    rPr: size(10),
  },
  Figure: { name: '图', next: 'FigureSource', pPr: `${KEEP_NEXT}${SINGLE}${justify('center')}` },
  FigureSource: { name: '图表来源', next: 'ReplyBody', pPr: `${SPACED}${justify('center')}`, rPr: size(21) },
  SignOff: {
    name: '落款',
    pPr: `${KEEP_NEXT}${KEEP_LINES}${SPACED}<w:ind w:rightChars="200" w:right="480"/>${justify('right')}`,
  },
  DocumentNo: {
    name: '文号',
    next: 'ReplyBody',
    pPr: `${KEEP_NEXT}<w:spacing w:before="0" w:after="156" w:line="360" w:lineRule="auto"/>${justify('center')}`,
  },
  Addressee: { name: '抬头', next: 'ReplyBody', pPr: `${KEEP_NEXT}${SPACED}${justify('left')}`, rPr: BOLD },
};

/** The whole styles.xml of the house format (docs/HOUSE-FORMAT.md), in place of the one docx writes: no style but ours is in the file. */
export function writeStylesXml(): string {
  const styles = PARAGRAPH_STYLES.map((id) => writeParagraphStyle(id, PARAGRAPHS[id]));
  for (const [tableSize, { halfPoints }] of Object.entries(TABLE_SIZES) as [TableSize, { halfPoints: number }][]) {
    for (const [stands, name] of [
      ['head', '表头'],
      ['left', '表格文字'],
      ['center', '表格居中'],
      ['number', '表格数字'],
    ] as const) {
      const align = { head: 'center', left: 'left', center: 'center', number: 'right' } as const;
      styles.push(
        writeParagraphStyle(getCellStyle(stands, tableSize), {
          name: name + { M: '', S: '小五', XS: '六号' }[tableSize],
          pPr: `${WIDOWS}${NO_GRID}${SINGLE}${justify(align[stands])}`,
          rPr: (stands === 'head' ? BOLD : '') + size(halfPoints),
        }),
      );
    }
  }
  styles.push(
    writeParagraphStyle(LIST_STYLE, { name: LIST_STYLE_NAME, pPr: SPACED }),
    writeParagraphStyle(MARGIN_NUMBER_STYLE, { name: '段号', pPr: `${KEEP_NEXT}${SINGLE}${justify('right')}`, rPr: size(18) }),
    writeParagraphStyle('Header', { name: 'header', pPr: `${SINGLE}${justify('center')}`, rPr: size(18) }),
    ...[1, 2, 3].map((level) => writeParagraphStyle(`TOC${level}`, { name: `toc ${level}`, pPr: SPACED, rPr: size(24) })),
    writeParagraphStyle(FOOTNOTE_TEXT_STYLE, { name: 'footnote text', pPr: `${NO_GRID}${SINGLE}${justify('left')}`, rPr: size(18) }),
    writeParagraphStyle('AnnotationText', { name: 'annotation text', pPr: `${SINGLE}${justify('left')}`, rPr: size(21) }),
    writeParagraphStyle(FOOTER_STYLE, { name: 'footer', pPr: `${NO_GRID}${SINGLE}${justify('center')}`, rPr: size(18) }),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    DEFAULTS +
    NORMAL +
    styles.join('') +
    TABLES +
    '</w:styles>'
  );
}

function writeParagraphStyle(id: string, { name, basedOn = 'Normal', next, outline, pPr = '', rPr = '' }: StyleParts): string {
  const isBuiltIn = /^[a-z]/i.test(name);
  return (
    `<w:style w:type="paragraph"${isBuiltIn ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>` +
    (next === undefined ? '' : `<w:next w:val="${next}"/>`) +
    (outline ? '<w:uiPriority w:val="9"/>' : '') +
    '<w:qFormat/>' +
    (pPr === '' ? '' : `<w:pPr>${pPr}</w:pPr>`) +
    (rPr === '' ? '' : `<w:rPr>${rPr}</w:rPr>`) +
    '</w:style>'
  );
}

const DEFAULTS =
  '<w:docDefaults><w:rPrDefault><w:rPr>' +
  '<w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>' +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>' +
  '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>';

const NORMAL =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  `<w:pPr><w:widowControl w:val="0"/>${justify('both')}</w:pPr><w:rPr>${size(24)}</w:rPr></w:style>` +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  writeReferenceStyle('FootnoteReference', 'footnote reference') +
  writeReferenceStyle('EndnoteReference', 'endnote reference') +
  writeCharacterStyle(REVISED_STYLE, '修订文字', KAI_BOLD) +
  writeCharacterStyle(EXEMPT_STYLE, '豁免披露文字', `<w:u w:val="wave"/><w:shd w:val="clear" w:color="auto" w:fill="${HEAD_FILL}"/>`);

function writeCharacterStyle(id: string, name: string, rPr: string): string {
  return `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${rPr}</w:rPr></w:style>`;
}

/** The raised number of a note; every document docx writes uses both in its note separators. */
function writeReferenceStyle(id: string, name: string): string {
  return `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`;
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const NO_MARGINS =
  '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>';

const TABLES =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  `<w:tblPr>${NO_MARGINS}</w:tblPr></w:style>` +
  `<w:style w:type="table" w:customStyle="1" w:styleId="${TABLE_STYLE}"><w:name w:val="回复表格"/><w:basedOn w:val="TableNormal"/><w:qFormat/>` +
  `<w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders>` +
  '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
  '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' +
  `<w:tblStylePr w:type="firstRow"><w:rPr>${BOLD}</w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${HEAD_FILL}"/></w:tcPr></w:tblStylePr></w:style>`;
