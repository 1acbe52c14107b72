import { createInlines } from '../../../../shared/document/filingBlock';
import type { CellLayout, CellLine, RowLayout, TableLayout, TableSize } from '../../../../shared/document/tableLayout';
import { ROW_CHANGE_BAR } from './changeBar';
import { writeInlines } from './inlines';
import { getCellStyle, HEAD_FILL, TABLE_STYLE } from './styles';

/** A laid-out table as w:tbl. Look, borders and margins come from the table style; shading of heads is direct as well (docs/HOUSE-FORMAT.md). */
export function writeTable({ rows, widthTwips, columnTwips, size }: TableLayout): string {
  const hasHead = rows[0]?.cells.every((cell) => cell.stands === 'head') ?? false;
  const grid = columnTwips.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="${TABLE_STYLE}"/><w:tblW w:w="${widthTwips}" w:type="dxa"/><w:jc w:val="center"/>` +
    `<w:tblLayout w:type="fixed"/>${hasHead ? LOOK_WITH_HEAD : LOOK_WITHOUT_HEAD}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `${rows.map((row) => writeRow(row, size)).join('')}</w:tbl>`
  );
}

/** LibreOffice reads the bits of w:val alone, others the attributes. */
const LOOK = 'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"';
const LOOK_WITH_HEAD = `<w:tblLook w:val="0620" w:firstRow="1" ${LOOK}/>`;
const LOOK_WITHOUT_HEAD = `<w:tblLook w:val="0600" w:firstRow="0" ${LOOK}/>`;

function writeRow({ cantSplit, repeats, keepNext, changeBar, cells }: RowLayout, size: TableSize): string {
  const properties = `${cantSplit ? '<w:cantSplit/>' : ''}<w:trHeight w:val="340" w:hRule="atLeast"/>${repeats ? '<w:tblHeader/>' : ''}`;
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells
    .map((cell, index) => writeCell(cell, size, keepNext, changeBar === true && index === cells.length - 1))
    .join('')}</w:tr>`;
}

const HEAD_SHADING = `<w:shd w:val="clear" w:color="auto" w:fill="${HEAD_FILL}"/>`;
const MERGES: Readonly<Record<CellLayout['merge'], string>> = {
  none: '',
  start: '<w:vMerge w:val="restart"/>',
  continue: '<w:vMerge w:val="continue"/>',
};

function writeCell(
  { widthTwips, colSpan, merge, stands, bold, content }: CellLayout,
  size: TableSize,
  keepNext: boolean,
  hasBar: boolean,
): string {
  const properties =
    `<w:tcW w:w="${widthTwips}" w:type="dxa"/>` +
    (colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : '') +
    MERGES[merge] +
    (hasBar ? ROW_CHANGE_BAR : '') +
    (stands === 'head' ? HEAD_SHADING : '');
  const line = `<w:pPr><w:pStyle w:val="${getCellStyle(stands, size)}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>`;
  const emphasis = bold && stands !== 'head' ? ({ bold: true } as const) : {};
  const writeLine = ({ text, inlines }: CellLine) => {
    const own = inlines?.map((inline) => ({ ...inline, ...emphasis })) ?? createInlines(text, emphasis);
    return `<w:p>${line}${writeInlines(own)}</w:p>`;
  };
  const written = content.map((part) => (part.type === 'line' ? writeLine(part) : writeTable(part.layout)));
  if (content.at(-1)?.type !== 'line') written.push(writeLine({ type: 'line', text: '' }));
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${written.join('')}</w:tc>`;
}
