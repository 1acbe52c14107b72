import { assembleDocument } from '../../../../shared/document/assembleDocument';
import type { DocumentContext } from '../../../../shared/document/documentContext';
import type { MappedTemplate } from '../../../../shared/document/template/documentTemplate';
import type { SharedText } from '../../../../shared/domain/sharedText';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import { exportDocx } from '../docx/exportDocx';
import { writeStylesXml } from '../docx/styles';
import { mergeStyles } from '../docx/template/mergeStyles';
import { NO_DATE } from '../noDate';
import { checkSharedText } from './checkSharedText';

/** A verifier's finished document beside the announcement that is published with it, made anew from the same project. */
export async function compareWithAnnouncement(bytes: Uint8Array, snapshot: ProjectSnapshot, context: DocumentContext): Promise<SharedText> {
  const { template, redactions } = context;
  const { title, blocks } = assembleDocument(redactions.length > 0 ? 'redacted' : 'announcement', snapshot, context);
  const created = `${snapshot.details.signedOn || NO_DATE}T00:00:00Z`;
  const announcement = await exportDocx(blocks, { title, created, ...(template && { template }) });
  return checkSharedText(bytes, announcement, getQuestionStyle(template));
}

/** The style questions' headings have: ours, or the one of a company's template it is mapped to. */
export function getQuestionStyle(template: MappedTemplate | undefined): string {
  const ours = 'Heading1';
  return template === undefined ? ours : (mergeStyles(writeStylesXml(), template).ids.get(ours) ?? ours);
}
