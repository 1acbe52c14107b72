import { z } from 'zod';
import type { Acceptance } from '../../domain/acceptance';
import type { JobId } from '../../domain/ids';
import type { Warning } from '../../domain/place';
import type { OperationSummary, VersionSummary } from '../../domain/project';
import { type FilingPaper, type FilingPlan, type FilingPrint, PAPER_KINDS } from '../../domain/filingSet';
import type { Redaction } from '../../domain/redaction';
import { PARAGRAPH_STYLES } from '../../document/filingBlock';
import type { PrintPage } from '../../document/page/printPage';
import type { StyleMapping } from '../../document/template/documentTemplate';
import type { PageLook } from '../../document/page/pageLook';
import type { PagePart } from '../../document/page/writePage';
import type { VersionDifference } from '../../domain/versionDifference';
import { PRINTABLES, VARIANTS } from '../../domain/variant';
import { opinionBlock } from '../opinionSchema';
import { redactionContent } from '../redactionSchema';
import { fileToken, isoDate, idOf, noticeHead, shortText, text, verifierRole } from '../schemas';
import { call, none, questionId } from './call';
import type { SearchHit } from '../results';

const styleMapping = z.partialRecord(z.enum(PARAGRAPH_STYLES), z.string().max(300).nullable());

/** Calls about what goes out and what was: withheld words, filing, checks, export, history, long work. */
export const documentCalls = {
  // What is withheld from the public
  'redaction:list': call<Redaction[]>()(none),
  'redaction:add': call<Redaction>()(redactionContent),
  'redaction:update': call<Redaction>()(z.object({ redactionId: idOf<'redaction'>(), content: redactionContent })),
  'redaction:remove': call<null>()(z.object({ redactionId: idOf<'redaction'>() })),
  // An intermediary's own document
  'opinion:compare': call<{ jobId: JobId }>()(z.object({ file: fileToken, verifier: verifierRole })),
  /** Accepts a difference with its reason; null opens it again. */
  'opinion:accept': call<null>()(
    z.object({
      verifier: verifierRole,
      difference: z.object({ kind: z.enum(['question', 'statement', 'figure']), question: shortText, ours: text, theirs: text }),
      reason: shortText.nullable(),
    }),
  ),
  /** Makes a verifier's section of a reply say what its own document says. */
  'opinion:adopt': call<null>()(
    z.object({
      questionId,
      verifier: verifierRole,
      role: z.enum(['procedures', 'conclusion']),
      blocks: z.array(opinionBlock).min(1).max(2_000),
    }),
  ),
  // The folder that is filed
  'filingSet:get': call<{ papers: FilingPaper[]; plan: FilingPlan }>()(none),
  'filingSet:addPaper': call<FilingPaper>()(
    z.object({ file: fileToken, kind: z.enum(PAPER_KINDS), verifier: verifierRole.nullable(), title: shortText }),
  ),
  'filingSet:removePaper': call<null>()(z.object({ paperId: idOf<'filingPaper'>() })),
  'filingSet:setPlan': call<null>()(z.object({ pattern: shortText, categories: z.record(shortText, shortText) })),
  /** What the desktop program prints for the set to be made at `target`, each into a file of its own. Former prints go; refused where the name is taken. */
  'filingSet:beginPrinting': call<FilingPrint[]>()(z.object({ target: fileToken })),
  /** Removes what was printed when no set is made of it. */
  'filingSet:forgetPrints': call<null>()(none),
  /** Writes the folder; `prints` are the documents printed for it. Frozen as a filing only when the announcement passes the last check. */
  'filingSet:make': call<{ jobId: JobId }>()(
    z.object({
      target: fileToken,
      filedOn: isoDate,
      prints: z.array(z.object({ document: z.enum(PRINTABLES), file: fileToken })).max(PRINTABLES.length),
    }),
  ),
  // Search, checks, export
  /** `period` and `unit` narrow the hits to table cells under that period or in that unit. */
  'search:query': call<SearchHit[]>()(
    z.object({ query: shortText, limit: z.int().min(1).max(500), period: shortText.optional(), unit: shortText.optional() }),
  ),
  /** All checks, or once they have run only those a change reached since; the findings, worst first, arrive with `job:done`. */
  'check:run': call<{ jobId: JobId }>()(z.object({ changedOnly: z.boolean().optional() })),
  /** `against`: the version a document that marks changes is compared with; absent or null means the newest one somebody named. `final` looks the file over once more before it is signed. */
  /** Findings accepted with a reason; accepting one again gives it the new reason. */
  'acceptance:list': call<Acceptance[]>()(none),
  'acceptance:add': call<null>()(z.object({ key: text, rule: shortText, reason: shortText.refine((reason) => reason.trim() !== '') })),
  'acceptance:remove': call<null>()(z.object({ key: text })),
  /** Writes the registers of the matter as a workbook: where every number comes from, the intended corrections, and what is withheld; or the last alone. */
  'register:export': call<{ jobId: JobId }>()(z.object({ target: fileToken, withheldOnly: z.boolean().optional() })),
  'export:document': call<{ jobId: JobId }>()(
    z
      .object({
        variant: z.enum(VARIANTS),
        target: fileToken,
        against: idOf<'version'>().nullable().optional(),
        final: z.boolean().optional(),
        letterId: idOf<'letter'>().optional(),
        questionIds: z.array(questionId).max(200).optional(),
        notice: noticeHead.optional(),
        /** To whom a copy for reviewers goes, and whether in full: the name is then entered among the insiders of every entry of the register. */
        recipient: shortText.optional(),
        isInsider: z.boolean().optional(),
      })
      .refine(({ variant, recipient, isInsider }) => !isInsider || (variant === 'review' && (recipient ?? '').trim() !== ''), {
        path: ['recipient'],
      }),
  ),
  /** Looks a finished file over once more, as somebody left it in Word; the company's unless `variant` says whose it is. What stands in the way, empty when it may be signed. */
  'final:check': call<Warning[]>()(z.object({ file: fileToken, variant: z.enum(VARIANTS) })),
  /** The company's own template documents are written in; null for the house format. */
  'template:get': call<{ fileName: string; mapping: StyleMapping } | null>()(none),
  /** The styles of a document that may become the template, and which of them its names suggest for ours; `edges` counts its headers and footers. */
  'template:read': call<{ fileName: string; styles: { styleId: string; name: string }[]; guesses: StyleMapping; edges: number }>()(
    z.object({ file: fileToken }),
  ),
  'template:set': call<null>()(z.object({ file: fileToken, mapping: styleMapping })),
  'template:clear': call<null>()(none),
  /** A document as its pages show it, for looking at while one writes. */
  'preview:pages': call<{ title: string; look: PageLook; parts: PagePart[] }>()(z.object({ variant: z.enum(VARIANTS) })),
  /** A document as a page for the printer; refused like its file where it would show what is withheld. */
  'print:document': call<{ fileName: string; page: PrintPage; warnings: Warning[] }>()(
    z.object({
      variant: z.enum(PRINTABLES),
      target: fileToken,
      against: idOf<'version'>().nullable().optional(),
      notice: noticeHead.optional(),
    }),
  ),
  /** Writes what was printed into the file it was printed for. */
  'print:write': call<{ fileName: string }>()(z.object({ target: fileToken, bytes: z.instanceof(Uint8Array) })),
  // History and versions
  'history:list': call<OperationSummary[]>()(z.object({ limit: z.int().min(1).max(1000) })),
  'history:undo': call<{ label: string } | null>()(none),
  'history:redo': call<{ label: string } | null>()(none),
  'version:list': call<VersionSummary[]>()(none),
  'version:create': call<VersionSummary>()(z.object({ name: shortText, why: shortText })),
  /** Differences between two versions, null being the project as it is now; by question, figures apart from text. */
  'version:compare': call<VersionDifference[]>()(z.object({ from: idOf<'version'>().nullable(), to: idOf<'version'>().nullable() })),
  /** Brings one question's reply back to what a version holds; the figures and tables it shows stay as they are now. */
  'version:restoreQuestion': call<null>()(z.object({ versionId: idOf<'version'>(), questionId })),
  'version:restore': call<null>()(z.object({ versionId: idOf<'version'>() })),
  // Long work
  'job:cancel': call<null>()(z.object({ jobId: idOf<'job'>() })),
} as const;
