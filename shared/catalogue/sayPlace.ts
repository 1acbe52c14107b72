import type { Place } from '../domain/place';
import type { SearchHit } from '../ipc/results';
import { say } from './catalogue';
import type { Language } from './defineWords';

/** A place in words: 第 12–15 行, sheet “收入” B3:F20. Empty when nothing is known. */
export function sayPlace(language: Language, place: Place | null): string {
  if (!place) return '';
  const { page, sheet, range, table, paragraph, line, endLine } = place;
  const parts = [
    page !== undefined && say(language, 'place.page', { page }),
    sheet !== undefined && say(language, 'place.sheet', { sheet }),
    range,
    table !== undefined && say(language, 'place.table', { table }),
    paragraph !== undefined && say(language, 'place.paragraph', { paragraph }),
    line !== undefined &&
      (endLine !== undefined && endLine !== line ? say(language, 'place.lines', { line, endLine }) : say(language, 'place.line', { line })),
  ];
  return parts.filter(Boolean).join(' ');
}

/** Where a search hit stands, in words: its question, or its table's caption and place. */
export function sayHitPlace(
  language: Language,
  { questionNo, caption, place }: Pick<SearchHit, 'questionNo' | 'caption' | 'place'>,
): string {
  const question = questionNo === undefined ? '' : say(language, 'matter.question', { no: questionNo });
  return [question, caption, sayPlace(language, place)].filter(Boolean).join(' ');
}
