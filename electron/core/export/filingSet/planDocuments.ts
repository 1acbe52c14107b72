import type { FilingPaper } from '../../../../shared/domain/filingSet';
import type { VerifierRole } from '../../../../shared/domain/letter';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import { isOpinionVariant, listVariants, type OpinionVariant, type Printable, type Variant } from '../../../../shared/domain/variant';
import { getLetter } from '../../../../shared/document/filingDocument';
import { OPINION_TITLES, SET_TITLES } from '../../../../shared/document/filingSet/filingSetWords';

/** Where a document of a set comes from: made here, printed from the announcement, the register of what is withheld, or added by the user. */
export type PlannedSource =
  | { kind: 'variant'; variant: Variant }
  | { kind: 'writtenReply' }
  | { kind: 'pdf'; variant: Variant }
  | { kind: 'register' }
  | { kind: 'paper'; paper: FilingPaper | null };

/** A document of a set; a paper that is null has not come yet. */
export type PlannedDocument = { title: string; disclosed: boolean; source: PlannedSource };

/** Every document a filing of this letter takes: the announcement, the written reply, each verifier's document and seal, 备查文件. */
export function planDocuments(snapshot: ProjectSnapshot, papers: readonly FilingPaper[], isRedacted: boolean): PlannedDocument[] {
  const letter = getLetter(snapshot);
  const opinions = listVariants(letter).filter(isOpinionVariant);
  const others = [...new Set(letter.questions.flatMap(({ verifications }) => verifications.map(({ role }) => role)))];
  const sealed = [
    ...opinions,
    ...others.filter((role) => papers.some(({ verifier }) => verifier === role) && !opinions.some((one) => one === role)),
  ];
  const made = (title: string, source: PlannedSource, disclosed = true): PlannedDocument => ({ title, disclosed, source });
  const announcement = isRedacted ? 'redacted' : 'announcement';
  return [
    made(SET_TITLES.announcement, { kind: 'variant', variant: announcement }),
    made(SET_TITLES.announcementPdf, { kind: 'pdf', variant: announcement }),
    made(SET_TITLES.writtenReply, { kind: 'writtenReply' }, false),
    ...takePapers(papers, 'writtenReply', null, SET_TITLES.sealedReply, false),
    ...opinions.map((variant) => made(OPINION_TITLES[variant], { kind: 'variant', variant })),
    ...sealed.flatMap((role) => takePapers(papers, 'opinion', role, `${nameOpinion(role)}${SET_TITLES.sealed}`, true)),
    ...(isRedacted
      ? [
          made(SET_TITLES.regulator, { kind: 'variant', variant: 'regulator' }, false),
          made(SET_TITLES.register, { kind: 'register' }, false),
        ]
      : []),
    ...papers.filter(({ kind }) => kind === 'undisclosed').map((paper) => made(paper.title, { kind: 'paper', paper }, false)),
  ];
}

/** What of a set is printed to know its pages. */
export function listPrintables(documents: readonly PlannedDocument[]): { document: Printable; title: string }[] {
  return documents.flatMap(({ title, source }) => {
    const document = getPrintable(source);
    return document === null ? [] : [{ document, title }];
  });
}

/** What is printed for a document; null for what is no document made here. */
export function getPrintable(source: PlannedSource): Printable | null {
  if (source.kind === 'variant') return source.variant;
  return source.kind === 'writtenReply' ? source.kind : null;
}

function nameOpinion(role: VerifierRole): string {
  return OPINION_TITLES[role as OpinionVariant] ?? '';
}

/** The papers of a kind, or the line of one that is missing. */
function takePapers(
  papers: readonly FilingPaper[],
  kind: FilingPaper['kind'],
  verifier: VerifierRole | null,
  title: string,
  disclosed: boolean,
): PlannedDocument[] {
  const own = papers.filter((paper) => paper.kind === kind && paper.verifier === verifier);
  if (own.length === 0) return [{ title, disclosed, source: { kind: 'paper', paper: null } }];
  return own.map((paper) => ({ title: paper.title === '' ? title : paper.title, disclosed, source: { kind: 'paper', paper } }));
}
