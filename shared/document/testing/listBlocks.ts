import { type FilingBlock, getFilingText } from '../filingBlock';

/** Each block in one line: style and text, as a reader would list them. */
export function listBlocks(blocks: readonly FilingBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
        return `${block.style} ${getFilingText(block.inlines)}`.trim();
      case 'listItem':
        return `${block.kind} ${block.list}.${block.depth} ${getFilingText(block.inlines)}`;
      case 'landscape':
        return ['landscape', ...listBlocks(block.blocks)];
      case 'table':
        return `table ${block.layout.columnTwips.length}x${block.layout.rows.length}`;
      case 'chart':
        return `chart ${block.chart.kind} ${block.chart.series.length}x${block.chart.categories.length} ${block.alt}`;
      case 'pageBreak':
        return 'pageBreak';
      case 'marginNumber':
        return `[${block.number}]`;
      case 'picture':
        return `picture ${block.widthPx}x${block.heightPx} ${block.alt}`;
    }
  });
}
