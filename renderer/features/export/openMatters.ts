import type { QuestionId } from '../../../shared/domain/ids';
import type { ProjectDetails, ProjectOverview } from '../../../shared/domain/project';

/** Something a document would be made without: a blank field, an unanswered question, items not final, checks that found errors or were not run. */
export type OpenMatter =
  | { kind: 'blank'; field: keyof ProjectDetails }
  | { kind: 'unanswered'; questionId: QuestionId; no: string }
  | { kind: 'notFinal'; count: number }
  | { kind: 'errors'; count: number }
  | { kind: 'notChecked' };

const PRINTED_FIELDS = [
  'company',
  'shortName',
  'code',
  'announcementNo',
  'title',
  'signedOn',
] as const satisfies readonly (keyof ProjectDetails)[];

/** What is still open before the announcement is written, in the order of the document. `errors` is how many the last checks found, null when none were run since the last change. */
export function listOpenMatters(project: ProjectOverview, errors: number | null): OpenMatter[] {
  const matters: OpenMatter[] = [];
  for (const field of PRINTED_FIELDS) if (project.details[field].trim() === '') matters.push({ kind: 'blank', field });
  for (const question of project.questions) {
    if (question.characters === 0 && question.tables === 0)
      matters.push({ kind: 'unanswered', questionId: question.questionId, no: question.no });
  }
  const count = project.questions.reduce((sum, question) => sum + question.items - question.itemsFinal, 0);
  if (count > 0) matters.push({ kind: 'notFinal', count });
  if (errors === null) matters.push({ kind: 'notChecked' });
  else if (errors > 0) matters.push({ kind: 'errors', count: errors });
  return matters;
}
