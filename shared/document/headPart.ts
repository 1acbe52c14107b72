import type { Question } from '../domain/letter';
import { createParagraph, type FilingParagraph, type ParagraphStyle } from './filingBlock';
import { printAsked } from './questionBlocks';

/** The headings over several questions above the first of them, the outer first; none above the others. */
export function headPart({ partHeading }: Pick<Question, 'partHeading'>, style: ParagraphStyle = 'PartHeading'): FilingParagraph[] {
  const lines = (partHeading ?? '').split('\n').map(printAsked);
  return lines.filter((line) => line !== '').map((line) => createParagraph(style, line));
}
