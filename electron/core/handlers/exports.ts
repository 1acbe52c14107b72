import { say } from '../../../shared/catalogue/catalogue';
import type { Language } from '../../../shared/catalogue/defineWords';
import { type FilingDocument, getLetter, listAsked } from '../../../shared/document/filingDocument';
import type { LetterId, QuestionId, VersionId } from '../../../shared/domain/ids';
import { message } from '../../../shared/domain/message';
import type { Warning } from '../../../shared/domain/place';
import { isTextBlock } from '../../../shared/domain/reply';
import { type SharedText, sayUnshared } from '../../../shared/domain/sharedText';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { isCompared, isOpinionVariant, listVariants, type Variant } from '../../../shared/domain/variant';
import { AppError } from '../../../shared/ipc/errors';
import { type AnsweredAsk, answerAsks } from '../../../shared/letter/answerAsks';
import { chooseQuestions } from '../../../shared/letter/chooseQuestions';
import { listAsks } from '../db/queries/asks';
import { listRedactions } from '../db/queries/redactions';
import { readSnapshot } from '../db/queries/snapshot';
import { listVersions } from '../db/queries/versions';
import { readVersionSnapshot } from '../db/queries/versionSnapshot';
import type { ReadableDb } from '../db/handles';
import { writeFileWhole } from '../export/writeFileWhole';
import { keepVersionBefore } from './keepVersionBefore';
import { controls, type HandlersOf } from '../rpc/handlerKinds';
import { noteSentReview } from './noteSentReview';
import { readReview } from './readReview';
import { nameInsider } from './withholdFromCopy';
import { readProjectTemplate } from './templates';

export const exportHandlers: HandlersOf<'export'> = {
  'export:document': controls(
    async (session, { variant, target, against, final, letterId, questionIds, recipient = '', isInsider, notice }) => {
      const { db } = isInsider ? session.getWritableProject() : session.getProject();
      const file = session.getFile(target);
      const { language } = session.settings;
      const snapshot = choosePart(chooseLetter(readSnapshot(db), letterId), questionIds ?? []);
      refuseUnasked(variant, snapshot, language);
      const asks = answerAsks(
        listAsks(db),
        snapshot.letters.flatMap((letter) => letter.questions),
        snapshot.replies,
        snapshot.tables,
      );
      const redactions = listRedactions(db);
      const review = variant === 'review' ? readReview(db, null) : null;
      const former = isCompared(variant) ? readFormer(db, against ?? null) : null;
      keepVersionBefore(session, 'version.beforeExport', file.name);
      return session.jobs.start('export:document', async (job) => {
        job.progress(say(language, 'step.assembling'), 0, 2);
        await job.pause();
        const { makeDocument } = await import('../export/makeDocument');
        const template = await readProjectTemplate(db);
        const insider = isInsider ? { insider: recipient } : {};
        const context = {
          former,
          redactions,
          ...insider,
          ...(review && { review }),
          ...(template && { template }),
          ...(notice && { notice }),
        };
        const { document, bytes, tables, warnings } = await makeDocument(variant, snapshot, context, file.name, {
          signal: job.signal,
          onPicture: async (done, total) => {
            job.progress(say(language, 'step.lookingAtPictures'), done, total);
            await job.pause();
          },
        });
        const problems = final
          ? (await import('../export/finalCheck/checkFinal')).checkFinal(file.name, bytes, {
              ...(template && { template }),
              tables,
              isFirms: isOpinionVariant(variant),
              asked: listAsked(snapshot),
            })
          : null;
        const shared = isOpinionVariant(variant)
          ? await (await import('../export/sharedText/compareWithAnnouncement')).compareWithAnnouncement(bytes, snapshot, context)
          : null;
        warnings.push(...warnOfUnshared(shared, file.name));
        job.progress(say(language, 'step.writing', { file: file.name }), 1, 2);
        await job.pause();
        await writeFileWhole(file.path, bytes);
        if (variant === 'review') noteSentReview(session, document, bytes, { name: file.name, party: recipient });
        if (isInsider) nameInsider(session, recipient);
        warnings.push(...warnOfOpenAsks(document, snapshot, asks, file.name));
        return { fileName: file.name, ...countShown(document), warnings, problems, shared };
      });
    },
  ),
};

