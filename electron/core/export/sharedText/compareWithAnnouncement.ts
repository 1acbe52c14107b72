import { assembleDocument } from '../../../../shared/document/assembleDocument';
import type { DocumentContext } from '../../../../shared/document/documentContext';
import type { MappedTemplate } from '../../../../shared/document/template/documentTemplate';
import type { SharedText } from '../../../../shared/domain/sharedText';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import { exportDocx } from '../docx/exportDocx';
import { writeStylesXml } from '../docx/styles';
import { mergeStyles } from '../docx/template/mergeStyles';
import { NO_DATE } from '../noDate';
import { checkSharedText, type QuestionStyles } from './checkSharedText';

/** A verifier's finished document beside the announcement that is published with it, made anew from the same project. */
export async function compareWithAnnouncement(bytes: Uint8Array, snapshot: ProjectSnapshot, context: DocumentContext): Promise<SharedText> {
  const { template, redactions } = context;
  const { title, blocks } = assembleDocument(redactions.length > 0 ? 'redacted' : 'announcement', snapshot, context);
  const created = `${snapshot.details.signedOn || NO_DATE}T00:00:00Z`;
  const announcement = await exportDocx(blocks, { title, created, ...(template && { template }) });
  return checkSharedText(bytes, announcement, getQuestionStyles(template));
}

/** The styles headings of questions have: ours, or those of a company's template they are mapped to. */
export function getQuestionStyles(template: MappedTemplate | undefined): QuestionStyles {
  const ids = template === undefined ? null : mergeStyles(writeStylesXml(), template).ids;
  return { question: ids?.get('Heading1') ?? 'Heading1', over: ids?.get('PartHeading') ?? 'PartHeading' };
}
