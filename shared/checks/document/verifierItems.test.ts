import { expect, test } from 'vitest';
import { sayMessage } from '../../catalogue/catalogue';
import { buildSnapshot, heading, paragraph, type QuestionText } from '../../document/testing/buildSnapshot';
import { listProse } from '../prose/proseBlock';
import { checkVerifierItems } from './verifierItems';

const ITEMS = ['列示各产品的收入及其变动；', '说明净利润下降的原因及合理性；', '说明现金流量转负的原因及应对措施。'];

/** What is noted of an auditor who was asked about `asked` (none: the whole question) and concludes with `lines`. */
function note(lines: readonly string[], asked: string[] = []): string[] {
  const question: QuestionText = {
    no: '3',
    text: `年报显示，收入下降。请你公司：\n${ITEMS.map((item, at) => `（${at + 1}）${item}`).join('\n')}\n请会计师核查。`,
    items: ITEMS,
    verifications: [{ role: 'auditor', items: asked }],
    sections: [
      { blocks: [paragraph('说明如下。')] },
      { role: 'procedures', verifier: 'auditor', blocks: [paragraph('检查合同。')] },
      {
        role: 'conclusion',
        verifier: 'auditor',
        blocks: lines.map((line) => (line.startsWith('（') && !line.endsWith('。') ? heading(3, line) : paragraph(line))),
      },
    ],
  };
  const { letters, replies } = buildSnapshot({ questions: [question] });
  const findings = checkVerifierItems(letters[0]!.questions[0]!, replies[0]!, listProse(replies[0]!));
  return findings.map(({ message }) => sayMessage('zh-CN', message));
}

test('items a verifier was asked and does not cite are noted', () => {
  expect(note(['经核查，会计师认为：针对问题（1），列示属实。', '针对问题（2），原因合理。'])).toEqual([
    '问询函请会计师核查的（3），其核查内容没有提到',
  ]);
  expect(note(['经核查，针对问题3（1）至（2），会计师认为属实。'])).toEqual(['问询函请会计师核查的（3），其核查内容没有提到']);
  expect(note(['针对问题（2），经核查，会计师认为合理。'], ['2', '3'])).toEqual(['问询函请会计师核查的（3），其核查内容没有提到']);
});

test('items whose words head its parts are spoken of', () => {
  expect(note(['（一）列示各产品的收入及其变动', '属实。', '（二）说明净利润下降的原因及合理性', '合理。'])).toEqual([
    '问询函请会计师核查的（3），其核查内容没有提到',
  ]);
});

test('a verifier who speaks of the whole, of all that was put to it, or numbers only its own points is let be', () => {
  expect(note(['经核查，会计师认为：公司说明与我们了解的情况一致。'])).toEqual([]);
  expect(note(['经核查，会计师认为：', '（1）收入真实。', '（2）原因合理。'])).toEqual([]);
  expect(note(['经核查，针对问题（1）-（3），会计师认为属实。'])).toEqual([]);
  expect(note(['经核查，针对问题（2），会计师认为合理。'], ['2'])).toEqual([]);
  expect(note(['经核查，会计师认为合理，详见问题5（1）。'])).toEqual([]);
});
