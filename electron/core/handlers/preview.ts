import { assembleDocument } from '../../../shared/document/assembleDocument';
import type { DocumentContext, NoticeHead } from '../../../shared/document/documentContext';
import type { FilingBlock } from '../../../shared/document/filingBlock';
import type { FilingDocument } from '../../../shared/document/filingDocument';
import { assembleWrittenReply } from '../../../shared/document/filingSet/assembleWrittenReply';
import { HOUSE_LOOK, lookLike, type PageLook } from '../../../shared/document/page/pageLook';
import { fitTables } from '../../../shared/document/template/fitTables';
import { writeParts } from '../../../shared/document/page/writePage';
import type { VersionId } from '../../../shared/domain/ids';
import type { Warning } from '../../../shared/domain/place';
import { isCompared, type Printable, type Variant } from '../../../shared/domain/variant';
import type { ReadableDb } from '../db/handles';
import { listRedactions } from '../db/queries/redactions';
import { readSnapshot } from '../db/queries/snapshot';
import { writeFileWhole } from '../export/writeFileWhole';
import { controls, type HandlersOf } from '../rpc/handlerKinds';
import type { Session } from '../session';
import { readFormer, refuseUnasked } from './exports';
import { readReview } from './readReview';
import { readProjectTemplate } from './templates';

export const previewHandlers: HandlersOf<'preview'> = {
  'preview:pages': controls(async (session, { variant }) => {
    const { db } = session.getProject();
    const snapshot = readSnapshot(db);
    refuseUnasked(variant, snapshot, session.settings.language);
    const { title, blocks } = assembleDocument(variant, snapshot, readContext(db, variant, null));
    const hasChart = JSON.stringify(blocks.map(({ type }) => type)).includes('"chart"');
    const { drawChart } = hasChart ? await import('../export/pdf/drawChart') : { drawChart: () => '' };
    const { showPicture } = await import('../export/pdf/showPicture');
    const { look, fit } = await readLook(db);
    const lineTwips = look.sheet.widthTwips - look.sheet.left - look.sheet.right;
    return { title, look, parts: writeParts(fit(blocks), { lineTwips, drawChart: ({ chart }) => drawChart(chart), showPicture }) };
  }),
};

export const printHandlers: HandlersOf<'print'> = {
  'print:document': controls(async (session, { variant, target, against, notice }) => {
    const { db } = session.getProject();
    const { name } = session.getFile(target);
    const { document, warnings } = await makePrintable(session, variant, { against: against ?? null, notice }, name);
    const { writePrintPage } = await import('../export/pdf/printPage');
    const { look, fit } = await readLook(db);
    return { fileName: name, page: writePrintPage(document.title, fit(document.blocks), look), warnings };
  }),

  'print:write': controls(async (session, { target, bytes }) => {
    const { path, name } = session.getFile(target);
    session.log.write('pdf', { bytes: bytes.length });
    await writeFileWhole(path, bytes);
    return { fileName: name };
  }),
};

/** A document to print, refused like its file; the 书面回复 goes to the regulator alone, whom nothing is withheld from. */
async function makePrintable(
  session: Session,
  document: Printable,
  { against, notice }: { against: VersionId | null; notice: NoticeHead | undefined },
  name: string,
): Promise<{ document: FilingDocument; warnings: Warning[] }> {
  const { db } = session.getProject();
  const snapshot = readSnapshot(db);
  if (document === 'writtenReply') return { document: assembleWrittenReply(snapshot), warnings: [] };
  refuseUnasked(document, snapshot, session.settings.language);
  const { makeDocument } = await import('../export/makeDocument');
  return makeDocument(document, snapshot, { ...readContext(db, document, against), ...(notice && { notice }) }, name);
}

/** What pages look like: the project's template, or the house format; `fit` makes tables as wide as its line. */
async function readLook(db: ReadableDb): Promise<{ look: PageLook; fit: (blocks: readonly FilingBlock[]) => FilingBlock[] }> {
  const mapped = await readProjectTemplate(db);
  if (mapped === undefined) return { look: HOUSE_LOOK, fit: (blocks) => [...blocks] };
  return { look: lookLike(mapped), fit: (blocks) => fitTables(blocks, mapped.template.page) };
}

/** What a document of the variant is made with: as for export. */
function readContext(db: ReadableDb, variant: Variant, against: VersionId | null): DocumentContext {
  const former = isCompared(variant) ? readFormer(db, against) : null;
  return { former, redactions: listRedactions(db), ...(variant === 'review' && { review: readReview(db, null) }) };
}
