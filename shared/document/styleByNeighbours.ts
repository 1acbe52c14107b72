import { type FilingBlock, type FilingParagraph, getFilingText } from './filingBlock';
import { NOTE_START, SOURCE_START } from './filingWords';

/**
 * Gives paragraphs the style their neighbours call for: a note typed under a table, a source under a picture or chart, and the last paragraph
 * before a unit line, table, picture or chart, which then stays on the page of what it introduces (a landscape page too: `turnLeads`).
 */
export function styleByNeighbours(blocks: readonly FilingBlock[]): FilingBlock[] {
  return markLeads(markNotesAndSources(dropRepeatedUnits(blocks)));
}

/** A caption that names the unit itself (…情况（单位：万元）) needs no unit line below it. */
function dropRepeatedUnits(blocks: readonly FilingBlock[]): FilingBlock[] {
  return blocks.flatMap((block, index): FilingBlock[] => {
    const before = blocks[index - 1];
    if (before?.type !== 'paragraph' || before.style === 'TableNote') return [block];
    const said = squash(getFilingText(before.inlines));
    const [first, ...rest] = block.type === 'landscape' ? block.blocks : [block];
    if (!isStyled(first, 'TableUnit') || !said.includes(squash(getFilingText(first.inlines)))) return [block];
    return block.type === 'landscape' ? [{ ...block, blocks: rest }] : [];
  });
}

function squash(text: string): string {
  return text.replaceAll(/\s/g, '').replaceAll(':', '：');
}

function markNotesAndSources(blocks: readonly FilingBlock[]): FilingBlock[] {
  const styled: FilingBlock[] = [];
  for (const block of blocks) {
    const last = styled.at(-1);
    if (isNoteStart(block) && isTableEnd(last)) {
      if (isStyled(last, 'AfterTable')) styled.pop();
      styled.push({ ...block, style: 'TableNote' });
    } else if (isSource(block) && (last?.type === 'picture' || last?.type === 'chart')) {
      styled.push({ ...block, style: 'FigureSource' });
    } else {
      styled.push(block);
    }
  }
  return styled;
}

function isNoteStart(block: FilingBlock): block is FilingParagraph {
  return isStyled(block, 'ReplyBody') && NOTE_START.test(getFilingText(block.inlines));
}

function isTableEnd(block: FilingBlock | undefined): boolean {
  return isStyled(block, 'AfterTable') || isStyled(block, 'TableNote');
}

function isSource(block: FilingBlock): block is FilingParagraph {
  return isStyled(block, 'ReplyBody') && SOURCE_START.test(getFilingText(block.inlines));
}

function markLeads(blocks: readonly FilingBlock[]): FilingBlock[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    if (next === undefined || !isIntroduced(next)) return block;
    if (isStyled(block, 'ReplyBody')) return { ...block, style: 'ReplyLead' };
    return block.type === 'listItem' ? { ...block, keepNext: true } : block;
  });
}

function isIntroduced(block: FilingBlock): boolean {
  return isStyled(block, 'TableUnit') || ['table', 'picture', 'chart', 'landscape'].includes(block.type);
}

function isStyled(block: FilingBlock | undefined, style: FilingParagraph['style']): block is FilingParagraph {
  return block?.type === 'paragraph' && block.style === style;
}
