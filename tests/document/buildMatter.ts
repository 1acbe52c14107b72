import type { ProjectSnapshot } from '../../shared/domain/snapshot';
import { OPINION_VARIANTS } from '../../shared/domain/variant';
import { buildSnapshot, heading, paragraph, tableBlock } from '../../shared/document/testing/buildSnapshot';
import { TABLE_KINDS } from './tableKinds';

const tables = Object.values(TABLE_KINDS).flat();

/** A project in which every verifier is asked and every kind of table is shown. */
export function buildMatter(): ProjectSnapshot {
  const shown = Object.values(TABLE_KINDS).map((kind) => kind[0]!.tableId);
  return buildSnapshot({
    questions: [
      {
        no: '1',
        text: '年报显示。请你公司：\n（1）列示各产品收入及其变动；\n（2）说明净利润下降的原因。\n请会计师对（2）核查。',
        items: ['列示各产品收入及其变动；', '说明净利润下降的原因。'],
        verifications: OPINION_VARIANTS.map((role) => ({ role, items: role === 'auditor' ? ['2'] : [] })),
        sections: [
          {
            blocks: [
              heading(2, '一、公司说明及分析'),
              heading(3, '（一）列示各产品收入及其变动'),
              ...shown.flatMap((tableId) => [paragraph('如下：'), tableBlock(tableId)]),
              heading(3, '（二）说明净利润下降的原因'),
              ...shown.flatMap((tableId) => [paragraph('如下：'), tableBlock(tableId)]),
            ],
          },
          ...OPINION_VARIANTS.map((verifier) => ({ role: 'conclusion' as const, verifier, blocks: [paragraph('经核查，属实。')] })),
        ],
      },
    ],
    tables,
    deferrals: [{ dueOn: '2025-06-06', reason: '需进一步核查' }],
  });
}
