import { describe, expect, test } from 'vitest';
import { exportDocx } from '../../electron/core/export/docx/exportDocx';
import { assembleDocument } from '../../shared/document/assembleDocument';
import { buildSnapshot, heading, paragraph, tableBlock } from '../../shared/document/testing/buildSnapshot';
import { OPINION_VARIANTS, VARIANTS } from '../../shared/domain/variant';
import { lintDocx, readParts } from '../../electron/core/export/finalCheck/lintDocx';
import { TABLE_KINDS } from './tableKinds';
import { validateDocx } from './validateDocx';

const tables = Object.values(TABLE_KINDS).flat();

/** A project in which every verifier is asked and every kind of table is shown. */
function buildMatter() {
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

async function exportVariant(variant: (typeof VARIANTS)[number]): Promise<Uint8Array> {
  const { title, blocks } = assembleDocument(variant, buildMatter());
  return exportDocx(blocks, { title, created: '2025-06-05' });
}

describe.each(VARIANTS)('the %s', (variant) => {
  test('is valid for Word, in the schema and beyond, and the same to the byte when repeated', async () => {
    const docx = await exportVariant(variant);
    expect(await validateDocx(docx)).toEqual([]);
    expect(lintDocx(readParts(docx))).toEqual([]);
    expect(Buffer.compare(docx, await exportVariant(variant))).toBe(0);
  });
});
