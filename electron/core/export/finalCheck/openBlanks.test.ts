import { expect, test } from 'vitest';
import { sayMessage } from '../../../../shared/catalogue/catalogue';
import { assembleDocument } from '../../../../shared/document/assembleDocument';
import { buildSnapshot, paragraph } from '../../../../shared/document/testing/buildSnapshot';
import { exportDocx } from '../docx/exportDocx';
import { checkFinal } from './checkFinal';
import { body, exportClean, findAfter, putIn, saying, spoil } from './testing/cleanDocx';

const CLEAN = await exportClean();

const BLANKS = [
  '金额为【】元',
  '金额为【  】元',
  '金额为【●】元',
  '金额为【*】元',
  '金额为[  ]元',
  '金额为[●]元',
  '金额为XX万元',
  '客户XXX公司',
  '金额为××元',
  '20×4年',
  '金额为＿＿元',
  '金额为____元',
  '金额：待补充',
  '（待补充）',
  '时间：待定',
  '【请财务部确认】',
  'Amount TBD',
  '函〔2024〕第    号',
  '〔    〕第5号',
  '2024年  月  日',
  '6月    日',
  '数据待补充。',
  '{{公司名称}}',
  '#REF!',
  '金额??',
];

test.each(BLANKS)('the blank in %s is found', async (text) => {
  expect((await findAfter(putIn(saying(text)))).map((said) => said.split(' ')[0])).toEqual(['final-blank']);
});

const NO_BLANKS = [
  '【核查情况】',
  '【2024】年修订',
  '第5号',
  '〔2024〕第 204 号',
  '2024年6月5日',
  '年月日',
  '交易价格待定，公司将及时披露。',
  '尚待确认的事项',
  'Exxon Mobil',
  'https://example.com/a__b',
  '3×4=12',
  '二○二四年六月五日',
  '[2024]15号',
  '扩建（二期）',
  '为什么？',
];

test.each(NO_BLANKS)('%s is no blank', async (text) => {
  expect(await findAfter(putIn(saying(text)))).toEqual([]);
});

test.each(['', '2025-', '临', '   '])('an announcement whose number is “%s” does not pass', async (number) => {
  const found = checkFinal('a.docx', await exportClean('1.00', '原因如下：', number)).map(({ code }) => code);
  expect(found).toHaveLength(1);
  expect(['final-blank', 'final-code']).toContain(found[0]);
});

test('a number taken out of the line of codes is missed', async () => {
  expect(await findAfter(body((xml) => xml.replace('公告编号：2025-021', '公告编号：')))).toEqual([
    'final-code “公告编号”没有填写，或没有填完整。',
  ]);
});

test.each([
  '−1,234.00',
  '–1,234.00',
  '—1,234.00',
  '－1,234.00',
  '(1,234.00)',
  '（1,234.00）',
  '(12.3)%',
  '-(5.00)',
  '1,234.00-',
  '△5.00',
  '负5.00',
])('a negative number written %s in a cell is found with its place', async (cell) => {
  const [found, ...more] = checkFinal('a.docx', await exportClean(cell));
  expect(more).toEqual([]);
  expect(sayMessage('zh-CN', found!.message)).toBe(`负数应当用半角减号：${cell}（问题1，第 1 张表第 2 行第 2 格“${cell}”）`);
});

test('a hyphen that does not break is no minus, and neither is a label or a span of years', async () => {
  const hyphen = spoil(
    CLEAN,
    body((xml) => xml.replace('-1,234.56</w:t>', '</w:t><w:noBreakHyphen/><w:t>1,234.56</w:t>')),
  );
  expect(checkFinal('a.docx', hyphen).map(({ code }) => code)).toEqual(['final-minus', 'final-hint']);
  for (const cell of ['（1）', '1-2年', '2019–2023', '—', '-', '5%-10%'])
    expect(checkFinal('a.docx', await exportClean(cell)), cell).toEqual([]);
});

test('the true minus in running text is found', async () => {
  expect(await findAfter(putIn(saying('同比变动为−12.30%。')))).toEqual([
    'final-minus 负数应当用半角减号：同比变动为−12.30%。（问题1，“同比变动为−12.30%。”）',
  ]);
});

test('blanks of the letter’s own words are the regulator’s; the same words in an answer are found', async () => {
  const asked = '请说明“亏损”的原因，并补充披露XX项目的情况。';
  const letter = spoil(
    CLEAN,
    body((xml) => xml.replace('请说明“亏损”的原因。', asked)),
  );
  expect(checkFinal('a.docx', letter, { asked: [asked] })).toEqual([]);
  expect(checkFinal('a.docx', letter).map(({ code }) => code)).toEqual(['final-blank']);
  const answer = await exportClean('1.00', 'XX项目情况如下：');
  expect(checkFinal('a.docx', answer, { asked: ['XX项目情况如下：'] }).map(({ code }) => code)).toEqual(['final-blank']);
});

test('a firm’s own document may leave open what the firm fills in, and nothing else', async () => {
  const build = (said: string) => {
    const snapshot = buildSnapshot({
      questions: [
        {
          no: '1',
          text: '请说明。请年审会计师核查。',
          verifications: [{ role: 'auditor' }],
          sections: [
            { blocks: [paragraph('说明如下。')] },
            { role: 'procedures', verifier: 'auditor', blocks: [paragraph('1、检查合同。')] },
            { role: 'conclusion', verifier: 'auditor', blocks: [paragraph(said)] },
          ],
        },
      ],
    });
    const { title, blocks } = assembleDocument('auditor', snapshot);
    return exportDocx(blocks, { title, created: '2025-06-05' });
  };
  const docx = await build('经核查，属实。');
  expect(checkFinal('a.docx', docx).length).toBeGreaterThan(3);
  expect(checkFinal('a.docx', docx, { isFirms: true })).toEqual([]);
  const open = checkFinal('a.docx', await build('经核查，【    】属实。'), { isFirms: true });
  expect(open.map(({ message }) => sayMessage('zh-CN', message))).toEqual([
    expect.stringMatching(/^还有空白或待填的标记：问题1.*“经核查，【    】属实。”$/),
  ]);
});

test.each(['receipt', 'deferral'] as const)('a notice (%s) passes once it has a number and a date of its own', async (variant) => {
  const snapshot = buildSnapshot({ questions: [{ no: '1', text: '请说明。' }] });
  const header = { ...snapshot.letters[0]!.header, dueOn: '2025-06-01' };
  const deferral = {
    deferralId: 'd' as never,
    letterId: snapshot.letters[0]!.letterId,
    announcedOn: null,
    dueOn: '2025-06-20',
    reason: '核查尚需时间',
    apology: true,
  };
  const whole = { ...snapshot, letters: [{ ...snapshot.letters[0]!, header }], deferrals: [deferral] };
  const make = async (notice?: { announcementNo: string; announcedOn: string }) => {
    const { title, blocks } = assembleDocument(variant, whole, { former: null, redactions: [], ...(notice && { notice }) });
    return checkFinal('a.docx', await exportDocx(blocks, { title, created: '2025-06-05' })).map(({ code }) => code);
  };
  expect(new Set(await make())).toEqual(new Set(['final-blank']));
  expect(await make({ announcementNo: '2025-019', announcedOn: '2025-05-30' })).toEqual([]);
});
