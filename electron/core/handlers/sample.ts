import { existsSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProjectOverview } from '../../../shared/domain/project';
import { assert } from '../../../shared/util/assert';
import { listTables } from '../db/queries/dataTables';
import { listQuestions } from '../db/queries/letters';
import { addLink } from '../db/queries/links';
import { listSources } from '../db/queries/sources';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { importDraft } from './drafts';
import { linkFigures } from './linkFigures';
import { importSources } from './importing';
import { createFromLetter, openAndShow, PROJECT_EXTENSION } from './openingProjects';

/** What the sample's folder says it is made of; names are files beside it. */
const sampleSchema = z.object({
  name: z.string(),
  letter: z.string(),
  sources: z.array(z.object({ file: z.string(), disclosed: z.boolean() })),
  draft: z.string(),
  links: z.array(z.object({ question: z.string(), item: z.string().nullable(), source: z.string(), table: z.int(), reason: z.string() })),
});
type Sample = z.infer<typeof sampleSchema>;

/** Opens the sample project; the first time it is made from its material by the same steps a user would take. */
export async function openSample(session: Session): Promise<ProjectOverview> {
  const folder = join(session.settings.assetsFolder, 'sample');
  const sample = sampleSchema.parse(JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')));
  const target = join(session.settings.projectsFolder, sample.name + PROJECT_EXTENSION);
  if (existsSync(target)) return openAndShow(session, target, 'write');
  const fileOf = (name: string): NamedFile => ({ path: join(folder, name), name });
  await createFromLetter(session, { file: session.registerFile(join(folder, sample.letter), sample.letter) }, target);
  try {
    for (const { file, disclosed } of sample.sources) {
      await finish(session, 'source:import', (job) => importSources(session, job, [{ file: fileOf(file), updates: null }], disclosed));
    }
    await finish(session, 'reply:importDraft', (job) => importDraft(session, job, fileOf(sample.draft)));
    for (const link of sample.links) linkSample(session, link);
    runWrite(session, 'figure:linkAll', (context) => linkFigures(context, null));
  } catch (error) {
    // A sample made by half would be opened as it is the next time.
    await session.closeProject();
    rmSync(target, { force: true });
    throw error;
  }
  return openAndShow(session, target, 'write');
}

async function finish<Kind extends 'source:import' | 'reply:importDraft'>(
  session: Session,
  kind: Kind,
  work: Parameters<typeof session.jobs.start<Kind>>[1],
): Promise<void> {
  await session.jobs.finish(session.jobs.start(kind, work).jobId);
}

function linkSample(session: Session, link: Sample['links'][number]): void {
  runWrite(session, 'link:add', ({ db, recorder, describe }) => {
    const question = listQuestions(db).find((one) => one.no === link.question);
    const source = listSources(db).find((one) => one.fileName === link.source);
    assert(question && source, 'the sample links a question to a source of its own');
    const table = listTables(db, source.sourceId)[link.table];
    assert(table, 'the sample links a table that its source holds');
    const itemId = question.items.find((item) => item.no === link.item)?.itemId ?? null;
    addLink(db, recorder, { questionId: question.questionId, itemId, tableId: table.tableId, reason: link.reason });
    describe({ question: question.no, table: link.reason });
  });
}
