import { expect, test } from 'vitest';
import type { ReadPart, ReadTable } from '../../domain/dataTable';
import type { Block } from '../../domain/reply';
import { buildSnapshot, heading, paragraph, tableBlock } from '../testing/buildSnapshot';
import { buildTable } from '../testing/buildTable';
import { compareOpinion } from './compareOpinion';

const TABLE = buildTable('t', {
  unit: '万元',
  rows: [
    ['项目', '2024年度', '2023年度'],
    ['材料', '1,234.56', '1,100.00'],
    ['人工', '781.83', '700.00'],
  ],
});
const TEXT = '年报显示，公司应收账款增长较快。请你公司说明原因。请会计师核查并发表明确意见。';

const snapshot = buildSnapshot({
  questions: [
    {
      no: '1',
      text: TEXT,
      verifications: [{ role: 'auditor' }],
      sections: [
        {
          blocks: [
            heading(2, '一、公司说明及分析'),
            paragraph('报告期末，公司应收账款 4,315.77 万元，同比增长 33.35%。'),
            tableBlock('t'),
            paragraph('综上，应收账款增长具有合理性。'),
          ],
        },
        { role: 'procedures', verifier: 'auditor', blocks: [] },
      ],
    },
    { no: '2', text: '请说明现金流。', sections: [{ blocks: [paragraph('已说明。')] }] },
  ],
  tables: [TABLE],
});

const say = (text: string): ReadPart => ({ type: 'paragraph', text, place: {} });
const showTable = (change: (text: string) => string = (text) => text): ReadPart => ({
  type: 'table',
  table: {
    ...TABLE,
    columns: TABLE.columns.map(({ path }) => path),
    rows: TABLE.rows.map(({ cells }) => cells.map((cell) => ({ ...cell, text: change(cell.text) }))),
    rowRoles: TABLE.rows.map(({ role }) => role),
  } as unknown as ReadTable,
});

const OPINION = [
  '二、会计师核查程序',
  '1、获取了应收账款明细表；',
  '2、检查了期后回款。',
  '三、会计师核查结论',
  '经核查，会计师认为：应收账款增长具有合理性。',
].map(say);

/** The firm's document with its statement as given. */
const firm = (statement: readonly ReadPart[], question = TEXT): ReadPart[] => [
  say('关于青禾精工股份有限公司年报问询函相关事项的专项说明'),
  say('问题1'),
  say(question),
  say('回复：'),
  say('一、公司说明及分析'),
  ...statement,
  ...OPINION,
];

const SAME = [say('报告期末，公司应收账款4,315.77万元，同比增长33.35%。'), showTable(), say('综上，应收账款增长具有合理性。')];
const differ = (parts: readonly ReadPart[]) => compareOpinion(parts, 'auditor', snapshot).differences;

test('the same words, however they are blanked and cut, are no difference', () => {
  expect(differ(firm(SAME))).toEqual([]);
  const cut = [
    say('报告期末，公司应收账款 ４，３１５．７７'),
    say('万元，同比增长 33.35%。'),
    showTable(),
    say('综上，应收账款增长具有合理性。'),
  ];
  expect(differ(firm(cut))).toEqual([]);
});

test('a formula written as code is what it prints, and a statement nobody has written is the blank in its place', () => {
  const withStatement = (blocks: Block[]) => {
    const project = buildSnapshot({ questions: [{ no: '1', text: TEXT, verifications: [{ role: 'auditor' }], sections: [{ blocks }] }] });
    return (...statement: string[]) => compareOpinion(firm(statement.map(say)), 'auditor', project).differences;
  };
  expect(withStatement([paragraph('当 $A \\geq A_m$ 时解除限售。')])('当A≥Am时解除限售。')).toEqual([]);
  expect(withStatement([paragraph('当 $A \\geq A_m$ 时解除限售。')])('当A≥An时解除限售。')).toHaveLength(1);
  expect(withStatement([])('【    】')).toEqual([]);
});

test('a number that differs is told by itself, in text and in a table', () => {
  const changed = [
    say('报告期末，公司应收账款4,315.77万元，同比增长33.53%。'),
    showTable((text) => text.replace('781.83', '718.83')),
    SAME[2]!,
  ];
  expect(differ(firm(changed))).toEqual([
    { kind: 'figure', question: '1', ours: '33.35%', theirs: '33.53%' },
    { kind: 'figure', question: '1', ours: '781.83', theirs: '718.83' },
  ]);
});

test('other words, a paragraph left out and one put in are told with what stands around them', () => {
  const changed = [
    say('报告期末，公司应收账款4,315.77万元，同比增长33.35%。'),
    showTable(),
    say('综上，应收账款增长是合理的。'),
    say('公司将加强催收。'),
  ];
  expect(differ(firm(changed))).toEqual([
    { kind: 'statement', question: '1', ours: '综上，应收账款增长具有合理性。', theirs: '综上，应收账款增长是合理的。\n公司将加强催收。' },
  ]);
  expect(differ(firm(SAME.slice(0, 2)))).toEqual([
    { kind: 'statement', question: '1', ours: '综上，应收账款增长具有合理性。', theirs: '' },
  ]);
});