/** The project with a letter in the newest one's place: what every document is about. */
function chooseLetter(snapshot: ProjectSnapshot, letterId: LetterId | undefined): ProjectSnapshot {
  if (letterId === undefined) return snapshot;
  const chosen = snapshot.letters.find((letter) => letter.letterId === letterId);
  if (!chosen) throw new AppError('not-found', { what: message('what.letter'), id: letterId });
  return { ...snapshot, letters: [...snapshot.letters.filter((letter) => letter !== chosen), chosen] };
}

/** The project with only the questions named of the letter documents are about; none named means all of them. */
function choosePart(snapshot: ProjectSnapshot, questionIds: readonly QuestionId[]): ProjectSnapshot {
  if (questionIds.length === 0) return snapshot;
  const letter = getLetter(snapshot);
  const questions = chooseQuestions(letter.questions, ({ questionId }) => questionIds.includes(questionId));
  if (questions.length === 0) throw new AppError('not-found', { what: message('what.question'), id: questionIds.join(' ') });
  return { ...snapshot, letters: [...snapshot.letters.slice(0, -1), { ...letter, questions }] };
}

/** What a document that marks changes is compared with: the version named, else the newest one somebody named or filed; null when there is none. */
export function readFormer(db: ReadableDb, against: VersionId | null): ProjectSnapshot | null {
  const versionId = against ?? listVersions(db).find(({ automatic }) => !automatic)?.versionId;
  return versionId === undefined ? null : readVersionSnapshot(db, versionId);
}

/** A verifier nobody asked has no document. */
export function refuseUnasked(variant: Variant, snapshot: ProjectSnapshot, language: Language): void {
  if (!isOpinionVariant(variant) || listVariants(getLetter(snapshot)).includes(variant)) return;
  throw new AppError('no-verifier', { role: say(language, `role.${variant}`), variant: say(language, `variant.${variant}`) });
}

/** Where a verifier's document is not word for word what is announced. */
function warnOfUnshared(shared: SharedText | null, file: string): Warning[] {
  return (shared?.differences ?? []).map((difference) => ({ code: 'shared-text', message: sayUnshared(difference), file, place: null }));
}

/** Each ask the document leaves open, by name. */
function warnOfOpenAsks({ shown }: FilingDocument, snapshot: ProjectSnapshot, asks: readonly AnsweredAsk[], file: string): Warning[] {
  const questions = new Map(getLetter(snapshot).questions.map((question) => [question.questionId, question]));
  return shown.flatMap(({ questionId, itemIds }) => {
    const { no, items } = questions.get(questionId)!;
    const open = asks.filter(
      (ask) =>
        ask.questionId === questionId &&
        ask.state === 'open' &&
        (itemIds.length === 0 || ask.itemId === null || itemIds.includes(ask.itemId)),
    );
    return open.map(({ itemId, verb, object, missing }) => {
      const item = items.find((one) => one.itemId === itemId)?.no;
      const said = message('warning.ask-open', {
        where: item === undefined ? message('warning.of-question', { no }) : message('warning.of-item', { no, item }),
        ask: `${verb}${object}`,
        missing: missing.length === 0 ? null : message('warning.missing-columns', { columns: missing.join('、') }),
      });
      return { code: 'ask-open', message: said, file, place: null };
    });
  });
}

function countShown({ shown }: FilingDocument): { tables: number; figures: number } {
  let tables = 0;
  let figures = 0;
  for (const block of shown.flatMap(({ sections }) => sections.flatMap((section) => section.blocks))) {
    if (block.type === 'table') tables += 1;
    else if (isTextBlock(block)) figures += block.inlines.filter((inline) => inline.type === 'figure').length;
  }
  return { tables, figures };
}
