import { expect, test } from 'vitest';
import { identifyFinding } from '../checks/identifyFinding';
import { runChecks } from '../checks/runChecks';
import { getInlineText, type Inline } from '../domain/reply';
import { assembleFindings } from './assembleFindings';
import { buildSnapshot, paragraph } from './testing/buildSnapshot';

const TODAY = new Date('2026-05-01T02:00:00Z');

test('the summary counts what is open and lists every finding, accepted ones with their reason', () => {
  const blocks = [paragraph('区间为 90元至110万元。'), paragraph('净利润由 100.00 万元增至 150.00 万元，增长 60.00%。')];
  const snapshot = buildSnapshot({ questions: [{ no: '1', text: '请你公司说明。', sections: [{ blocks }] }], tables: [] });
  const [first] = runChecks(snapshot);
  const accepted = { key: identifyFinding(first!), rule: first!.rule, reason: '原文如此', actor: '董秘', at: '2026-04-30T17:00:00.000Z' };
  const made = assembleFindings({ ...snapshot, acceptances: [accepted] }, TODAY);
  const texts = made.map((block) => ('inlines' in block ? getInlineText(block.inlines as Inline[]) : block.type));
  expect(texts[1]).toBe('2026-05-01 核对：错误 1 处、存疑 0 处、提示 0 处；已接受 1 处。');
  const printed = JSON.stringify(made);
  expect(printed).toContain('已接受：原文如此（董秘，2026-05-01）');
  expect(printed).toContain('50.00%');
  expect(printed.match(/□ 已改/g)).toHaveLength(1);
});

test('a reply without findings says so', () => {
  const made = assembleFindings(buildSnapshot({ questions: [{ no: '1', text: '请说明。' }], tables: [] }), TODAY);
  expect(JSON.stringify(made)).toContain('核对没有发现错误和存疑。');
});

test('places are named with their round where a matter holds several letters', () => {
  const first = buildSnapshot({
    questions: [{ no: '3', text: '请说明。', sections: [{ blocks: [paragraph('首轮回复。')] }] }],
    tables: [],
  });
  const later = buildSnapshot({
    questions: [{ no: '1', text: '请你公司说明。', sections: [{ blocks: [paragraph('区间为 90元至110万元。')] }] }],
  });
  const both = { ...later, letters: [...first.letters, ...later.letters], replies: [...first.replies, ...later.replies] };
  expect(JSON.stringify(assembleFindings(later, TODAY))).not.toMatch(/第 ?2 ?轮/);
  expect(JSON.stringify(assembleFindings(both, TODAY))).toMatch(/第 ?2 ?轮 ?问题 ?1/);
});
