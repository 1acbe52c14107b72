import { expect, test } from 'vitest';
import type { Section } from '../domain/reply';
import { headSections } from './questionBlocks';
import { heading, paragraph } from './testing/buildSnapshot';

type Part = Pick<Section, 'role' | 'verifier' | 'blocks'>;
const statement = (...blocks: Part['blocks']): Part => ({ role: 'statement', verifier: null, blocks });
const conclusion = (...blocks: Part['blocks']): Part => ({ role: 'conclusion', verifier: 'auditor', blocks });

test('sections without headings are numbered where a verifier speaks too', () => {
  expect(headSections([statement(paragraph('说明。')), conclusion(paragraph('意见。'))])).toEqual([
    '一、公司说明及分析',
    '二、会计师核查结论',
  ]);
  expect(headSections([statement(paragraph('说明。'))])).toEqual([null]);
});

test('a section that begins with a heading of its items is headed all the same', () => {
  const parts = [statement(heading(3, '（一）原因')), conclusion(heading(2, '二、会计师核查结论'))];
  expect(headSections(parts)).toEqual(['一、公司说明及分析', null]);
});

test('a reply headed otherwise gets no numbers among its headings', () => {
  const own = conclusion(heading(2, '会计师意见：'), paragraph('意见。'));
  expect(headSections([statement(paragraph('说明。')), own])).toEqual([null, null]);
  const chapters = statement(heading(2, '一、业务'), paragraph('说明。'), heading(2, '二、财务'), paragraph('说明。'));
  expect(headSections([chapters, conclusion(paragraph('意见。'))])).toEqual([null, null]);
});

test('what stands under a verifier’s own heading is headed by it', () => {
  const said = statement(heading(2, '一、公司说明'), paragraph('说明。'));
  const done = (text: string): Part => ({ role: 'procedures', verifier: 'auditor', blocks: [heading(2, text), paragraph('1、检查。')] });
  const below = conclusion(heading(3, '（二）核查意见'), paragraph('意见。'));
  expect(headSections([statement(heading(3, '（一）原因'), paragraph('说明。')), below])).toEqual([null, null]);
  expect(headSections([said, done('二、会计师核查情况'), below])).toEqual([null, null, null]);
  expect(headSections([said, done('二、会计师核查意见'), conclusion(paragraph('意见。'))])).toEqual([null, null, null]);
  expect(headSections([said, done('二、会计师核查程序'), conclusion(paragraph('意见。'))])).toEqual([null, null, '三、会计师核查结论']);
});
