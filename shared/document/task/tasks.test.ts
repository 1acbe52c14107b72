import { describe, expect, it } from 'vitest';
import type { Ask, Letter } from '../../domain/letter';
import { getFilingText } from '../filingBlock';
import { assembleOwed, assembleTask } from './assembleLists';
import { buildDataRequest, planRequest } from './buildDataRequest';
import { listWork } from './listWork';
import { compareReturned, compareTerms, findEmptyFields, findPage, readTerms } from './readDataRequest';

const item = (no: string, owner: string | null, status: string) => ({
  itemId: `i${no}`,
  no,
  label: `（${no}）`,
  text: `列示第 ${no} 项的明细。`,
  status,
  owner,
});
const letters = [
  {
    questions: [
      {
        questionId: 'q1',
        no: '1',
        text: '问题一',
        status: 'toWrite',
        owner: null,
        items: [item('1', '财务部', 'awaitingDepartment'), item('2', '销售部', 'final')],
        verifications: [{ role: 'auditor', itemIds: ['i2'], reach: [] }],
      },
    ],
  },
] as unknown as Letter[];
const asks = ['客户名称', '销售金额', '期后回款'].map((object, index) => ({
  askId: `a${index}`,
  questionId: 'q1',
  itemId: 'i1',
  verb: '列示',
  object,
})) as unknown as Ask[];
const [first, second] = listWork(letters, asks, [{ questionId: 'q1', itemId: 'i1', dueOn: '2026-12-01' } as never]);

const words = (blocks: ReturnType<typeof assembleOwed>) =>
  blocks.map((block) => (block.type === 'paragraph' ? getFilingText(block.inlines) : JSON.stringify(block))).join('\n');

const TERMS = { basis: '合并报表', period: '2025年度', unit: '万元', dueOn: '2026-12-05', preparer: '', reviewer: '' };

describe('papers for departments', () => {
  it('know each item, who has it, by when, and which fields are demanded', () => {
    expect(first).toMatchObject({
      name: '问题1（1）',
      owner: '财务部',
      dueOn: '2026-12-01',
      fields: ['客户名称', '销售金额', '期后回款'],
      verifiers: [],
    });
    expect(second).toMatchObject({ name: '问题1（2）', dueOn: null, fields: [], verifiers: ['auditor'] });
  });

  it('name the items of one owner, and leave what is final out of what is owed', () => {
    const task = words(assembleTask('财务部', '某公司', [first!], null));
    for (const word of ['任务单（财务部）', '1（1）', '客户名称、销售金额、期后回款', '2026-12-01']) expect(task).toContain(word);
    const owed = words(assembleOwed([second!, first!], '2026-11-22'));
    expect(owed).toContain('截至2026年11月22日，未定稿的共1项。');
    expect(owed).toContain('1（1）');
    expect(owed).not.toContain('1（2）');
  });

  it('say on one page who owes what and what is late, by owner and day where there are many', () => {
    const owed = (count: number) =>
      words(
        assembleOwed(
          Array.from({ length: count }, (_, at) => ({ ...first!, name: `问题${at + 1}` })),
          '2026-12-02',
        ),
      );
    expect(owed(2)).toContain('其中逾期2项');
    expect(owed(2).split('2026-12-01（逾期）')).toHaveLength(3);
    expect(owed(60).split('2026-12-01（逾期）')).toHaveLength(2);
    expect(owed(60)).toContain('待部门提供：1、2、3、');
    expect(owed(60)).toContain('、59、60');
  });

  it('put to a verifier the items its letter names, and every item a closing question reaches', () => {
    const [letter] = letters;
    const closing = { questionId: 'q2', no: '2', text: '核查', status: 'toWrite', owner: null, items: [] };
    const reach = [{ role: 'lawyer', itemIds: [], reach: ['1'] }];
    const both = [{ questions: [...letter!.questions, { ...closing, verifications: reach }] }] as unknown as Letter[];
    expect(listWork(both, asks, []).map(({ name, verifiers }) => `${name} ${verifiers.join(' ')}`.trim())).toEqual([
      '问题1（1） lawyer',
      '问题1（2） auditor lawyer',
      '问题2 lawyer',
    ]);
  });

  it('give each item of an owner a page, headed with terms and demanded fields', () => {
    const sheets = buildDataRequest(planRequest([first!, second!], TERMS), TERMS, 'QS-x');
    expect(sheets.map(({ name }) => name)).toEqual(['问题1（1）', '问题1（2）']);
    const nameless = planRequest([{ ...first!, fields: ['账龄', '余额'] }], TERMS);
    expect(nameless[0]!.fields).toEqual(['项目', '账龄', '余额']);
    expect(sheets[0]!.preface).toContainEqual(['编号', 'QS-x']);
    expect(sheets[0]!.preface).toContainEqual(['口径', '合并报表']);
    expect(sheets[0]!.preface).toContainEqual(['截止日', '2026-12-01']);
    expect(sheets[1]!.preface).toContainEqual(['截止日', '2026-12-05']);
    expect(sheets.map(({ columns }) => columns.map(({ title }) => title))).toEqual([
      ['客户名称', '销售金额', '期后回款'],
      ['项目', '金额或内容', '说明'],
    ]);
  });

  it('name pages as sheets may be named, each otherwise, and the round where there are several letters', () => {
    const long = { ...first!, name: '问题1/2：' + '很'.repeat(40) };
    const [one, other] = planRequest([long, long], TERMS).map(({ sheet }) => sheet);
    expect(one).toHaveLength(31);
    expect(one).toMatch(/^问题12/);
    expect(other).toMatch(/_2$/);
    expect(other).toHaveLength(31);
    const names = listWork([...letters, ...letters], asks, []).map(({ name }) => name);
    expect(names).toEqual(['第1轮问题1（1）', '第1轮问题1（2）', '第2轮问题1（1）', '第2轮问题1（2）']);
  });
});

