import { Document, Footer, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportDocx } from '../../electron/core/export/docx/exportDocx';
import { readTemplate } from '../../electron/core/import/docx/readTemplate';
import { guessMapping } from '../../shared/document/template/guessMapping';
import { lintDocx, readParts } from '../../electron/core/export/finalCheck/lintDocx';
import { buildSampleBlocks, PIXEL } from './sampleBlocks';
import { validateDocx } from './validateDocx';
import { findElements, getElement, getOwnText, parseXml } from '../../electron/core/export/finalCheck/xmlTree';

const OPTIONS = { title: '回复', created: '2025-06-05' };

/** A company's document: its own body style, headings with automatic numbers, a logo in the header, a narrower page. */
async function buildTemplate(): Promise<Uint8Array> {
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({
        styles: {
          paragraphStyles: [
            { id: 'a5', name: '正文缩进', basedOn: 'Normal', run: { size: 28, font: '仿宋' } },
            { id: 'a6', name: '落款', basedOn: 'Normal', paragraph: { alignment: 'right' } },
          ],
        },
        sections: [
          {
            properties: { page: { margin: { left: 2400, right: 2400 } }, titlePage: true },
            headers: {
              default: new Header({
                children: [
                  new Paragraph({ children: [new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 9, height: 9 } })] }),
                ],
              }),
              first: new Header({ children: [new Paragraph('首页页眉')] }),
            },
            footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun('青禾精工')] })] }) },
            children: [new Paragraph({ text: '样张', style: 'a5' })],
          },
        ],
      }),
    ),
  );
}

/** The template with parts changed or added. */
async function spoil(change: (files: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const files = unzipSync(await buildTemplate());
  change(files);
  return zipSync(files);
}

describe('a company’s own template', () => {
  test('proposes its styles for ours by their names', async () => {
    const { styles } = readTemplate(await buildTemplate(), '模板.docx');
    expect(guessMapping(styles)).toMatchObject({ ReplyBody: 'a5', SignOff: 'a6', Heading1: 'Heading1', TableUnit: null });
  });

  test('gives a document its styles, page, headers and footers; it stays valid and says the same', async () => {
    const template = readTemplate(await buildTemplate(), '模板.docx');
    const mapping = guessMapping(template.styles);
    const docx = await exportDocx(buildSampleBlocks(), { ...OPTIONS, template: { template, mapping } });
    expect(await validateDocx(docx)).toEqual([]);
    const parts = readParts(docx);
    expect(lintDocx(parts)).toEqual([]);
    const body = getElement(parseXml(parts['word/document.xml']!), 'w:body')!;
    const used = new Set(findElements(body, 'w:pStyle').map((style) => style.attributes['w:val']));
    expect([used.has('a5'), used.has('ReplyBody'), used.has('TableUnit')]).toEqual([true, false, true]);
    const section = findElements(body, 'w:sectPr')[0]!;
    expect(getElement(section, 'w:pgMar')?.attributes['w:left']).toBe('2400');
    expect(findElements(section, 'w:headerReference').map((edge) => edge.attributes['w:type'])).toEqual(['default', 'first']);
    expect(Object.keys(unzipSync(docx)).filter((name) => name.startsWith('word/media/template'))).toHaveLength(1);
    const widths = findElements(body, 'w:tblW').map((width) => Number(width.attributes['w:w']));
    expect(widths[0]).toBeLessThanOrEqual(11906 - 2 * 2400);
    const plain = readParts(await exportDocx(buildSampleBlocks(), OPTIONS))['word/document.xml']!;
    expect(readTexts(parts['word/document.xml']!)).toEqual(readTexts(plain));
  });

  test('writes the same bytes each time', async () => {
    const template = readTemplate(await buildTemplate(), '模板.docx');
    const write = () => exportDocx(buildSampleBlocks(), { ...OPTIONS, template: { template, mapping: guessMapping(template.styles) } });
    expect(Buffer.compare(await write(), await write())).toBe(0);
  });

  test('takes no automatic numbers over: labels are text', async () => {
    const numbered = await spoil((files) => {
      const styles = new TextDecoder().decode(files['word/styles.xml']);
      const put =
        '<w:style w:type="paragraph" w:styleId="a7"><w:name w:val="一级标题"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>';
      files['word/styles.xml'] = strToU8(styles.replace('</w:styles>', put));
    });
    const template = readTemplate(numbered, '模板.docx');
    const docx = await exportDocx(buildSampleBlocks(), { ...OPTIONS, template: { template, mapping: { Heading1: 'a7' } } });
    expect(readParts(docx)['word/styles.xml']).not.toContain('w:numPr');
    expect(await validateDocx(docx)).toEqual([]);
  });

  test('is refused when it runs something, holds something that does, or leads outside', async () => {
    const macro = await spoil((files) => void (files['word/vbaProject.bin'] = strToU8('x')));
    const control = await spoil((files) => void (files['word/activeX/activeX1.xml'] = strToU8('<a/>')));
    const outside = await spoil((files) => {
      const link =
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://example.invalid/a.png" TargetMode="External"/></Relationships>';
      files['word/_rels/document.xml.rels'] = strToU8(
        new TextDecoder().decode(files['word/_rels/document.xml.rels']).replace('</Relationships>', link),
      );
    });
    const entity = await spoil((files) => void (files['word/styles.xml'] = strToU8('<!DOCTYPE w:styles [<!ENTITY a "a">]><w:styles/>')));
    for (const bytes of [macro, control, outside]) expect(() => readTemplate(bytes, '模板.docx')).toThrow('template-refused');
    expect(() => readTemplate(entity, '模板.docx')).toThrow();
    expect(() => readTemplate(strToU8('PK no archive'), '模板.docx')).toThrow();
  });
});

function readTexts(xml: string): string[] {
  return findElements(parseXml(xml), 'w:t').map(getOwnText);
}
