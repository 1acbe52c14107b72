import { expect, test } from 'vitest';
import type { Figure, Formula } from '../domain/figure';
import { newId } from '../domain/ids';
import type { Inline } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { runChecks } from './runChecks';

const growth: Extract<Formula, { args: Formula[] }> = {
  op: 'growth',
  args: [
    { op: 'constant', value: '120', unit: '万元' },
    { op: 'constant', value: '100', unit: '万元' },
  ],
};

function buildSnapshot(formula: Formula, before: string): ProjectSnapshot {
  const figure: Figure = {
    figureId: newId(),
    questionId: newId(),
    formula,
    format: { unit: '%', decimals: 2, grouping: false, showUnit: true, wording: '', signByWords: true },
    asOf: null,
    reason: null,
    shown: '20.00%',
  };
  const inlines: Inline[] = [
    { type: 'text', text: before },
    { type: 'figure', figureId: figure.figureId, text: '20.00%' },
  ];
  return {
    details: {
      company: '',
      shortName: '',
      code: '',
      announcementNo: '',
      exchange: 'szse',
      title: '',
      preamble: '',
      closing: true,
      signedOn: '',
      signature: '',
    },
    letters: [],
    replies: [
      {
        questionId: figure.questionId,
        revision: 1,
        sections: [
          {
            sectionId: newId(),
            role: 'statement',
            verifier: null,
            itemIds: [],
            blocks: [{ type: 'paragraph', blockId: newId(), inlines }],
          },
        ],
      },
    ],
    tables: new Map(),
    figures: new Map([[figure.figureId, figure]]),
    pictures: new Map(),
    acceptances: [],
    exemptions: [],
    links: [],
    deferrals: [],
    sources: [],
  };
}

test('says so when the sentence falls while its linked figure rises', () => {
  expect(runChecks(buildSnapshot(growth, '营业收入较上年下降')).map((finding) => [finding.rule, finding.severity])).toEqual([
    ['direction-word', 'error'],
  ]);
  expect(runChecks(buildSnapshot(growth, '营业收入较上年增长'))).toEqual([]);
});

test('says so when the sentence rises while its linked figure falls', () => {
  const fall: Formula = {
    op: 'growth',
    args: [
      { op: 'constant', value: '80', unit: '万元' },
      { op: 'constant', value: '100', unit: '万元' },
    ],
  };
  expect(runChecks(buildSnapshot(fall, '收入增长了')).map((finding) => finding.rule)).toEqual(['direction-word']);
  expect(runChecks(buildSnapshot(fall, '收入下降'))).toEqual([]);
});

test('says so when a turn of the result and the linked result do not go together', () => {
  const result = (value: string): Formula => ({ op: 'constant', value, unit: '%' });
  const money = (value: string, before: string) => {
    const snapshot = buildSnapshot(result(value), before);
    const figures = new Map(
      [...snapshot.figures].map(([id, figure]) => [id, { ...figure, format: { ...figure.format, unit: '万元', signByWords: false } }]),
    );
    return runChecks({ ...snapshot, figures }).map(({ rule, severity }) => `${severity} ${rule}`);
  };
  expect(money('-12', '公司实现扭亏为盈，净利润为')).toEqual(['warning direction-word']);
  expect(money('12', '公司实现扭亏为盈，净利润为')).toEqual([]);
  expect(money('12', '公司由盈转亏，净利润为')).toEqual(['warning direction-word']);
  expect(money('12', '上年由盈转亏，2031 年净利润为')).toEqual([]);
  expect(money('12', '公司由盈转亏，营业收入为')).toEqual([]);
});

test('says a computed value with the digits its figure prints', () => {
  const third: Formula = {
    op: 'growth',
    args: [{ ...growth.args[0]!, value: '110' } as Formula, { ...growth.args[1]!, value: '90' } as Formula],
  };
  expect(runChecks(buildSnapshot(third, '下降'))).toMatchObject([{ rule: 'direction-word', expected: '22.22' }]);
});

test('names what was left open in the text', () => {
  const findings = runChecks(buildSnapshot(growth, '【待财务部提供】增长'));
  expect(findings).toMatchObject([{ rule: 'open-blank', severity: 'warning', stated: '【待财务部提供】' }]);
});

test('takes a title in brackets for what it is', () => {
  expect(runChecks(buildSnapshot(growth, '【核查情况】增长'))).toEqual([]);
});
