import type { DocumentTemplate, MappedTemplate } from '../../../shared/document/template/documentTemplate';
import { guessMapping } from '../../../shared/document/template/guessMapping';
import { assert } from '../../../shared/util/assert';
import type { ReadableDb } from '../db/handles';
import { findTemplate, setTemplate } from '../db/queries/documentTemplate';
import { findFile, storeFile } from '../db/queries/files';
import { readNamedFile } from '../readNamedFile';
import { controls, type HandlersOf, reads } from '../rpc/handlerKinds';
import { runWrite } from '../rpc/runWrite';

export const templateHandlers: HandlersOf<'template'> = {
  'template:get': reads(({ db }) => {
    const stored = findTemplate(db);
    return stored && { fileName: stored.fileName, mapping: stored.mapping };
  }),

  'template:read': controls(async (session, { file }) => {
    session.getProject();
    const named = session.getFile(file);
    const template = await readBytes(await readNamedFile(named), named.name);
    const styles = template.styles.filter(({ kind }) => kind === 'paragraph').map(({ styleId, name }) => ({ styleId, name }));
    return { fileName: named.name, styles, guesses: guessMapping(template.styles), edges: template.edges.length };
  }),

  'template:set': controls(async (session, { file, mapping }) => {
    const project = session.getWritableProject();
    const named = session.getFile(file);
    const bytes = await readNamedFile(named);
    await readBytes(bytes, named.name);
    const hash = project.write((db) => storeFile(db, bytes, 'application/octet-stream'));
    runWrite(session, 'template:set', ({ db, recorder, describe }) => {
      describe({ file: named.name });
      setTemplate(db, recorder, { file: hash, fileName: named.name, mapping });
    });
    return null;
  }),

  'template:clear': controls(async (session) => {
    session.getWritableProject();
    runWrite(session, 'template:clear', ({ db, recorder, describe }) => {
      describe({});
      setTemplate(db, recorder, null);
    });
    return null;
  }),
};

/** The project's template as documents are written with it; undefined for the house format. */
export async function readProjectTemplate(db: ReadableDb): Promise<MappedTemplate | undefined> {
  const stored = findTemplate(db);
  if (!stored) return undefined;
  const file = findFile(db, stored.file);
  assert(file, 'a project holds the file of its template');
  return { template: await readBytes(file.bytes, stored.fileName), mapping: stored.mapping };
}

/** The reader of templates is loaded when one is there. */
async function readBytes(bytes: Uint8Array, fileName: string): Promise<DocumentTemplate> {
  return (await import('../import/docx/readTemplate')).readTemplate(bytes, fileName);
}
