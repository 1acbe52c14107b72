import { expect, test } from 'vitest';
import { assembleDocument } from '../assembleDocument';
import { buildSnapshot, paragraph } from '../testing/buildSnapshot';
import { findForeignTerms } from './findForeignTerms';

const snapshot = (second: string) =>
  buildSnapshot({
    questions: [
      { no: '1', text: '请说明。', sections: [{ blocks: [paragraph('客户为北方热力设备有限公司（以下简称“北方热力”）。')] }] },
      { no: '2', text: '请会计师核查。', verifications: [{ role: 'auditor' }], sections: [{ blocks: [paragraph(second)] }] },
    ],
  });
const find = (second: string, variant: 'auditor' | 'announcement') => {
  const project = snapshot(second);
  return findForeignTerms(assembleDocument(variant, project), project).map(({ term }) => term);
};

test('a short name a verifier’s document uses while another question defines it is found', () => {
  expect(find('北方热力已付款。', 'auditor')).toEqual(['北方热力']);
});

test('nothing is found in the whole document, in one that defines the name itself, or under the full name', () => {
  expect(find('北方热力已付款。', 'announcement')).toEqual([]);
  expect(find('北方热力设备有限公司（以下简称“北方热力”）已付款。', 'auditor')).toEqual([]);
  expect(find('北方热力设备有限公司已付款。', 'auditor')).toEqual([]);
});
