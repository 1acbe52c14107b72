import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { readNumeral } from '../../letter/numerals';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { listWords } from '../listedWords';
import { placeOfCell } from '../tablePlace';
import { ALL_ROWS_CLAIM, CLAIMED_OPPOSITES, EXCEPTED, ROW_CLAIM } from './documentTerms';

type Opposites = (typeof CLAIMED_OPPOSITES)[number];

/**
 * Claims about rows that a row of the last table before them denies: 第一至八名…已按组合计提 against 单项计提 in row 1, 上述客户均不存在关联关系
 * against 是 under 是否关联方. `close` is the table right before the claim: a claim about all rows speaks of no other.
 */
export function checkRowClaims(block: ProseBlock, tables: readonly DataTable[], close: DataTable | null): Finding[] {
  return [...checkNumberedRows(block, tables), ...(close ? checkAllRows(block, close) : [])];
}

function checkNumberedRows(block: ProseBlock, tables: readonly DataTable[]): Finding[] {
  return [...block.text.matchAll(ROW_CLAIM)].flatMap((match): Finding[] => {
    const from = readNumeral(match[1]!);
    const to = readNumeral(match[2]!);
    const opposites = findOpposites(match[0]);
    const table = from !== null && to !== null && to > from ? tables.findLast(isNumbered) : undefined;
    if (!opposites || !table) return [];
    const denying = table.rows.flatMap((row, index) => {
      const no = Number(row.cells[0]?.text);
      if (row.cells[0]?.covered || !Number.isInteger(no) || no < from! || no > to!) return [];
      const column = findDenial(table, index, opposites);
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

function checkAllRows(block: ProseBlock, table: DataTable): Finding[] {
  return [...block.text.matchAll(ALL_ROWS_CLAIM)].flatMap((match): Finding[] => {
    const opposites = EXCEPTED.test(match[0]) ? undefined : (findOpposites(match[0]) ?? readYesOrNo(match[0], table));
    if (!opposites) return [];
    const denying = table.rows.flatMap((row, index) => {
      if (index < table.headerRows || row.role !== 'body') return [];
      const column = findDenial(table, index, opposites);
      return column < 0 ? [] : [placeOfCell(table, index, column, block.questionId)];
    });
    const [first] = denying;
    if (!first) return [];
    return [
      {
        rule: 'claim-against-rows',
        severity: 'error',
        message: message('finding.claim-against-all-rows', { row: first.label ?? '', words: first.text }),
        expected: null,
        stated: opposites.claim.exec(match[0])![0],
        places: [placeInProse(block, match.index, match.index + match[0].length), ...denying],
      },
    ];
  });
}

function findOpposites(claim: string): Opposites | undefined {
  return CLAIMED_OPPOSITES.find((opposites) => opposites.claim.test(claim));
}

/** What a claim about all rows says of a column headed 是否…: 均未计提跌价准备 is denied by 是 under 是否计提跌价. */
function readYesOrNo(claim: string, table: DataTable): Opposites | undefined {
  const said = /(?:均|都|全部)(?:已经|已|为)?(?<no>未|不|无)?(?<act>[\u4e00-\u9fa5]{2,12})/.exec(claim.replace(/\s+/g, ''))?.groups;
  const act = said?.['act'];
  if (said === undefined || act === undefined) return undefined;
  const asks = (head: string) => {
    const asked = /^是否(?:已|为)?(.{2,12})$/.exec(head)?.[1];
    return asked !== undefined && (act.startsWith(asked) || asked.startsWith(act));
  };
  const isAsked = table.columns.some(({ path }) => asks(squash(path.at(-1) ?? '')));
  return isAsked ? { claim: /(?:均|都|全部).{2,14}/, opposite: said['no'] ? /^是$/ : /^否$/, head: { test: asks } } : undefined;
}

/** The column in which a row says the opposite; -1 where none does. */
function findDenial(table: DataTable, row: number, { opposite, head }: Opposites): number {
  return table.rows[row]!.cells.findIndex(
    (cell, column) => opposite.test(squash(cell.text)) && (!head || head.test(squash(table.columns[column]?.path.at(-1) ?? ''))),
  );
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}

function isNumbered(table: DataTable): boolean {
  return table.rows.filter((row) => /^\d{1,2}$/.test(row.cells[0]?.text ?? '')).length >= 3;
}