describe('a returned sheet', () => {
  const fields = ['客户名称', '销售金额', '期后回款'];
  const head = [['取数表：问题1（1）'], ['填报人', '张三'], ['复核人', ''], [], fields];

  it('is found page by page: by its title where a sheet was renamed, by the name of its sheet, or alone', () => {
    const items = planRequest([first!, second!], TERMS);
    const titled = (name: string) => [[`取数表：${name}`], fields];
    const grids = new Map([
      ['Sheet1', titled('问题1（2）')],
      ['问题1（1）', [fields]],
    ]);
    expect(items.map((item) => findPage(grids, item, items))).toEqual([[fields], titled('问题1（2）')]);
    const [item] = items;
    expect(findPage(new Map([['表', [['甲']]]]), item!, [item!])).toEqual([['甲']]);
    expect(findPage(new Map([['表', [['甲']]]]), item!, items)).toBeNull();
  });

  it('says who filled it, and which terms of its head are others than were sent', () => {
    const read = readTerms([
      ['填报人', '', '张三'],
      ['单位', '元'],
      ['截止日', '2026-12-05'],
    ]);
    expect(read).toEqual({ basis: '', period: '', unit: '元', dueOn: '2026-12-05', preparer: '张三', reviewer: '' });
    expect(compareTerms({ ...TERMS, basis: '', period: '' }, '2026-12-05', read)).toEqual([
      { row: '', field: '单位', before: '万元', after: '元' },
    ]);
  });

  it('is looked through for what was left empty', () => {
    expect(findEmptyFields([...head, ['甲', '1.00', ''], ['乙', '2.00', '1.00'], ['', '', '']], fields)).toEqual(['复核人', '期后回款']);
    expect(findEmptyFields(head, fields)).toEqual(['复核人', ...fields]);
    expect(findEmptyFields([['另一张表']], fields)).toEqual(['填报人', '复核人', ...fields]);
  });

  it('is compared with the version before, row by row, columns moved or not', () => {
    const before = [...head, ['甲', '1.00', '0.50'], ['乙', '2.00', '']];
    const after = [
      ['期后回款', '客户名称', '销售金额'],
      ['0.50', '甲', '1.20'],
      ['', '丙', '3.00'],
    ];
    expect(compareReturned(before, after, fields)).toEqual([
      { row: '甲', field: '销售金额', before: '1.00', after: '1.20' },
      { row: '丙', field: '客户名称', before: '', after: '丙' },
      { row: '丙', field: '销售金额', before: '', after: '3.00' },
      { row: '乙', field: '', before: '乙 2.00', after: '' },
    ]);
  });
});
