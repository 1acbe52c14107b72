import { expect, test } from 'vitest';
import { buildSnapshot, heading, paragraph, tableBlock } from '../../shared/document/testing/buildSnapshot';
import { message } from '../../shared/domain/message';
import { findFault, findFaultBlock } from './findFault';

const blank = paragraph('经核查，会计师认为：【待会计师提供】');
const [first, second] = [tableBlock('t1'), tableBlock('t2')];
const snapshot = buildSnapshot({
  questions: [
    { no: '1', label: '问题 1', text: '请说明。', sections: [{ blocks: [paragraph('如下。')] }] },
    {
      no: '2',
      label: '问题 2',
      text: '请说明。',
      sections: [{ blocks: [heading(2, '一、公司说明'), first, second] }, { blocks: [blank] }],
    },
  ],
});
const { questions } = snapshot.letters[0]!;
const sections = snapshot.replies.find(({ questionId }) => questionId === questions[1]!.questionId)!.sections;
const under = message('final.under', { heading: '问题2 › 三、会计师核查结论' });

test('a blank leads to its question and to the paragraph that holds it', () => {
  const where = message('final.in-text', { heading: under, text: message('final.quote', { text: '【待会计师提供】' }) });
  const place = findFault(message('warning.final-blank', { where: [where] }), questions);
  expect(place).toEqual({ kind: 'question', question: questions[1], words: '【待会计师提供】', table: null });
  expect(findFaultBlock(place as Parameters<typeof findFaultBlock>[0], sections)).toBe(blank.blockId);
});

test('a fault in a table leads to the table as it is counted; words that are gone lead to the question alone', () => {
  const cell = { row: 2, column: 1, text: message('final.quote', { text: '【】' }) };
  const inTable = findFault(
    message('warning.final-blank', { where: message('final.in-cell', { heading: under, table: 2, ...cell }) }),
    questions,
  );
  expect(findFaultBlock(inTable as Parameters<typeof findFaultBlock>[0], sections)).toBe(second.blockId);
  const gone = message('final.in-text', { heading: under, text: message('final.quote', { text: '此前所写' }) });
  const place = findFault(message('warning.final-blank', { where: gone }), questions);
  expect(findFaultBlock(place as Parameters<typeof findFaultBlock>[0], sections)).toBeNull();
});

test('a paragraph printed otherwise than written is known by its beginning', () => {
  const written = paragraph('公司收入确认政策一贯执行，未发生过变更，即$A \\geq B$。');
  const place = {
    kind: 'question' as const,
    question: questions[0]!,
    words: '公司收入确认政策一贯执行，未发生过变更，即A≥B。',
    table: null,
  };
  expect(findFaultBlock(place, [{ ...sections[0]!, blocks: [blank, written] }])).toBe(written.blockId);
});

test('what stands outside of questions leads to the details, what the project does not hold nowhere', () => {
  expect(findFault(message('warning.final-code', { code: '公告编号' }), questions)).toEqual({ kind: 'details' });
  expect(findFault(message('warning.final-tracking'), questions)).toBeNull();
  const other = message('final.under', { heading: '问题9' });
  const where = message('final.in-text', { heading: other, text: message('final.quote', { text: '【】' }) });
  expect(findFault(message('warning.final-blank', { where }), questions)).toBeNull();
});
