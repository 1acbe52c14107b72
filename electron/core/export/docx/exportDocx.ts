import { Document, Packer } from 'docx';
import type { FilingBlock } from '../../../../shared/document/filingBlock';
import { assert } from '../../../../shared/util/assert';
import { NUMBERING } from './lists';
import { fixZipTimes } from './normalise';
import { writeSections } from './sections';
import { FONT_TABLE_XML, SETTINGS_XML, writeCoreProperties } from './settings';
import { writeStylesXml } from './styles';
import { toXmlText } from './xmlText';

/** `created` is the document's own date (ISO, with or without a time in UTC): the only date in the file, so that a repeated export is the same to the byte. */
export type DocxOptions = { title: string; created: string };

/** The blocks as a DOCX in the house format. Equal blocks and options give equal bytes, in every process and time zone. */
export async function exportDocx(blocks: readonly FilingBlock[], { title, created }: DocxOptions): Promise<Uint8Array> {
  assert(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/.test(created), `the date of a document is an ISO date: ${created}`);
  const document = new Document({ numbering: NUMBERING, sections: writeSections(blocks, { lastDrawingId: 0 }) });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'word/styles.xml', data: writeStylesXml() },
    { path: 'word/settings.xml', data: SETTINGS_XML },
    { path: 'word/fontTable.xml', data: FONT_TABLE_XML },
    { path: 'docProps/core.xml', data: writeCoreProperties(toXmlText(title), created) },
  ]);
  fixZipTimes(bytes);
  return bytes;
}