test('a question restated in other words is told, and so is one that is missing', () => {
  expect(differ(firm(SAME, TEXT.replace('增长较快', '增长较慢')))).toEqual([
    {
      kind: 'question',
      question: '1',
      ours: '年报显示，公司应收账款增长较快。',
      theirs: '年报显示，公司应收账款增长较慢。',
    },
  ]);
  expect(differ([say('关于另一家公司的说明')])).toEqual([{ kind: 'question', question: '1', ours: TEXT, theirs: '' }]);
});

test.each(['一、【公司回复】', '【公司说明】', '（一）公司回复', '1、公司说明：', '公司回复：', '一、公司情况说明', '一、上市公司说明'])(
  'the firm’s own heading %s over the statement is no difference',
  (label) => {
    const parts = firm(SAME).map((part) => (part.type === 'paragraph' && part.text === '一、公司说明及分析' ? say(label) : part));
    expect(differ(parts)).toEqual([]);
  },
);

test('a unit line that is another or missing is told', () => {
  const restated = (unit: string | null): ReadPart => {
    const part = showTable();
    return part.type === 'table' ? { ...part, table: { ...part.table, unit } } : part;
  };
  expect(differ(firm([SAME[0]!, restated('元'), SAME[2]!]))).toEqual([
    { kind: 'figure', question: '1', ours: '单位：万元', theirs: '单位：元' },
  ]);
  expect(differ(firm([SAME[0]!, restated(null), SAME[2]!]))).toEqual([
    { kind: 'statement', question: '1', ours: '单位：万元', theirs: '' },
  ]);
});

test('a question under another number is told and still compared', () => {
  const parts = firm(SAME).map((part) => (part.type === 'paragraph' && part.text === '问题1' ? say('问题2') : part));
  expect(differ(parts)).toEqual([{ kind: 'question', question: '1', ours: '问题 1', theirs: '问题2' }]);
});

test('questions not put to the firm, of the letter or not, are told and are no part of its opinion', () => {
  const answer = [say('回复：'), say('已说明。'), say('经核查，会计师认为：属实。')];
  const ofLetter = [say('问题2'), say('请说明现金流。'), ...answer];
  const invented = [say('问题9'), say('请说明关联交易是否公允。'), ...answer];
  const { differences, suggestions } = compareOpinion([...firm(SAME), ...ofLetter, ...invented], 'auditor', snapshot);
  expect(differences).toEqual([
    { kind: 'question', question: '2', ours: '', theirs: '问题2\n请说明现金流。' },
    { kind: 'question', question: '9', ours: '', theirs: '问题9\n请说明关联交易是否公允。' },
  ]);
  expect(suggestions).toEqual(compareOpinion(firm(SAME), 'auditor', snapshot).suggestions);
});

test('the firm’s procedures and conclusion are offered, and known once they are in the reply', () => {
  const { suggestions } = compareOpinion(firm(SAME), 'auditor', snapshot);
  expect(suggestions).toMatchObject([
    { question: '1', role: 'procedures', adopted: false, pictures: 0 },
    { question: '1', role: 'conclusion', adopted: false },
  ]);
  expect(suggestions[0]!.blocks.map((block) => (block.type === 'table' ? '' : block.text))).toEqual([
    '二、会计师核查程序',
    '1、获取了应收账款明细表；',
    '2、检查了期后回款。',
  ]);
  const [reply, ...others] = snapshot.replies;
  const conclusion = {
    ...reply!.sections[1]!,
    role: 'conclusion' as const,
    blocks: [paragraph('经核查，会计师认为：应收账款增长具有合理性。')],
  };
  const adopted = { ...snapshot, replies: [{ ...reply!, sections: [...reply!.sections, conclusion] }, ...others] };
  expect(compareOpinion(firm(SAME), 'auditor', adopted).suggestions[1]).toMatchObject({ role: 'conclusion', adopted: true });
});

test('a table in the firm’s own section is offered with it, and known once the reply shows it', () => {
  const sample = buildTable('u', {
    unit: '万元',
    rows: [
      ['程序', '样本金额'],
      ['函证', '3,210.00'],
    ],
  });
  const shown: ReadPart = {
    type: 'table',
    table: {
      ...sample,
      columns: sample.columns.map(({ path }) => path),
      rows: sample.rows.map(({ cells }) => cells),
      rowRoles: sample.rows.map(({ role }) => role),
    } as unknown as ReadTable,
  };
  const file = firm(SAME).toSpliced(-2, 0, shown);
  const [procedures] = compareOpinion(file, 'auditor', snapshot).suggestions;
  expect(procedures!.blocks.at(-1)).toMatchObject({ type: 'table', table: { unit: '万元', headerRows: 1 } });
  expect(procedures!.adopted).toBe(false);
  const [reply, ...others] = snapshot.replies;
  const own = {
    ...reply!.sections[1]!,
    blocks: [...procedures!.blocks.slice(1, -1).map((block) => paragraph(block.type === 'table' ? '' : block.text)), tableBlock('u')],
  };
  const adopted = {
    ...snapshot,
    tables: new Map([...snapshot.tables, [sample.tableId, sample]]),
    replies: [{ ...reply!, sections: [reply!.sections[0]!, own] }, ...others],
  };
  expect(compareOpinion(file, 'auditor', adopted).suggestions[0]).toMatchObject({ role: 'procedures', adopted: true });
});
