import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { assembleDocument } from '../../../../shared/document/assembleDocument';
import { buildSnapshot, heading, paragraph, tableBlock, type QuestionText } from '../../../../shared/document/testing/buildSnapshot';
import { buildTable } from '../../../../shared/document/testing/buildTable';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import type { Variant } from '../../../../shared/domain/variant';
import type { Block } from '../../../../shared/domain/reply';
import { exportDocx } from '../docx/exportDocx';
import { checkSharedText } from './checkSharedText';

const NOTED = {
  ...paragraph('净利润为 6,715.63 万元。'),
  inlines: [
    { type: 'text', text: '净利润为 6,715.63 万元。' },
    { type: 'footnote', note: '按年报口径 8.15%。' },
  ],
} as Block;
const STYLES = { question: 'Heading1', over: 'PartHeading' };
const QUESTION: QuestionText = {
  no: '1',
  text: '年报显示，收入下降。请你公司：\n（1）列示各产品收入及其变动情况；\n（2）说明净利润下降的原因及合理性；\n请会计师对（2）核查。请律师核查。',
  items: ['列示各产品收入及其变动情况；', '说明净利润下降的原因及合理性；'],
  verifications: [{ role: 'auditor', items: ['2'] }, { role: 'lawyer' }],
  sections: [
    {
      blocks: [
        heading(2, '一、公司说明及分析'),
        heading(3, '（一）列示各产品收入及其变动情况'),
        paragraph('收入为 51,234.56 万元。'),
        heading(3, '（二）说明净利润下降的原因及合理性'),
        NOTED,
        tableBlock('t'),
        paragraph('以上变动与行业一致。'),
        paragraph('综上，变动合理。'),
      ],
    },
    { role: 'procedures', verifier: 'lawyer', blocks: [heading(2, '二、律师核查程序'), paragraph('1、查阅合同。')] },
    { role: 'conclusion', verifier: 'lawyer', blocks: [heading(2, '三、律师核查意见'), paragraph('经核查，律师认为：合规。')] },
    { role: 'procedures', verifier: 'auditor', blocks: [heading(2, '四、会计师核查程序'), paragraph('1、检查凭证。')] },
    { role: 'conclusion', verifier: 'auditor', blocks: [heading(2, '五、会计师核查意见'), paragraph('经核查，会计师认为：属实。')] },
  ],
};
const snapshot = buildSnapshot({
  questions: [QUESTION, { no: '2', text: '请说明。', sections: [{ blocks: [paragraph('说明如下。')] }] }],
  tables: [
    buildTable('t', {
      unit: '万元',
      rows: [
        ['项目', '本年', '上年'],
        ['净利润', '6,715.63', '20,091.11'],
      ],
    }),
  ],
});

/** A finished file with one of its parts changed; the change must be one. */
function editPart(docx: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(docx);
  const before = strFromU8(parts[part]!);
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

const make = (variant: Variant, from: ProjectSnapshot = snapshot) =>
  exportDocx(assembleDocument(variant, from).blocks, { title: '稿', created: '2025-06-05T00:00:00Z' });
const check = async (variant: Variant, change: (docx: Uint8Array) => Uint8Array = (docx) => docx) =>
  checkSharedText(change(await make(variant)), await make('announcement'), STYLES);

test('verifiers’ finished documents share each paragraph and table with the announcement’s', async () => {
  expect(await check('auditor')).toEqual({ paragraphs: 13, tables: 1, differences: [] });
  expect(await check('lawyer')).toMatchObject({ tables: 1, differences: [] });
});

test.each([
  ['a figure of a sentence', 'word/document.xml', '净利润为6,715.63', '净利润为6,715.36', 'other'],
  ['a cell of a table', 'word/document.xml', '>20,091.11<', '>20,091.17<', 'other'],
  ['a word of a footnote', 'word/footnotes.xml', '8.15%', '8.51%', 'other'],
  ['a character of the question', 'word/document.xml', '的原因及合理性；', '的原因及合规性；', 'other'],
  ['a word of the statement', 'word/document.xml', '变动合理', '变动异常', 'other'],
] as const)('%s that differs in one finished file is told', async (_, part, from, to, kind) => {
  const { differences } = await check('auditor', (docx) => editPart(docx, part, (xml) => xml.replace(from, to)));
  expect(differences).toMatchObject([{ question: '问题1', kind }]);
});

test('a paragraph left out of the middle of a statement is told', async () => {
  const { differences } = await check('auditor', (docx) =>
    editPart(docx, 'word/document.xml', (xml) => xml.replace(/<w:p>(?:(?!<w:p>).)*以上变动与行业一致。<\/w:t><\/w:r><\/w:p>/, '')),
  );
  expect(differences).toEqual([{ question: '问题1', kind: 'missing', text: '以上变动与行业一致。' }]);
});

test('a statement written since in only one of the two is told', async () => {
  const [first, ...others] = snapshot.replies;
  const [statement, ...opinions] = first!.sections;
  const changed = {
    ...snapshot,
    replies: [
      { ...first!, sections: [{ ...statement!, blocks: [...statement!.blocks, paragraph('另有说明。')] }, ...opinions] },
      ...others,
    ],
  };
  const found = checkSharedText(await make('auditor', changed), await make('announcement'), STYLES);
  expect(found.differences).toEqual([{ question: '问题1', kind: 'other', text: '另有说明。' }]);
});
