import { diffSequence } from '../../util/diffSequence';
import { type FilingBlock, getFilingText } from '../filingBlock';
import type { TableLayout } from '../tableLayout';
import { measureLikeness } from './diffText';

/** A block of the later document with what it was: the same, reworked from `former`, or new (null); `removed` stood before it and is gone. */
export type AlignedBlock = { block: FilingBlock; former: FilingBlock | null; isSame: boolean; removed: FilingBlock[] };

/** Likeness from which a block counts as another one reworked. */
const LEAST_LIKENESS = 0.4;

/** Each block of the later document beside its former one; `rest` is what was removed at the end. */
export function alignBlocks(
  before: readonly FilingBlock[],
  after: readonly FilingBlock[],
): { aligned: AlignedBlock[]; rest: FilingBlock[] } {
  const aligned: AlignedBlock[] = [];
  let gone: FilingBlock[] = [];
  for (const run of diffSequence(before.map(printBlock), after.map(printBlock))) {
    const [former, later] = [before.slice(...run.before), after.slice(...run.after)];
    if (run.kind === 'removed') gone = former;
    if (run.kind === 'removed') continue;
    if (run.kind === 'same') {
      aligned.push(...later.map((block, index) => ({ block, former: former[index]!, isSame: true, removed: index === 0 ? gone : [] })));
      gone = [];
      continue;
    }
    for (const block of later) {
      const match = gone.findIndex(
        (one) => one.type === block.type && measureLikeness(printBlock(one), printBlock(block)) >= LEAST_LIKENESS,
      );
      const removed = match < 0 ? [] : gone.slice(0, match);
      aligned.push({ block, former: match < 0 ? null : gone[match]!, isSame: false, removed });
      if (match >= 0) gone = gone.slice(match + 1);
    }
  }
  return { aligned, rest: gone };
}

/** A block as text: what two blocks must share to be the same. Styles follow from neighbours and say nothing of their own. */
export function printBlock(block: FilingBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'listItem':
      return getFilingText(block.inlines);
    case 'table':
      return `\u0000${printLayout(block.layout)}`;
    case 'landscape':
      return block.blocks.map(printBlock).join('\n');
    case 'picture':
      return `\u0000${block.mime} ${block.bytes.length} ${block.alt}`;
    case 'pageBreak':
    case 'marginNumber':
      return '\u0000';
    default:
      // A kind that other documents alone hold (charts, notes) is compared whole.
      return `\u0000${JSON.stringify(block)}`;
  }
}

function printLayout(layout: TableLayout): string {
  return layout.rows.map((row) => row.cells.map((cell) => printCell(cell.content)).join('\t')).join('\n');
}

/** A cell's text, tables inside it included. */
export function printCell(content: TableLayout['rows'][number]['cells'][number]['content']): string {
  return content.map((part) => (part.type === 'line' ? part.text : printLayout(part.layout))).join('\v');
}
