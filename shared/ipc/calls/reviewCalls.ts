import { z } from 'zod';
import type { Exchange } from '../../domain/exchange';
import type { JobId } from '../../domain/ids';
import type { ReviewChange, ReviewedChange } from '../../domain/review';
import { SIGN_OFF_ROLES, type SignOff, type WorkDue } from '../../domain/signOff';
import type { NumberedParagraph } from '../../document/listNumberedParagraphs';
import { localSuggestions, overrideChoice, reviewAnchor, reviewPayload, verdict } from '../reviewSchema';
import { fileToken, isoDate, idOf, replySections, shortText, text, verifierRole } from '../schemas';
import { call, none, questionId } from './call';
import { PRINTOUT_KINDS, type DecideResult } from '../results';

/** Calls about what other hands bring: remarks, suggestions, returned documents, sign-offs, exchange. */
export const reviewCalls = {
  // Review
  /** Changes of one question, or of all, each with its state, its place in the reply as it is now and what it conflicts with, in reading order. */
  'review:list': call<(ReviewedChange & { mine: boolean; sent: boolean })[]>()(z.object({ questionId: questionId.nullable() })),
  /** Adds a remark at a place, or a reply to one (then its anchor is that of the remark). Core fills in the quote and the block's text. */
  'review:comment': call<ReviewChange>()(z.object({ anchor: reviewAnchor, text: text.min(1), replyTo: idOf<'change'>().nullable() })),
  /** Adds one suggestion that is not part of a reply's text: of a cell, row or column, or an override of a figure. */
  'review:propose': call<ReviewChange>()(z.object({ anchor: reviewAnchor, payload: reviewPayload })),
  /**
   * Saves a reply's text and the local author's suggestions on it together. The list is all of them that stand in this reply's text: an unsent one
   * that is missing is removed, a sent one withdrawn.
   */
  'review:saveSuggestions': call<{ revision: number; savedAt: string }>()(
    z.object({ questionId, baseRevision: z.int(), sections: replySections, suggestions: localSuggestions }),
  ),
  /** Decides one change or several as one operation; accepting carries them out. `override` says what becomes of figures whose override is accepted. */
  'review:decide': call<DecideResult>()(
    z.object({
      changeIds: z.array(idOf<'change'>()).min(1).max(20_000),
      verdict,
      note: shortText,
      override: overrideChoice.optional(),
      correction: z.enum(['misread', 'restated']).optional(),
      /** Rejected in the same operation: the other sides of a conflict. */
      alsoReject: z.array(idOf<'change'>()).max(20_000).optional(),
    }),
  ),
  // Reviewed Word documents and remarks on paper
  /** Takes a reviewed DOCX back. */
  'wordReview:takeBack': call<{ jobId: JobId }>()(z.object({ file: fileToken })),
  /** Paragraphs of the copy signed on paper, by the number in its margin. */
  'wordReview:listParagraphs': call<NumberedParagraph[]>()(none),
  /** Enters what somebody wrote on paper: a remark, the whole text a paragraph should have, or that it should go. */
  'wordReview:addPaperRemark': call<null>()(
    z.object({ number: z.int().min(1), author: shortText.min(1), kind: z.enum(['comment', 'replace', 'delete']), text: text.max(20_000) }),
  ),
  // Sign-offs, due dates, departments
  /** Sign-offs of one question or all; one whose `changes` are not empty has lapsed. */
  'signOff:list': call<SignOff[]>()(z.object({ questionId: questionId.nullable() })),
  'signOff:add': call<SignOff>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), role: z.enum(SIGN_OFF_ROLES) })),
  'signOff:remove': call<null>()(z.object({ signOffId: idOf<'signOff'>() })),
  'due:list': call<WorkDue[]>()(none),
  'due:set': call<null>()(
    z.object({
      targets: z
        .array(z.object({ questionId, itemId: idOf<'item'>().nullable() }))
        .min(1)
        .max(2_000),
      dueOn: isoDate.nullable(),
    }),
  ),
  /** Writes 任务单 and 取数表 for every owner with open work, or those named, into a new folder. */
  'task:send': call<{ jobId: JobId }>()(
    z.object({
      owners: z.array(shortText).max(200),
      terms: z.object({
        basis: shortText,
        period: shortText,
        unit: shortText,
        dueOn: isoDate.nullable(),
        preparer: shortText,
        reviewer: shortText,
      }),
      target: fileToken,
    }),
  ),
  /** Takes returned 取数表 in, under whatever file names. */
  'task:takeBack': call<{ jobId: JobId }>()(z.object({ files: z.array(fileToken).min(1).max(200) })),
  /** Writes a paper to print; `role` names the verifier of a packet. */
  'printout:export': call<{ jobId: JobId }>()(z.object({ kind: z.enum(PRINTOUT_KINDS), role: verifierRole.optional(), target: fileToken })),
  // Exchange with others
  /** What went out and came back, newest first. */
  'exchange:list': call<Exchange[]>()(none),
  /** Makes a copy for a reviewer; no questions named means all of them. What is withheld is replaced in it unless the reviewer is an insider. */
  'exchange:copy': call<{ jobId: JobId }>()(
    z.object({
      recipient: shortText.min(1),
      questionIds: z.array(questionId).max(500),
      withSources: z.boolean(),
      isInsider: z.boolean().optional(),
      password: shortText.min(1).optional(),
      target: fileToken,
    }),
  ),
  /** Takes a returned copy in, a reviewer's or an ordinary one. */
  'exchange:merge': call<{ jobId: JobId }>()(z.object({ file: fileToken, password: shortText.min(1).optional() })),
} as const;
