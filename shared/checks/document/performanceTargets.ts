import type { DataTable } from '../../domain/dataTable';
import type { Finding, FindingPlace } from '../../domain/finding';
import type { QuestionId } from '../../domain/ids';
import { message } from '../../domain/message';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { listWords } from '../listedWords';
import { placeOfCell } from '../tablePlace';
import { TARGET_IN_CELL, TARGETS_IN_PROSE } from './documentTerms';
import { addTo } from '../../util/multimap';

type Target = { rate: string; place: FindingPlace };

/** Performance targets of an incentive plan as prose repeats them against the plan's table: year, metric, base year and rate. */
export function checkPerformanceTargets(tables: readonly DataTable[], prose: readonly ProseBlock[], questionId: QuestionId): Finding[] {
  const targets = readTargets(tables, questionId);
  if (targets.size === 0) return [];
  return prose.flatMap((block) =>
    [...squashed(block.text).matchAll(TARGETS_IN_PROSE)].flatMap((match): Finding[] => {
      const [whole, base, metric, from, to, rates = ''] = match;
      const printed = rates.match(/\d+(?:\.\d+)?(?=%)/g) ?? [];
      const years = Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, index) => Number(from) + index);
      if (printed.length !== years.length) return [];
      return years.flatMap((year, index) => {
        const known = targets.get(`${year} ${metric} ${base}`);
        if (!known || known.some(({ rate }) => Number(rate) === Number(printed[index]))) return [];
        return [
          {
            rule: 'target-differs',
            severity: 'error' as const,
            message: message('finding.target-differs', {
              year,
              metric: metric!,
              base: base!,
              rate: printed[index]!,
              table: listWords(known.map(({ rate }) => `${rate}%`)),
            }),
            expected: known[0]!.rate,
            stated: `${printed[index]}%`,
            places: [{ ...placeInProse(block, 0, 0), text: whole.slice(0, 60) }, ...known.map(({ place }) => place)],
          },
        ];
      });
    }),
  );
}

function readTargets(tables: readonly DataTable[], questionId: QuestionId): Map<string, Target[]> {
  const targets = new Map<string, Target[]>();
  for (const table of tables) {
    table.rows.forEach((row, index) => {
      row.cells.forEach((cell, column) => {
        if (cell.covered || !cell.text.includes('不低于')) return;
        for (const [, year, metric, base, rate] of squashed(cell.text).matchAll(TARGET_IN_CELL)) {
          const key = `${year} ${metric} ${base}`;
          const target = { rate: rate!, place: placeOfCell(table, index, column, questionId) };
          addTo(targets, key, target);
        }
      });
    });
  }
  return targets;
}

function squashed(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('％', '%');
}
