import { expect, test } from 'vitest';
import { isOpinionVariant, listVariants, VARIANTS } from '../domain/variant';
import { assembleDocument } from './assembleDocument';
import type { FilingBlock } from './filingBlock';
import { printBlock } from './revision/alignBlocks';
import { buildSnapshot, heading, paragraph, tableBlock } from './testing/buildSnapshot';
import { buildTable } from './testing/buildTable';

const statement = [
  heading(2, '一、公司说明及分析'),
  paragraph('报告期内，公司营业收入 43,157.74 万元。'),
  tableBlock('t'),
  paragraph('综上，变动合理。'),
];

const snapshot = buildSnapshot({
  questions: [
    {
      no: '1',
      text: '请说明收入下降的原因。请会计师、律师、保荐机构、独立财务顾问、评估师核查。',
      verifications: (['auditor', 'lawyer', 'sponsor', 'financialAdviser', 'appraiser'] as const).map((role) => ({ role })),
      sections: [
        { blocks: statement },
        { role: 'conclusion', verifier: 'auditor', blocks: [heading(2, '二、会计师核查结论'), paragraph('经核查，会计师认为：属实。')] },
      ],
    },
  ],
  tables: [
    buildTable('t', {
      unit: '万元',
      rows: [
        ['项目', '金额'],
        ['收入', '43,157.74'],
      ],
    }),
  ],
});

/** Each block as it is printed: style and text, tables to the last cell; marks of changes and of withheld words aside. */
function listPrinted(blocks: readonly FilingBlock[]): string[] {
  return blocks
    .filter((block) => block.type !== 'marginNumber')
    .map((block) => `${block.type === 'paragraph' ? block.style : block.type} ${printBlock(block)}`);
}

const announced = listPrinted(assembleDocument('announcement', snapshot).blocks);
const from = announced.findIndex((line) => line.includes('一、公司说明及分析'));
const shared = announced.slice(from, announced.findIndex((line) => line.includes('综上')) + 1);

test.each(VARIANTS.filter((variant) => variant !== 'receipt' && variant !== 'deferral'))(
  'the %s says the company’s statement in the announcement’s blocks, one for one',
  (variant) => {
    const printed = listPrinted(assembleDocument(variant, snapshot, { former: snapshot, redactions: [] }).blocks);
    const start = printed.indexOf(shared[0]!);
    expect(printed.slice(start, start + shared.length)).toEqual(shared);
  },
);

test('every verifier asked has a document', () => {
  expect(listVariants(snapshot.letters[0]!).filter(isOpinionVariant)).toHaveLength(5);
});

test('several codes, each exchange’s wording, and the optional end print as the project says', () => {
  const details = {
    ...snapshot.details,
    exchange: 'sse' as const,
    code: '600999、110999',
    announcementNo: '临2025-024',
    closing: false,
    signedOn: '',
  };
  const lines = listPrinted(assembleDocument('announcement', { ...snapshot, details }).blocks);
  expect(lines[0]).toBe('paragraph AnnCode 证券代码：600999、110999\t证券简称：青禾精工\t公告编号：临2025-024'.replace('paragraph ', ''));
  const bonds = { ...details, code: '600999、900999、110999', shortName: '青禾精工、青禾B股、青禾转债' };
  expect(listPrinted(assembleDocument('announcement', { ...snapshot, details: bonds }).blocks).slice(0, 2)).toEqual([
    'AnnCode 证券代码：600999、900999、110999\t\t证券简称：青禾精工、青禾B股、青禾转债',
    'AnnCode \t\t公告编号：临2025-024',
  ]);
  expect(lines.some((line) => line.startsWith('Guarantee 本公司董事会及全体董事保证本公告内容不存在任何虚假记载'))).toBe(true);
  expect(lines.some((line) => line.includes('特此公告'))).toBe(false);
  expect(lines.at(-1)).toBe('SignOff 青禾精工股份有限公司董事会');
});
