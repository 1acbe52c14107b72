import { createInlines, type FilingBlock, type FilingInline } from './filingBlock';
import { mayHoldFormula, splitFormulas } from './formulas';
import { dropAddressBrackets } from './plainAddress';
import type { TableLayout } from './tableLayout';

/** The blocks with formulas as they are printed, A≥A with a lowered m, and plain addresses. The last step before a file or a page is written. */
export function setFormulas(blocks: readonly FilingBlock[]): FilingBlock[] {
  return blocks.map((block): FilingBlock => {
    switch (block.type) {
      case 'paragraph':
      case 'listItem':
        return block.inlines.some(mayChange) ? { ...block, inlines: block.inlines.flatMap(setInline) } : block;
      case 'table':
        return { ...block, layout: setTable(block.layout) };
      case 'landscape':
        return { ...block, blocks: setFormulas(block.blocks) };
      default:
        return block;
    }
  });
}

function mayChange(inline: FilingInline): boolean {
  if (inline.type === 'footnote') return dropAddressBrackets(inline.note) !== inline.note;
  return inline.type === 'text' && (mayHoldFormula(inline.text) || dropAddressBrackets(inline.text) !== inline.text);
}

/** The words of a cross reference stay whole: they are one field. */
function setInline(inline: FilingInline): FilingInline[] {
  if (inline.type === 'footnote') return [{ ...inline, note: dropAddressBrackets(inline.note) }];
  if (inline.type !== 'text' || inline.refersTo !== undefined) return [inline];
  const text = dropAddressBrackets(inline.text);
  const pieces = splitFormulas(text);
  if (pieces === null) return [{ ...inline, text }];
  return pieces.map(({ text, stands }) => ({ ...inline, type: 'text', text, ...(stands !== 'line' && { [stands]: true as const }) }));
}

function setTable(layout: TableLayout): TableLayout {
  const parts = layout.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content));
  if (!parts.some((part) => part.type === 'table' || mayHoldFormula(part.text))) return layout;
  const rows = layout.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      content: cell.content.map((part) => {
        if (part.type === 'table') return { ...part, layout: setTable(part.layout) };
        if (!mayHoldFormula(part.text)) return part;
        const inlines = (part.inlines ?? createInlines(part.text)).flatMap(setInline);
        return inlines.some((inline) => inline.type === 'text' && (inline.sub || inline.sup)) ? { ...part, inlines } : part;
      }),
    })),
  }));
  return { ...layout, rows };
}
