import { z } from 'zod';
import type { Deferral } from '../../domain/deferral';
import type { Filing } from '../../domain/filing';
import type { JobId } from '../../domain/ids';
import { ASK_STATES, type Letter } from '../../domain/letter';
import type { ProjectOverview } from '../../domain/project';
import type { AnsweredAsk } from '../../letter/answerAsks';
import type { QuotedReply } from '../../letter/quotedReplies';
import { correction } from '../correctionSchema';
import { letterHeaderChange, letterInput, letterOrFile } from '../letterSchema';
import { fileToken, isoDate, idOf, itemStatus, projectDetails, shortText, text } from '../schemas';
import { call, none, questionId } from './call';
import type { LetterAsRead, LetterPreview } from '../results';

/** Calls about the project itself and the letters it answers. */
export const letterCalls = {
  // Project
  'project:new': call<ProjectOverview>()(z.object({ letter: letterOrFile, target: fileToken.nullable() })),
  'project:open': call<ProjectOverview>()(
    z.object({ file: fileToken, readOnly: z.boolean().optional(), password: shortText.min(1).optional() }),
  ),
  'project:openSample': call<ProjectOverview>()(none),
  'project:close': call<null>()(none),
  'project:save': call<{ savedAt: string }>()(none),
  'project:saveAs': call<ProjectOverview>()(z.object({ target: fileToken })),
  'project:get': call<ProjectOverview | null>()(none),
  'project:setDetails': call<ProjectOverview>()(projectDetails),
  // Letter
  'letter:preview': call<LetterPreview>()(letterInput),
  'letter:list': call<Letter[]>()(none),
  /** A letter as read, for reading it beside its questions: the text, what reading cleaned, and the pages of a scan. */
  'letter:text': call<LetterAsRead>()(z.object({ letterId: idOf<'letter'>() })),
  /** Where later letters quote replies to earlier ones. */
  'letter:quotes': call<QuotedReply[]>()(none),
  /** Corrects how a letter was cut up; what hangs on questions and items follows. */
  'letter:correct': call<null>()(z.object({ correction })),
  /** Adds a letter of a further round with replies to write. */
  'letter:add': call<Letter>()(z.object({ letter: letterOrFile })),
  /** Writes down what the regulator said: when, who, and the words. */
  'letter:addOral': call<Letter>()(z.object({ spokenOn: isoDate, spokenBy: shortText.trim().min(1), words: text.trim().min(1) })),
  'letter:setHeader': call<null>()(z.object({ letterId: idOf<'letter'>(), header: letterHeaderChange })),
  'letter:confirmPage': call<null>()(z.object({ letterId: idOf<'letter'>(), page: z.int().min(1), confirmed: z.boolean() })),
  /** Gives several items (or questions without items) an owner at once, or takes it away. */
  'item:assign': call<null>()(
    z.object({
      targets: z
        .array(z.object({ questionId, itemId: idOf<'item'>().nullable() }))
        .min(1)
        .max(2_000),
      owner: shortText.nullable(),
    }),
  ),
  /** One page of a scan as a picture: of a file before it is a letter, or of a stored letter. `isDrawn` is false when nothing or not all of it shows. */
  'scan:page': call<{ bytes: Uint8Array; mime: string; pages: number; isDrawn: boolean }>()(
    z
      .object({ file: fileToken.nullable(), letterId: idOf<'letter'>().nullable(), page: z.int().min(1) })
      .refine(({ file, letterId }) => (file === null) !== (letterId === null), { path: ['file'] }),
  ),
  /** Recognises the pages of a scan on this computer; each is told by `scan:recognised` as soon as it is read. */
  'scan:recognise': call<{ jobId: JobId }>()(z.object({ file: fileToken })),
  'item:setStatus': call<null>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), status: itemStatus })),
  'item:setOwner': call<null>()(z.object({ questionId, itemId: idOf<'item'>().nullable(), owner: shortText.nullable() })),
  /** The ask ledger, in the letters' order. */
  'ask:list': call<AnsweredAsk[]>()(none),
  /** Decides an ask; open without a reason gives it back to what the reply shows. An exemption needs its reason. */
  'ask:setState': call<null>()(
    z
      .object({ askId: idOf<'ask'>(), state: z.enum(ASK_STATES), reason: shortText.nullable() })
      .refine(({ state, reason }) => state !== 'exempted' || (reason ?? '').trim() !== '', { path: ['reason'] }),
  ),
  'deferral:list': call<Deferral[]>()(none),
  'deferral:add': call<Deferral>()(
    z.object({
      letterId: idOf<'letter'>(),
      announcedOn: isoDate.nullable(),
      dueOn: isoDate.nullable(),
      reason: shortText,
      apology: z.boolean(),
    }),
  ),
  'deferral:remove': call<null>()(z.object({ deferralId: idOf<'deferral'>() })),
  'filing:list': call<Filing[]>()(none),
  /** Freezes what was filed: a version of now and the files as they are; no questions named means all of the letter's. */
  'filing:record': call<Filing>()(
    z.object({
      letterId: idOf<'letter'>(),
      questionIds: z.array(questionId).max(200),
      files: z.array(fileToken).max(100),
      filedOn: isoDate,
      note: shortText,
    }),
  ),
} as const;
