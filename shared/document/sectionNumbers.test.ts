import { expect, test } from 'vitest';
import { renumberSections } from './sectionNumbers';
import { buildSnapshot, heading, paragraph, type QuestionText } from './testing/buildSnapshot';

function listHeads(...sections: NonNullable<QuestionText['sections']>): string[] {
  const { replies } = buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections }] });
  const blocks = renumberSections(replies[0]!.sections).flatMap((section) => section.blocks);
  return blocks.flatMap((block) => (block.type === 'heading' && block.inlines[0]?.type === 'text' ? [block.inlines[0].text] : []));
}

const statement = (...heads: string[]) => ({ blocks: [...heads.map((text) => heading(2, text)), paragraph('说明。')] });
const procedures = (text: string) => ({
  role: 'procedures' as const,
  verifier: 'auditor' as const,
  blocks: [heading(2, text), paragraph('1、检查。')],
});

test('verifiers’ sections count on from the headings before them', () => {
  expect(listHeads(statement('一、公司说明'), procedures('四、会计师核查程序'))).toEqual(['一、公司说明', '二、会计师核查程序']);
  expect(listHeads(statement('一、收入', '二、成本', '三、费用'), procedures('二、会计师核查程序'))).toEqual([
    '一、收入',
    '二、成本',
    '三、费用',
    '四、会计师核查程序',
  ]);
});

test('what is not numbered stays so, and counts as one section', () => {
  expect(listHeads(statement('公司说明及分析'), procedures('五、会计师核查程序'))).toEqual(['公司说明及分析', '二、会计师核查程序']);
  expect(listHeads(statement('【披露与说明】'), procedures('【核查情况】'))).toEqual(['【披露与说明】', '【核查情况】']);
});
