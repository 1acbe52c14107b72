import type { FoundFigure } from './findFigures';

const CLAUSE_END = /[。；;！？\n]/;

/** The clause a figure stands in, up to the next figure's distance: what its metric, entity and period are read from. */
export function getFigureContext(text: string, figure: Pick<FoundFigure, 'start' | 'end'>): string {
  let start = figure.start;
  while (start > 0 && !CLAUSE_END.test(text[start - 1]!)) start--;
  let end = figure.end;
  while (end < text.length && !CLAUSE_END.test(text[end]!)) end++;
  return text.slice(start, end);
}
