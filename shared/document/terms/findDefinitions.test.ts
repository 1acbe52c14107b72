import { expect, test } from 'vitest';
import { findDefinitions } from './findDefinitions';
import { readGlossaryRow } from './readGlossaryRow';

/** Short name and full name of every definition in a text. */
const read = (text: string) => findDefinitions(text).map(({ term, fullName }) => `${term} = ${fullName}`);

test.each([
  ['与北方热力设备有限公司（以下简称“北方热力”）签约', ['北方热力 = 北方热力设备有限公司']],
  [
    '青禾精工股份有限公司（以下简称“青禾精工”、“公司”或“上市公司”）',
    ['青禾精工', '公司', '上市公司'].map((term) => `${term} = 青禾精工股份有限公司`),
  ],
  ['收到《关于青禾精工的问询函》（上证公函〔2026〕0123 号，以下简称“《问询函》”）', ['《问询函》 = 关于青禾精工的问询函']],
  ['北方热力设备有限公司（证券代码：309901；下称“北方热力”）', ['北方热力 = 北方热力设备有限公司']],
  ['青禾精工股份有限公司（以下简称青禾精工或公司）', ['青禾精工 = 青禾精工股份有限公司', '公司 = 青禾精工股份有限公司']],
  ['聘请中和会计师事务所（特殊普通合伙）（以下简称“中和”）', ['中和 = 中和会计师事务所（特殊普通合伙）']],
  ['向宏远风电（集团）股份有限公司（以下简称“宏远风电”）', ['宏远风电 = 宏远风电（集团）股份有限公司']],
  ['甲公司、乙公司（以下合称“标的公司”）', ['标的公司 = 乙公司']],
])('%s', (text, definitions) => {
  expect(read(text)).toEqual(definitions);
});

test.each(['他（自称“专家”）未到场', '（公司认为，称重无误）', '该部分简称如下', '（以下简称）'])('%s defines nothing', (text) => {
  expect(read(text)).toEqual([]);
});

test('a row of a 释义 gives its short names and what they mean; no other row does', () => {
  expect(readGlossaryRow(['公司、青禾精工', '指', '青禾精工股份有限公司'])).toEqual({
    terms: ['公司', '青禾精工'],
    fullName: '青禾精工股份有限公司',
  });
  expect(readGlossaryRow(['项目', '金额', '占比'])).toBeNull();
  expect(readGlossaryRow(['公司', '指', ''])).toBeNull();
});
