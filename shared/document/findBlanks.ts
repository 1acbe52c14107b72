import { message } from '../domain/message';
import type { Warning } from '../domain/place';
import { type FilingBlock, getFilingText } from './filingBlock';
import { BLANK, PICTURE_MARK } from './filingWords';

/** Characters quoted of a heading, and of the text before a blank. */
const QUOTE_LENGTH = 20;

/**
 * What a document still lacks: each visible blank and each picture that could not be written, with the words or the heading it stands
 * under. An export succeeds all the same; nobody should file one that has any.
 */
export function findBlanks(blocks: readonly FilingBlock[], file: string): Warning[] {
  const warnings: Warning[] = [];
  let heading = '';
  for (const block of blocks) {
    if (block.type !== 'paragraph') continue;
    const text = getFilingText(block.inlines);
    if (block.style.startsWith('Heading')) heading = text.slice(0, QUOTE_LENGTH);
    for (const where of quoteBlanks(text)) {
      const named = text.trim() === BLANK ? heading : where === BLANK ? text.trim().slice(0, QUOTE_LENGTH) : where;
      warnings.push({ code: 'blank-left', message: message('warning.blank-left', { where: named }), file, place: null });
    }
    if (text.startsWith(PICTURE_MARK))
      warnings.push({ code: 'picture-not-written', message: message('warning.picture-not-written', { mark: text }), file, place: null });
  }
  return warnings;
}

/** Each blank of a text with a few words before it, of the same field where tabs part fields. */
function quoteBlanks(text: string): string[] {
  return text
    .split(BLANK)
    .slice(0, -1)
    .map((before) => `${before.split('\t').at(-1)!.slice(-QUOTE_LENGTH)}${BLANK}`);
}
