import { describe, expect, test } from 'vitest';
import { exportDocx } from '../../electron/core/export/docx/exportDocx';
import { assembleDocument } from '../../shared/document/assembleDocument';
import { VARIANTS } from '../../shared/domain/variant';
import { lintDocx, readParts } from '../../electron/core/export/finalCheck/lintDocx';
import { buildMatter } from './buildMatter';
import { validateDocx } from './validateDocx';

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
