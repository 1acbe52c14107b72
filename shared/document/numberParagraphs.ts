import type { FilingBlock, ParagraphStyle } from './filingBlock';

/** Paragraphs that carry a number: those a reader reads, not unit lines, spacers and what stands in or under tables. */
const NUMBERED: ReadonlySet<ParagraphStyle> = new Set<ParagraphStyle>([
  'ReplyBody',
  'ReplyLead',
  'PartHeading',
  'QuestionText',
  'Heading1',
  'Heading2',
  'Heading3',
  'Heading4',
  'Heading5',
  'Heading6',
]);

/** The blocks with a number in the margin before each paragraph of text, counting through the document. */
export function numberParagraphs(blocks: readonly FilingBlock[]): FilingBlock[] {
  let last = 0;
  return blocks.flatMap((block): FilingBlock[] => {
    const isRead = block.type === 'listItem' || (block.type === 'paragraph' && NUMBERED.has(block.style) && block.inlines.length > 0);
    return isRead ? [{ type: 'marginNumber', number: ++last }, block] : [block];
  });
}
