import { message, type Message } from '../../../../shared/domain/message';
import { listParagraphs, sayStoryPlace, type Placed } from './storyPlaces';

/** A number with its sign alone in a cell, written otherwise than with the plain hyphen before it. */
const HIDDEN_MINUS =
  /^(?:[-−–—－‐‑]?[（(]\s*[-−–—－‐‑]?\s*[\d,，]+(?:[.．]\d+)?\s*[%％]?\s*[)）]\s*[%％]?|[−–—－‐‑]\s*[\d,，]+(?:[.．]\d+)?\s*[%％]?|[\d,，]+(?:[.．]\d+)?\s*[%％]?[-−–—－‐‑]|[△▲负]\s*[\d,，]+(?:[.．]\d+)?\s*[%％]?)$/;

/** 3 (2) and the like in a column of serial numbers are labels: a bracketed integer of one or two digits is no amount. */
const LABEL = /^[（(]\s*\d{1,2}\s*[)）]$/;

/** The true or full-width minus before digits in running text, where the hyphen stands everywhere else. */
const FOREIGN_MINUS = /(?<![\dA-Za-z%％)）\]])[−]\s*\d|(?<=[为至是约（(：，、；“]|^)－\s*\d/;

/** Negative numbers whose sign a reader could miss, or lose in copying: in cells anything but a hyphen, in text the signs of other fonts. */
export function findHiddenMinuses(placed: readonly Placed[]): Message[] {
  return listParagraphs(placed).flatMap(({ place, text }) => {
    const trimmed = text.trim();
    if (place.table !== null && !LABEL.test(trimmed) && HIDDEN_MINUS.test(trimmed))
      return [message('warning.final-minus', { text: trimmed, where: sayStoryPlace(place, trimmed) })];
    const at = FOREIGN_MINUS.exec(text)?.index;
    if (at === undefined) return [];
    const quote = text.slice(Math.max(0, at - 8), at + 12);
    return [message('warning.final-minus', { text: quote, where: sayStoryPlace(place, quote) })];
  });
}

/** A formula as a text file spells it, such as $A_n \\leq A$, which no reader should see. */
const FORMULA_CODE = /\$[^$\n]*(?:\\[a-z]+|[_^])[^$\n]*\$/i;

/** Formulas left in code. */
export function findFormulaCode(placed: readonly Placed[]): Message[] {
  return listParagraphs(placed).flatMap(({ place, text }) => {
    const code = FORMULA_CODE.exec(text)?.[0];
    return code === undefined ? [] : [message('warning.final-formula', { text: code.slice(0, 30), where: sayStoryPlace(place) })];
  });
}
