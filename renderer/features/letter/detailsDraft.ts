import type { ProjectDetails } from '../../../shared/domain/project';

/** What is being typed after the stored details changed: fields nobody has touched since `before` follow, the others stay as typed. */
export function followDetails(typed: ProjectDetails, before: ProjectDetails, after: ProjectDetails): ProjectDetails {
  const fields = Object.keys(after) as (keyof ProjectDetails)[];
  return Object.fromEntries(fields.map((field) => [field, typed[field] === before[field] ? after[field] : typed[field]])) as ProjectDetails;
}
