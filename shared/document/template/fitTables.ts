import type { FilingBlock } from '../filingBlock';
import { LANDSCAPE_WIDTH_TWIPS, TEXT_WIDTH_TWIPS } from '../pageGeometry';
import type { TableLayout } from '../tableLayout';
import type { TemplatePage } from './documentTemplate';

/** On a line so much wider than the house's tables no longer grow with it. */
const WIDEST_FACTOR = 1.2;

/** The blocks with tables, and the unit lines at their edges, in proportion to a template's line. */
export function fitTables(
  blocks: readonly FilingBlock[],
  { widthTwips, heightTwips, left, right, top, bottom }: TemplatePage,
): FilingBlock[] {
  const upright = Math.min(WIDEST_FACTOR, (widthTwips - left - right) / TEXT_WIDTH_TWIPS);
  const turned = Math.min(WIDEST_FACTOR, (heightTwips - top - bottom) / LANDSCAPE_WIDTH_TWIPS);
  if (upright === 1 && turned === 1) return [...blocks];
  const fit = (block: FilingBlock, factor: number): FilingBlock => {
    if (block.type === 'landscape') return { ...block, blocks: block.blocks.map((inner) => fit(inner, turned)) };
    if (block.type === 'paragraph' && block.outdentTwips !== undefined) {
      return { ...block, outdentTwips: Math.floor(block.outdentTwips * factor) };
    }
    return block.type === 'table' ? { ...block, layout: scaleLayout(block.layout, factor) } : block;
  };
  return blocks.map((block) => fit(block, upright));
}

/** Widths in proportion; each cell keeps the sum of its columns. */
function scaleLayout(layout: TableLayout, factor: number): TableLayout {
  const columnTwips = layout.columnTwips.map((twips) => Math.max(1, Math.floor(twips * factor)));
  const rows = layout.rows.map((row) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      const own = columnTwips.slice(column, column + cell.colSpan);
      column += cell.colSpan;
      const widthTwips = own.reduce((sum, twips) => sum + twips, 0);
      const content = cell.content.map((part) => (part.type === 'table' ? { ...part, layout: scaleLayout(part.layout, factor) } : part));
      return { ...cell, widthTwips, content };
    });
    return { ...row, cells };
  });
  return { ...layout, columnTwips, rows, widthTwips: columnTwips.reduce((sum, twips) => sum + twips, 0) };
}
