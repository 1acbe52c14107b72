import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import type { FoundFigure } from '../../figures/findFigures';
import { printAmount, readAmount } from '../amount';
import { fromFixedPoint } from '../interval';
import { CHANGE_WORD, RANGE_LINK } from '../prose/proseTerms';
import { listSentences, placeInProse, type ProseBlock } from '../prose/proseBlock';
import { describeCell, placeOfCell } from '../tablePlace';
import { CHANGE_HEAD, METRICS } from './documentTerms';
import type { NearTable } from './textAgainstTable';

/**
 * A stated rate of change of a named row and metric against the column of a table that holds just that: 热量表销售量同比下降 44.74% against
 * 销量变动 −53.84%. A doubt, since another period or scope may be meant; silence once any table has the stated number for that row.
 */
export function checkStatedChangeOfRow(block: ProseBlock, tables: Iterable<NearTable>): Finding[] {
  return listSentences(block).flatMap((sentence) =>
    sentence.figures.flatMap((figure, index): Finding[] => {
      if (figure.unit !== '%' || figure.wording !== '') return [];
      const lead = block.text.slice(sentence.figures[index - 1]?.end ?? sentence.start, figure.start);
      if (!CHANGE_WORD.test(lead) || RANGE_LINK.test(block.text.slice(figure.end, sentence.figures[index + 1]?.start ?? figure.end)))
        return [];
      const words = (lead.split(/[，,]/).at(-1) ?? '').normalize('NFKC').replace(/\s+/g, '');
      const metrics = METRICS.filter((names) => names.some((name) => words.includes(name)));
      if (metrics.length !== 1) return [];
      const finding = compare(block, figure, words, metrics[0]!, tables);
      return finding ? [finding] : [];
    }),
  );
}

function compare(
  block: ProseBlock,
  figure: FoundFigure,
  words: string,
  metric: readonly string[],
  tables: Iterable<NearTable>,
): Finding | null {
  const stated = readAmount(figure)!;
  let doubt: Finding | null = null;
  for (const { table, labels, numbers } of tables) {
    const columns = new Set(
      table.columns.flatMap(({ path }, column) => {
        const head = (path.at(-1) ?? '').replace(/\s+/g, '');
        return CHANGE_HEAD.test(head) && metric.some((name) => head.includes(name)) ? [column] : [];
      }),
    );
    for (const { row, column, amount } of numbers) {
      if (!labels[row]!.some((name) => name.length >= 3 && words.includes(name))) continue;
      const half = (stated.printed.high - stated.printed.low) / 2n;
      const distance = size(size(amount.value) - size(stated.value));
      if (distance <= half) return null;
      if (!columns.has(column) || amount.unit !== '%' || doubt) continue;
      const expected = fromFixedPoint(size(amount.value), figure.decimals);
      doubt = {
        rule: 'text-table-change',
        severity: 'warning',
        message: message('finding.text-table-change', {
          text: `${words.slice(-24)}${figure.text}`,
          cell: describeCell(table, row, column),
          value: printAmount(expected, '%'),
        }),
        expected,
        stated: figure.text,
        places: [placeInProse(block, figure.start, figure.end), placeOfCell(table, row, column, block.questionId)],
      };
    }
  }
  return doubt;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
