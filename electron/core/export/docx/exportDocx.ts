import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { FilingBlock } from '../../../../shared/document/filingBlock';
import type { MappedTemplate } from '../../../../shared/document/template/documentTemplate';
import { setFormulas } from '../../../../shared/document/setFormulas';
import { fitTables } from '../../../../shared/document/template/fitTables';
import { assert } from '../../../../shared/util/assert';
import { zipParts } from '../zipParts';
import { fillSlots } from './bodySlots';
import { addCharts } from './chart/addCharts';
import { fillFootnotes, settleFootnotes } from './footnotes';
import { writeNumberingXml } from './lists';
import { settleReferences } from './references';
import { applyTemplate } from './template/applyTemplate';
import { addReviewParts, type ReviewContent } from './review/parts';
import { writeSections } from './sections';
import { FONT_TABLE_XML, SETTINGS_XML, writeCoreProperties } from './settings';
import { writeStylesXml } from './styles';

/** `created` is the document's own date (ISO, with or without a time in UTC): the only date in the file, so that a repeated export is the same to the byte. `review` makes it a copy for reviewers, `template` dresses it in a company's own styles. */
export type DocxOptions = { title: string; created: string; review?: ReviewContent; template?: MappedTemplate };

/** The blocks as a DOCX in the house format. Equal blocks and options give equal bytes, in every process and time zone. */
export async function exportDocx(given: readonly FilingBlock[], { title, created, review, template }: DocxOptions): Promise<Uint8Array> {
  // What reviewers send back is compared with what was written.
  const set = review ? given : setFormulas(given);
  const blocks = template ? fitTables(set, template.template.page) : set;
  assert(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(created), `the date of a document is an ISO date: ${created}`);
  const { sections, contents, charts } = writeSections(blocks, review);
  const parts = unzipSync(await Packer.toBuffer(new Document({ sections })));
  const body = settleFootnotes(settleReferences(fillSlots(strFromU8(parts['word/document.xml']!), contents)));
  const own: Readonly<Record<string, string>> = {
    'word/document.xml': body.xml,
    'word/footnotes.xml': fillFootnotes(strFromU8(parts['word/footnotes.xml']!), body.footnotes),
    'word/styles.xml': writeStylesXml(),
    'word/numbering.xml': writeNumberingXml(blocks),
    'word/settings.xml': SETTINGS_XML,
    'word/fontTable.xml': FONT_TABLE_XML,
    'docProps/core.xml': writeCoreProperties(title, created),
  };
  const texts = review ? { ...own, ...addReviewParts({ ...readTexts(parts), ...own }, review) } : own;
  const written = { ...parts, ...Object.fromEntries(Object.entries(texts).map(([path, xml]) => [path, strToU8(xml)])) };
  const whole = addCharts(written, charts);
  return zipParts(template ? applyTemplate(whole, template) : whole);
}

/** The parts docx wrote that others must be entered in. */
function readTexts(parts: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(['[Content_Types].xml', 'word/_rels/document.xml.rels'].map((path) => [path, strFromU8(parts[path]!)]));
}
