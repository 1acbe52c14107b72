import { describe, expect, test } from 'vitest';
import { buildSnapshot, paragraph } from '../document/testing/buildSnapshot';
import type { DataTable } from '../domain/dataTable';
import { newId } from '../domain/ids';
import type { Block } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { runChecks } from './runChecks';
import { LOOK_ALIKES, type MiniDocument, type MiniReply, PLANTED } from './testing/contradictions';
import { THIRD_LOOK_ALIKES, THIRD_PLANTED } from './testing/thirdContradictions';
import { OTHER_LOOK_ALIKES, OTHER_PLANTED } from './testing/otherContradictions';

const toBlock = (part: string | DataTable): Block =>
  typeof part === 'string' ? paragraph(part) : { type: 'table', blockId: newId(), tableId: part.tableId };

function build({ replies }: MiniDocument): ProjectSnapshot {
  return buildSnapshot({
    questions: replies.map(({ asked = '请你公司说明情况。', statement, auditor, lawyer, items, verifications }: MiniReply, index) => ({
      no: String(index + 1),
      text: [asked, ...(items ?? []).map((item, at) => `（${at + 1}）${item}`)].join('\n'),
      ...(items ? { items } : {}),
      ...(verifications ? { verifications } : {}),
      sections: [
        { blocks: statement.map(toBlock) },
        ...(auditor ? [{ role: 'conclusion' as const, verifier: 'auditor' as const, blocks: auditor.map(toBlock) }] : []),
        ...(lawyer ? [{ role: 'conclusion' as const, verifier: 'lawyer' as const, blocks: lawyer.map(toBlock) }] : []),
      ],
    })),
    tables: replies.flatMap(({ statement }) => statement.filter((part) => typeof part !== 'string')),
  });
}

const tell = (document: MiniDocument) =>
  document.replies
    .map(({ statement, auditor = [] }) => [...statement, ...auditor].filter((part) => typeof part === 'string').join(' / '))
    .join(' // ');

const SETS = [
  { name: 'first set', planted: PLANTED, lookAlikes: LOOK_ALIKES },
  { name: 'second set', planted: OTHER_PLANTED, lookAlikes: OTHER_LOOK_ALIKES },
  { name: 'third set', planted: THIRD_PLANTED, lookAlikes: THIRD_LOOK_ALIKES },
];

describe.each(SETS)('small documents of every kind of contradiction, $name', ({ name, planted, lookAlikes }) => {
  test('are found, at least 95 of 100', () => {
    const missed = planted.filter((document) => !runChecks(build(document)).some(({ rule }) => rule.includes(document.finds!)));
    console.log(`planted contradictions, ${name}: ${planted.length}, found ${planted.length - missed.length}`);
    for (const document of missed)
      console.log(
        `missed ${document.kind} ${document.finds}: ${tell(document)}`,
        runChecks(build(document)).map(({ rule }) => rule),
      );
    expect(missed.length).toBeLessThanOrEqual(planted.length * 0.05);
  });

  test('are told from those that only look so', () => {
    const wrong = lookAlikes
      .map((document) => ({
        document,
        told: runChecks(build(document)).filter(({ severity }) => severity !== 'note'),
      }))
      .filter(({ told }) => told.length > 0);
    console.log(`look-alikes, ${name}: ${lookAlikes.length}, reported ${wrong.length}`);
    for (const { document, told } of wrong)
      console.log(
        `reported ${document.kind}: ${tell(document)}`,
        told.map(({ rule, severity, stated }) => `${severity} ${rule} ${stated}`),
      );
    expect(wrong.flatMap(({ told }) => told).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});
