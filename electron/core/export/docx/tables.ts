import { FileChild, type IXmlableObject } from 'docx';
import type { CellLayout, RowLayout, TableLayout, TableSize } from '../../../../shared/document/tableLayout';
import { getCellStyle, HEAD_FILL, TABLE_STYLE } from './styles';
import { element, valued, type XmlElement } from './xmlElement';
import { hasEastAsian, toXmlText } from './xmlText';

/**
 * A laid-out table as w:tbl. Look, borders and margins come from the table style; shading of heads is direct as well (DOCX.md A5).
 * It is written as plain elements: cells are nine tenths of a reply, and docx's own objects for them take three times as long.
 */
export class ReplyTable extends FileChild {
  readonly #layout: TableLayout;

  constructor(layout: TableLayout) {
    super('w:tbl');
    this.#layout = layout;
  }

  override prepForXml(): IXmlableObject {
    return writeTable(this.#layout);
  }
}

function writeTable({ rows, widthTwips, columnTwips, size }: TableLayout): XmlElement {
  const hasHead = rows[0]?.cells.every((cell) => cell.stands === 'head') ?? false;
  const properties = element('w:tblPr', null, [
    valued('w:tblStyle', TABLE_STYLE),
    element('w:tblW', { 'w:w': widthTwips, 'w:type': 'dxa' }),
    valued('w:jc', 'center'),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    hasHead ? LOOK_WITH_HEAD : LOOK_WITHOUT_HEAD,
  ]);
  const grid = columnTwips.map((width) => element('w:gridCol', { 'w:w': width }));
  return element('w:tbl', null, [properties, element('w:tblGrid', null, grid), ...rows.map((row) => writeRow(row, size))]);
}

function writeRow({ cantSplit, repeats, keepNext, cells }: RowLayout, size: TableSize): XmlElement {
  const properties = [...(cantSplit ? [CANT_SPLIT] : []), ROW_HEIGHT, ...(repeats ? [REPEATED] : [])];
  return element('w:tr', null, [element('w:trPr', null, properties), ...cells.map((cell) => writeCell(cell, size, keepNext))]);
}

function writeCell({ widthTwips, colSpan, merge, stands, bold, content }: CellLayout, size: TableSize, keepNext: boolean): XmlElement {
  const style = valued('w:pStyle', getCellStyle(stands, size));
  const paragraph = element('w:pPr', null, keepNext ? [style, KEEP_NEXT] : [style]);
  const properties = [element('w:tcW', { 'w:w': widthTwips, 'w:type': 'dxa' })];
  if (colSpan > 1) properties.push(valued('w:gridSpan', colSpan));
  if (merge !== 'none') properties.push(valued('w:vMerge', merge === 'start' ? 'restart' : 'continue'));
  if (stands === 'head') properties.push(HEAD_SHADING);
  const children = [element('w:tcPr', null, properties)];
  for (const part of content) {
    if (part.type === 'table') children.push(writeTable(part.layout));
    else children.push(writeLine(part.text, paragraph, bold && stands !== 'head'));
  }
  if (content.at(-1)?.type !== 'line') children.push(element('w:p', null, [paragraph]));
  return element('w:tc', null, children);
}

function writeLine(text: string, paragraph: XmlElement, bold: boolean): XmlElement {
  if (text === '') return element('w:p', null, [paragraph]);
  const properties = [...(hasEastAsian(text) ? [EAST_ASIAN_HINT] : []), ...(bold ? BOLD : [])];
  const written = element('w:t', PRESERVE_SPACE, [toXmlText(text)]);
  const run = element('w:r', null, properties.length > 0 ? [element('w:rPr', null, properties), written] : [written]);
  return element('w:p', null, [paragraph, run]);
}

/** Which parts of the table style apply: LibreOffice reads w:val alone, others the attributes. */
const LOOK = { 'w:lastRow': 0, 'w:firstColumn': 0, 'w:lastColumn': 0, 'w:noHBand': 1, 'w:noVBand': 1 } as const;
const LOOK_WITH_HEAD = element('w:tblLook', { 'w:val': '0620', 'w:firstRow': 1, ...LOOK });
const LOOK_WITHOUT_HEAD = element('w:tblLook', { 'w:val': '0600', 'w:firstRow': 0, ...LOOK });
const CANT_SPLIT = element('w:cantSplit', null);
const ROW_HEIGHT = element('w:trHeight', { 'w:val': 340, 'w:hRule': 'atLeast' });
const REPEATED = element('w:tblHeader', null);
const KEEP_NEXT = element('w:keepNext', null);
const HEAD_SHADING = element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': HEAD_FILL });
const EAST_ASIAN_HINT = element('w:rFonts', { 'w:hint': 'eastAsia' });
const BOLD = [element('w:b', null), element('w:bCs', null)];
const PRESERVE_SPACE = { 'xml:space': 'preserve' } as const;
