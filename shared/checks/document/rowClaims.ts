import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { readNumeral } from '../../letter/numerals';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { listWords } from '../listedWords';
import { placeOfCell } from '../tablePlace';
import { CLAIMED_OPPOSITES, ROW_CLAIM } from './documentTerms';

/** Claims about numbered rows that a row of the last table before them denies: 第一至八名…已按组合计提 against 单项计提 in row 1. */
export function checkRowClaims(block: ProseBlock, tables: readonly DataTable[]): Finding[] {
  return [...block.text.matchAll(ROW_CLAIM)].flatMap((match): Finding[] => {
    const from = readNumeral(match[1]!);
    const to = readNumeral(match[2]!);
    const opposites = CLAIMED_OPPOSITES.find(({ claim }) => claim.test(match[0]));
    const table = from !== null && to !== null && to > from ? tables.findLast(isNumbered) : undefined;
    if (!opposites || !table) return [];
    const denying = table.rows.flatMap((row, index) => {
      const no = Number(row.cells[0]?.text);
      if (row.cells[0]?.covered || !Number.isInteger(no) || no < from! || no > to!) return [];
      const column = row.cells.findIndex((cell) => opposites.opposite.test(cell.text.replace(/\s+/g, '')));
      return column < 0 ? [] : [{ no, place: placeOfCell(table, index, column, block.questionId) }];
    });
    if (denying.length === 0) return [];
    return [
      {
        rule: 'claim-against-rows',
        severity: 'error',
        message: message('finding.claim-against-rows', {
          from: from!,
          to: to!,
          rows: listWords(denying.map(({ no }) => String(no))),
          words: denying[0]!.place.text,
        }),
        expected: null,
        stated: opposites.claim.exec(match[0])![0],
        places: [placeInProse(block, match.index, match.index + match[0].length), ...denying.map(({ place }) => place)],
      },
    ];
  });
}

function isNumbered(table: DataTable): boolean {
  return table.rows.filter((row) => /^\d{1,2}$/.test(row.cells[0]?.text ?? '')).length >= 3;
}
