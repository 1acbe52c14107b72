import type { Warning } from '../domain/place';
import { type FilingBlock, getFilingText } from './filingBlock';
import { BLANK, PICTURE_MARK } from './filingWords';

/** Characters of a heading that say where a blank stands. */
const QUOTE_LENGTH = 24;

/**
 * What a document still lacks: its visible blanks and the pictures that could not be written, each with the heading or line it stands
 * under. An export succeeds all the same; nobody should file one that has any.
 */
export function findBlanks(blocks: readonly FilingBlock[], file: string): Warning[] {
  const warnings: Warning[] = [];
  let heading = '';
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue;
    const text = getFilingText(block.inlines);
    if (block.style.startsWith('Heading')) heading = text.slice(0, QUOTE_LENGTH);
    const where = text === BLANK ? heading : text.replaceAll('\t', ' ');
    if (text.includes(BLANK)) warnings.push({ code: 'blank-left', message: `仍有空白待填：${where}`, file, place: null });
    if (text.startsWith(PICTURE_MARK))
      warnings.push({ code: 'picture-not-written', message: `图片未能写入，已留标记：${text}`, file, place: null });
  }
  return warnings;
}
