import { expect, test } from 'vitest';
import { identifyFinding } from '../checks/identifyFinding';
import { runChecks } from '../checks/runChecks';
import { getInlineText, type Inline } from '../domain/reply';
import { assembleDoubts } from './assembleDoubts';
import { buildSnapshot, paragraph } from './testing/buildSnapshot';

const texts = (blocks: ReturnType<typeof assembleDoubts>) =>
  blocks.map((block) => ('inlines' in block ? getInlineText(block.inlines as Inline[]) : ''));

test('an accepted doubt stands behind the open ones, with who, when and why', () => {
  const snapshot = buildSnapshot({
    questions: [
      {
        no: '1',
        text: '请你公司说明。',
        sections: [{ blocks: [paragraph('区间为 90元至110万元。'), paragraph('净利润由 100.00 万元增至 150.00 万元，增长 60.00%。')] }],
      },
    ],
    tables: [],
  });
  const [first, second] = runChecks(snapshot);
  const accepted = { key: identifyFinding(first!), rule: first!.rule, reason: '原文如此', actor: '董秘', at: '2026-04-30T17:00:00.000Z' };
  const lines = texts(assembleDoubts({ ...snapshot, acceptances: [accepted] }));
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^1、错误：/);
  expect(lines[1]).toMatch(/^2、已接受：原文如此（董秘，2026-05-01）。错误：/);
  expect(second).toBeDefined();
});

test('a reply without doubts says so', () => {
  expect(texts(assembleDoubts(buildSnapshot({ questions: [{ no: '1', text: '请说明。' }], tables: [] })))).toEqual([
    '核对没有发现错误和存疑。',
  ]);
});
