import type { QuestionId } from '../../../shared/domain/ids';
import type { ProjectDetails, ProjectOverview } from '../../../shared/domain/project';
import { isOpinionVariant, type Variant } from '../../../shared/domain/variant';

/** Something a document would be made without: a blank field, an unanswered question, open asks, items not final, checks that found errors or were not run. */
export type OpenMatter =
  | { kind: 'blank'; field: keyof ProjectDetails }
  | { kind: 'unanswered'; questionId: QuestionId; no: string }
  | { kind: 'asks'; count: number }
  | { kind: 'notFinal'; count: number }
  | { kind: 'errors'; count: number }
  | { kind: 'notChecked' };

/** What other parts of the program know: errors of the last checks, null when none were run since the last change, and asks still open. */
export type Counted = { errors: number | null; asks: number };

type Field = keyof ProjectDetails;
const NOTICE_FIELDS = ['company', 'shortName', 'code'] as const satisfies readonly Field[];
const ANNOUNCEMENT_FIELDS = [...NOTICE_FIELDS, 'announcementNo', 'title', 'signedOn'] as const satisfies readonly Field[];

/** What is still open before a document is written, in the order of the document. A notice says nothing of the replies. */
export function listOpenMatters(project: ProjectOverview, variant: Variant, { errors, asks }: Counted): OpenMatter[] {
  const fields = listFields(variant).filter((field) => String(project.details[field]).trim() === '');
  const blanks = fields.map((field): OpenMatter => ({ kind: 'blank', field }));
  if (variant === 'receipt' || variant === 'deferral') return blanks;
  // A document answers the newest letter alone.
  const questions = project.questions.filter(({ isCurrent }) => isCurrent);
  const unanswered = questions.filter((question) => question.characters === 0 && question.tables === 0);
  const notFinal = questions.reduce((sum, question) => sum + question.items - question.itemsFinal, 0);
  return [
    ...blanks,
    ...unanswered.map(({ questionId, no }): OpenMatter => ({ kind: 'unanswered', questionId, no })),
    ...(asks > 0 ? [{ kind: 'asks' as const, count: asks }] : []),
    ...(notFinal > 0 ? [{ kind: 'notFinal' as const, count: notFinal }] : []),
    ...(errors === null ? [{ kind: 'notChecked' as const }] : errors > 0 ? [{ kind: 'errors' as const, count: errors }] : []),
  ];
}

/** Fields the project itself can fill; a verifier fills its own number, names and date. */
function listFields(variant: Variant): readonly Field[] {
  if (isOpinionVariant(variant)) return ['company'];
  return variant === 'receipt' || variant === 'deferral' ? NOTICE_FIELDS : ANNOUNCEMENT_FIELDS;
}
