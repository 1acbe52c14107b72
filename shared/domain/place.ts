import type { Message } from './message';

/** Where something stands in a received file. Lines, pages, paragraphs and tables count from 1; `range` is a sheet range such as B3:F20. */
export type Place = {
  page?: number;
  sheet?: string;
  range?: string;
  line?: number;
  endLine?: number;
  paragraph?: number;
  table?: number;
};

/** Something a reader could not take in or was not sure of: nothing is dropped in silence. `message` is said in the language of whoever reads it. */
export type Warning = { code: string; message: Message | string; file: string; place: Place | null };

/** A place in words for lists and messages: "第 12–15 行", "工作表“收入” B3:F20". Empty when nothing is known. */
export function describePlace(place: Place | null): string {
  if (!place) return '';
  const words: string[] = [];
  if (place.page !== undefined) words.push(`第 ${place.page} 页`);
  if (place.sheet !== undefined) words.push(`工作表“${place.sheet}”`);
  if (place.range !== undefined) words.push(place.range);
  if (place.table !== undefined) words.push(`表 ${place.table}`);
  if (place.paragraph !== undefined) words.push(`第 ${place.paragraph} 段`);
  if (place.line !== undefined) {
    const end = place.endLine !== undefined && place.endLine !== place.line ? `–${place.endLine}` : '';
    words.push(`第 ${place.line}${end} 行`);
  }
  return words.join(' ');
}
