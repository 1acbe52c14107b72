import type { Warning } from '../../../../shared/domain/place';
import type { RawPart } from '../../../../shared/tables/rawTable';
import { NESTED_TABLE_MARK, readCellMarkup } from '../../../../shared/tables/readCellMarkup';

const NOT_SHOWN =
  /<!--[\s\S]*?-->|<(head|style|script|xml)\b[\s\S]*?<\/\1\s*>|<!doctype[^>]*>|<\?xml[^>]*>|<\/?(?:html|body|center|o:p|x:[a-z]+)\b[^>]*>/gi;

/** Reads an HTML page as paragraphs and tables in reading order. Scripts, styles and comments are not shown, so they are not read. */
export function readHtmlTables(html: string): { parts: RawPart[]; warnings: Warning[] } {
  const { text, nested } = readCellMarkup(html.replace(NOT_SHOWN, ''));
  let table = 0;
  const parts: RawPart[] = [];
  text.split('\n').forEach((line, i) => {
    if (line === '') return;
    if (line !== NESTED_TABLE_MARK) {
      parts.push({ type: 'paragraph', text: line, place: { paragraph: i + 1 } });
      return;
    }
    table += 1;
    parts.push({ type: 'table', table: { ...nested[table - 1]!, place: { table } } });
  });
  return { parts, warnings: [] };
}
