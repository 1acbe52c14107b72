import type { Place } from '../../shared/domain/place';
import type { Words } from '../ui/language';

/** A place in words of the language on screen: 第 12–15 行, sheet “收入” B3:F20. Empty when nothing is known. */
export function sayPlace(place: Place | null, say: Words['say']): string {
  if (!place) return '';
  const { page, sheet, range, table, paragraph, line, endLine } = place;
  const parts = [
    page !== undefined && say('place.page', { page }),
    sheet !== undefined && say('place.sheet', { sheet }),
    range,
    table !== undefined && say('place.table', { table }),
    paragraph !== undefined && say('place.paragraph', { paragraph }),
    line !== undefined && (endLine !== undefined && endLine !== line ? say('place.lines', { line, endLine }) : say('place.line', { line })),
  ];
  return parts.filter(Boolean).join(' ');
}
