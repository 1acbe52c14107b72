import { describe, expect, test } from 'vitest';
import { exportDocx } from '../../electron/core/export/docx/exportDocx';
import { checkFinal } from '../../electron/core/export/finalCheck/checkFinal';
import { lintDocx, readParts } from '../../electron/core/export/finalCheck/lintDocx';
import { readTemplate } from '../../electron/core/import/docx/readTemplate';
import { assembleDocument } from '../../shared/document/assembleDocument';
import { assembleReview } from '../../shared/document/assembleReview';
import { lookLike } from '../../shared/document/page/pageLook';
import type { MappedTemplate } from '../../shared/document/template/documentTemplate';
import { fitTables } from '../../shared/document/template/fitTables';
import { guessMapping } from '../../shared/document/template/guessMapping';
import { type Variant, VARIANTS } from '../../shared/domain/variant';
import { buildMatter } from './buildMatter';
import { hasOffice } from './review/convertInOffice';
import { buildOpenReview } from './review/openReview';
import { buildReviewProject } from './review/reviewProject';
import { buildChineseTemplate, buildEdgedTemplate, buildWriterTemplates } from './testTemplates';
import { validateDocx } from './validateDocx';

function map(bytes: Uint8Array): MappedTemplate {
  const template = readTemplate(bytes, '模板.docx');
  return { template, mapping: guessMapping(template.styles) };
}

const OPTIONS = { title: '公告', created: '2025-06-05' };

/** Every document in a template: the kinds a letter gives reason for, and a copy for reviewers with remarks and suggestions. */
async function exportAll(template: MappedTemplate, variants: readonly Variant[] = VARIANTS): Promise<[string, Uint8Array][]> {
  const made: [string, Uint8Array][] = [];
  for (const variant of variants) {
    const { title, blocks } = assembleDocument(variant, buildMatter(), { former: buildMatter(), redactions: [], template });
    made.push([variant, await exportDocx(blocks, { ...OPTIONS, title, template })]);
  }
  const project = buildReviewProject(2);
  const { blocks, marks, comments } = assembleReview(project, buildOpenReview(project));
  made.push(['review with remarks', await exportDocx(blocks, { ...OPTIONS, review: { marks, comments, name: 'exchange' }, template })]);
  return made;
}

async function findFaults(template: MappedTemplate, variants?: readonly Variant[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, docx] of await exportAll(template, variants)) {
    for (const fault of [...(await validateDocx(docx)), ...lintDocx(readParts(docx))]) faults.push(`${name}: ${fault}`);
  }
  return faults;
}

describe('a template a Chinese word processor wrote', () => {
  test('is mapped by the Chinese names of its styles, whatever their ids', () => {
    expect(map(buildChineseTemplate()).mapping).toMatchObject({
      ReplyBody: 'a3',
      Heading1: '1',
      Heading2: '2',
      QuestionText: '问询题干',
      SignOff: 'a5',
      TableUnit: null,
    });
  });

  test('gives pages on screen and in print its sheet and styles, those that inherit included', () => {
    const { sheet, css } = lookLike(map(buildChineseTemplate()));
    expect(sheet).toEqual({ widthTwips: 11906, heightTwips: 16838, top: 2098, bottom: 1985, left: 1588, right: 1474 });
    const rule = (style: string) => new RegExp(`\\.page \\.${style} \\{([^}]*)\\}`).exec(css)?.[1];
    expect(rule('ReplyBody')).toContain('FangSong');
    expect(rule('ReplyBody')).toContain('font-size: 14pt; font-weight: 400;');
    expect(rule('ReplyBody')).toContain('text-align: justify; text-indent: 2em; line-height: 28pt;');
    expect(rule('QuestionText')).toContain('KaiTi');
    expect(rule('QuestionText')).toContain('font-size: 14pt');
    expect(rule('SignOff')).toContain('text-align: right; text-indent: 0pt;');
    expect(rule('SignOff')).toContain('padding-inline: 0pt 56pt;');
    expect(rule('Heading1')).toContain('font-size: 16pt; font-weight: 700;');
    expect(rule('TableUnit')).toBeUndefined();
  });

  test('dresses every document, valid for Word in the schema and beyond, and the last look finds no style amiss', {
    timeout: 240_000,
  }, async () => {
    const template = map(buildChineseTemplate());
    expect(await findFaults(template)).toEqual([]);
    const [[, announcement]] = (await exportAll(template, ['announcement'])) as [[string, Uint8Array]];
    expect(checkFinal('a.docx', announcement, { template }).map(({ code }) => code)).not.toContain('final-style');
  });
});

test('edges go on from section to section, even pages keep theirs, and a template without a default style is no hindrance', {
  timeout: 120_000,
}, async () => {
  const template = map(buildEdgedTemplate());
  expect(template.template.edges.map(({ kind, type }) => `${kind} ${type}`)).toEqual(['header default', 'header even']);
  expect(await findFaults(template, ['announcement'])).toEqual([]);
  const [[, docx]] = (await exportAll(template, ['announcement'])) as [[string, Uint8Array]];
  const parts = readParts(docx);
  expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  const section = /<w:sectPr>.*?<\/w:sectPr>/s.exec(parts['word/document.xml']!)![0];
  const references = [...section.matchAll(/<w:(header|footer)Reference w:type="(\w+)"/g)].map(([, kind, type]) => `${kind} ${type}`);
  expect(references).toEqual(['header default', 'header even', 'footer default', 'footer even']);
  expect(section).toContain('<w:titlePg/>');
  // The line of codes ends where the template's line does.
  expect(/w:styleId="AnnCode".*?<\/w:tabs>/s.exec(parts['word/styles.xml']!)![0]).toContain(
    `<w:tab w:val="right" w:pos="${11906 - 2 * 1440}"/>`,
  );
  expect(checkFinal('a.docx', docx, { template }).map(({ code }) => code)).not.toContain('final-direct');
});

test('makes tables as wide as the line of a template, narrower or wider than the house’s', () => {
  const table = assembleDocument('announcement', buildMatter()).blocks.find((block) => block.type === 'table')!;
  const page = map(buildChineseTemplate()).template.page;
  const [wider] = fitTables([table], page);
  const [narrower] = fitTables([table], { ...page, left: 3000, right: 3000 });
  const widths = [table, wider, narrower].map((block) => (block?.type === 'table' ? block.layout.widthTwips : 0));
  const lines = [8306, 11906 - 1588 - 1474, 5906];
  expect(widths.every((width, at) => lines[at]! - width >= 0 && lines[at]! - width < 10)).toBe(true);
});

describe.skipIf(!hasOffice)('a template LibreOffice Writer wrote', () => {
  test('is mapped by the names it kept, and dresses documents of each kind', { timeout: 480_000 }, async () => {
    const [chinese, house] = (await buildWriterTemplates()).map(map);
    expect(chinese!.mapping.ReplyBody).not.toBeNull();
    expect(chinese!.mapping.Heading1).not.toBeNull();
    expect(Object.values(house!.mapping).filter((id) => id !== null).length).toBeGreaterThan(10);
    for (const template of [chinese!, house!])
      expect(await findFaults(template, ['announcement', 'auditor', 'revision', 'approval'])).toEqual([]);
  });
});
