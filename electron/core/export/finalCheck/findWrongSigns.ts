import type { DataTable } from '../../../../shared/domain/dataTable';
import { Decimal } from '../../../../shared/util/decimal';
import { findElements, getElements, getText, type XmlElement } from './xmlTree';

/** A printed number whose sign is not its cell's: the row it stands in, and both ways of writing it. */
export type WrongSign = { row: string; printed: string; value: string };

type PrintedCell = { text: string; row: string };

/** A number alone in a cell, with its sign as written. */
const NUMBER = /^([-－−–—‐]?)\s*[\d,]+(?:\.\d+)?\s*%?$|^([(（])\s*[\d,]+(?:\.\d+)?\s*%?[)）]$/;

/**
 * Every number in the tables of a file that is printed with another sign than its cell has. A table of the file is the project's whose cells print
 * the same letters and digits in the same order; where two do, the one that fits better counts.
 */
export function findWrongSigns(stories: readonly XmlElement[], tables: Iterable<DataTable>): WrongSign[] {
  const known = new Map<string, DataTable[]>();
  for (const table of tables) {
    const key = listOwn(table)
      .map(({ text }) => keep(text))
      .join('\t');
    known.set(key, [...(known.get(key) ?? []), table]);
  }
  const printed = stories.flatMap((story) => findElements(story, 'w:tbl').map(listPrinted));
  return printed.flatMap((cells) => {
    const candidates = known.get(cells.map(({ text }) => keep(text)).join('\t')) ?? [];
    return candidates.map((table) => compare(cells, table)).toSorted((a, b) => a.length - b.length)[0] ?? [];
  });
}

function compare(printed: readonly PrintedCell[], table: DataTable): WrongSign[] {
  const own = listOwn(table);
  return printed.flatMap(({ text, row }, index) => {
    const { value } = own[index]!;
    const match = NUMBER.exec(text);
    if (match === null || value === null || new Decimal(value).isZero()) return [];
    const isNegative = Boolean(match[1] ?? match[2]);
    return isNegative === new Decimal(value).isNegative() ? [] : [{ row, printed: text, value }];
  });
}

function listOwn({ rows }: DataTable): { text: string; value: string | null }[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => !cell.covered && keep(cell.text) !== ''));
}

function listPrinted(table: XmlElement): PrintedCell[] {
  return getElements(table, 'w:tr').flatMap((line) => {
    const texts = getElements(line, 'w:tc').map((cell) => getElements(cell, 'w:p').map(getText).join('').trim());
    return texts.filter((text) => keep(text) !== '').map((text) => ({ text, row: texts[0]! }));
  });
}

/** Letters and digits, without blanks, signs and marks. */
function keep(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
