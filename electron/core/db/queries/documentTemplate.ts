import { z } from 'zod';
import type { StyleMapping } from '../../../../shared/document/template/documentTemplate';
import type { FileHash } from '../../../../shared/domain/ids';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** The company's own template of a project: the file as received, and which of its styles stand for ours. */
export type StoredTemplate = { file: FileHash; fileName: string; mapping: StyleMapping };

const storedMapping = z.record(z.string(), z.string().nullable());

/** The project's template; null for the house format. */
export function findTemplate(db: ReadableDb): StoredTemplate | null {
  const row = db.get<{ file: FileHash; fileName: string; mapping: string }>(sql`SELECT file, fileName, mapping FROM document_template`);
  return row ? { ...row, mapping: storedMapping.parse(JSON.parse(row.mapping)) as StyleMapping } : null;
}

/** Makes this the project's template, or returns to the house format with null. */
export function setTemplate(db: ReadableDb, recorder: Recorder, template: StoredTemplate | null): void {
  const present = findTemplate(db);
  if (template === null) {
    if (present) recorder.deleteRow('document_template', { only: 1 });
    return;
  }
  const row = { file: template.file, fileName: template.fileName, mapping: JSON.stringify(template.mapping) };
  if (present) recorder.updateRow('document_template', { only: 1 }, row);
  else recorder.insertRow('document_template', { only: 1, ...row });
}
