import { describe, expect, it } from 'vitest';
import { findFigures } from './findFigures';
import { type CandidateCell, proposeCandidates } from './proposeCandidates';

const cell = (name: string, value: string, unit: string | null, row: string, column: string): CandidateCell & { name: string } => ({
  name,
  value,
  unit,
  rowPath: [row],
  columnPath: [column],
  caption: null,
});

function propose(sentence: string, cells: readonly (CandidateCell & { name: string })[]) {
  return proposeCandidates(findFigures(sentence)[0]!, sentence, cells).map((candidate) => candidate.cell.name);
}

describe('proposeCandidates', () => {
  it('finds cells by value after conversion and rounding, and leaves out all others', () => {
    const cells = [
      cell('yuan', '432150000.00', '元', '营业收入', '2030年度'),
      cell('wan', '43215.00', '万元', '营业收入', '2030年度'),
      cell('near', '43250.01', '万元', '营业收入', '2030年度'),
      cell('pieces', '4.32', '件', '产量', '2030年度'),
    ];
    expect(propose('营业收入 4.32 亿元', cells)).toEqual(['yuan', 'wan']);
  });

  it('puts the row and column the sentence speaks of first', () => {
    const cells = [
      cell('other', '12.50', '万元', '管理费用', '2029年度'),
      cell('row', '12.50', '万元', '研发费用', '2029年度'),
      cell('both', '12.50', '万元', '研发费用', '2030年度'),
    ];
    expect(propose('2030 年度研发费用为 12.50 万元', cells)).toEqual(['both', 'row', 'other']);
  });

  it('prefers the same sign, and takes the other with the remark that only the amount agrees', () => {
    const cells = [cell('plus', '33.35', '%', '营业收入', '变动'), cell('minus', '-33.35', '%', '营业收入', '变动')];
    const figure = findFigures('营业收入同比下降 33.35%')[0]!;
    expect(proposeCandidates(figure, '', cells).map((candidate) => [candidate.cell.name, candidate.sameSign])).toEqual([
      ['minus', true],
      ['plus', false],
    ]);
  });

  it('accepts percentage points a table prints with %, and cells whose unit is not known, after those that fit', () => {
    const cells = [
      cell('unknown', '0.89', null, '毛利率', '变动'),
      cell('rate', '0.89', '%', '毛利率', '变动'),
      cell('point', '0.89', '个百分点', '毛利率', '变动'),
    ];
    expect(propose('增长 0.89 个百分点', cells)).toEqual(['point', 'rate', 'unknown']);
  });
});
