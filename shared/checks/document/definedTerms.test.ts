import { expect, test } from 'vitest';
import { sayMessage } from '../../catalogue/catalogue';
import { buildSnapshot, paragraph, tableBlock } from '../../document/testing/buildSnapshot';
import { buildTable } from '../../document/testing/buildTable';
import type { DataTable } from '../../domain/dataTable';
import type { DefinedTerm } from '../../domain/definedTerm';
import type { VerifierRole } from '../../domain/letter';
import type { Block } from '../../domain/reply';
import { checkDefinedTerms } from './definedTerms';

/** Rule and sentence of every finding about replies of these paragraphs. */
function check(texts: string[], { preamble = '', terms = [] as [string, string][], auditor = [] as string[] } = {}): string[] {
  const sections = [
    { blocks: texts.map(paragraph) },
    ...(auditor.length > 0 ? [{ role: 'conclusion' as const, verifier: 'auditor' as VerifierRole, blocks: auditor.map(paragraph) }] : []),
  ];
  const snapshot = buildSnapshot({ details: { preamble }, questions: [{ no: '1', text: '请说明。', sections }] });
  const definedTerms = terms.map(([term, fullName], index) => ({ termId: String(index), term, fullName }) as DefinedTerm);
  return checkDefinedTerms({ ...snapshot, definedTerms }).map(({ rule, message }) => `${rule} ${sayMessage('zh-CN', message)}`);
}

const DEFINED = '公司与北方热力设备有限公司（以下简称“北方热力”）签订合同。';

test('a short name defined once and used later is in order, also through a table or a verifier', () => {
  expect(check([DEFINED, '北方热力为公司客户。'])).toEqual([]);
  expect(check([DEFINED], { auditor: ['我们函证了北方热力。'] })).toEqual([]);
});

test('a use before the definition is found, unless it is part of a longer name', () => {
  expect(check(['北方热力为公司客户。', DEFINED])).toEqual([
    'term-before-definition 简称“北方热力”在定义之前已使用，请把定义移到首次出现处',
  ]);
  expect(check(['北方热力设备有限公司为公司客户。', DEFINED, '北方热力已付款。'])).toEqual([]);
  expect(check([DEFINED, '北方热力已付款。'], { preamble: '就北方热力事项回复如下：' })).toHaveLength(1);
});

test('a definition that nothing uses is found; one in a verifier’s text is not held against the company’s', () => {
  expect(check([DEFINED, '公司已回款。'])).toEqual(['term-unused 简称“北方热力”定义后没有使用，可以删去定义']);
  expect(check(['公司已回款。'], { auditor: [DEFINED] })).toEqual([]);
});

test('defining twice is a note when it is the same thing, a doubt when it is another', () => {
  expect(check([DEFINED, '北方热力已付款。', DEFINED])).toEqual(['term-defined-twice 简称“北方热力”定义了两次，保留首次即可']);
  expect(check([DEFINED, '北方热力已付款。', '向大连北方热力工程有限责任公司（以下简称“北方热力”）采购。'])).toEqual([
    'term-for-two 简称“北方热力”指两个对象：“北方热力设备有限公司”和“大连北方热力工程有限责任公司”',
  ]);
});

test('one thing with two short names is a doubt, two names in one bracket are not', () => {
  expect(check([DEFINED, '北方热力已付款。向北方热力设备有限公司（以下简称“北热”）采购。', '北热已发货。'])).toEqual([
    'term-two-names “北方热力设备有限公司”有两个简称：“北方热力”和“北热”，请统一',
  ]);
  expect(check(['与北方热力设备有限公司（以下简称“北方热力”或“北热”）签约。', '北方热力、北热已付款。'])).toEqual([]);
});

test('every document’s own parties are left alone', () => {
  expect(
    check(['公司回复如下。', '青禾精工股份有限公司（以下简称“公司”）说明如下。', '青禾精工股份有限公司（以下简称“公司”）补充。']),
  ).toEqual([]);
});

test('a name written down but not introduced in the text is a note, one written down otherwise a doubt', () => {
  expect(check(['北方热力已付款。'], { terms: [['北方热力', '北方热力设备有限公司']] })).toEqual([
    'term-undefined 简称“北方热力”（北方热力设备有限公司）正文中没有写明“以下简称”',
  ]);
  expect(check([DEFINED, '北方热力已付款。'], { terms: [['北方热力', '北方热力工程公司']] })).toEqual([
    'term-for-two 简称“北方热力”指两个对象：“北方热力工程公司”和“北方热力设备有限公司”',
  ]);
  expect(check([DEFINED, '北方热力已付款。'], { terms: [['北方热力', '北方热力设备有限公司']] })).toEqual([]);
});

test('tables and footnotes count: a row of a 释义 defines, a cell or a footnote uses', () => {
  const read = (blocks: Block[], ...tables: DataTable[]) =>
    checkDefinedTerms(buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks }] }], tables })).map(
      ({ rule }) => rule,
    );
  const glossary = buildTable('glossary', { headerRows: 0, rows: [['北方热力', '指', '北方热力设备有限公司']] });
  expect(read([tableBlock('glossary'), paragraph('北方热力已付款。')], glossary)).toEqual([]);
  expect(read([tableBlock('glossary'), paragraph(DEFINED), paragraph('北方热力已付款。')], glossary)).toEqual(['term-defined-twice']);
  expect(read([tableBlock('glossary')], glossary)).toEqual(['term-unused']);
  const customers = buildTable('customers', {
    rows: [
      ['客户', '金额'],
      ['北方热力', '12.00'],
    ],
  });
  expect(read([paragraph(DEFINED), tableBlock('customers')], customers)).toEqual([]);
  const noted: Block = { ...paragraph('公司已回款。'), inlines: [{ type: 'footnote', note: '北方热力于 2026 年 3 月付款。' }] } as Block;
  expect(read([paragraph(DEFINED), noted])).toEqual([]);
  expect(read([noted, paragraph(DEFINED), paragraph('北方热力已付款。')])).toEqual(['term-before-definition']);
});
