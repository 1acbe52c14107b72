import { z } from 'zod';
import type { DefinedTerm, TermEntry } from '../../domain/definedTerm';
import type { Exemption } from '../../domain/exemption';
import type { Figure } from '../../domain/figure';
import type { AliasEntry } from '../../domain/metricAlias';
import type { FigureAccount } from '../../figures/accountFigures';
import type { DatedClaim } from '../../figures/datedClaims';
import type { FileHash, JobId } from '../../domain/ids';
import type { ReferenceTarget, Reply } from '../../domain/reply';
import type { BlockId } from '../../domain/ids';
import type { OfferedPlace } from '../../document/reference/refreshReferences';
import { figureFormat, fileHash, fileToken, formula, idOf, replySections, shortText } from '../schemas';
import { call, none, questionId } from './call';
import type { FigureCandidate, FigureTally } from '../results';

const definedTerm = z.object({ term: shortText.trim().min(1), fullName: shortText.trim().min(1) });

/** Calls about replies, their figures, pictures and references. */
export const replyCalls = {
  // Replies and figures
  'reply:get': call<Reply & { figures: Figure[] }>()(z.object({ questionId })),
  'reply:save': call<{ revision: number; savedAt: string }>()(z.object({ questionId, baseRevision: z.int(), sections: replySections })),
  /**
   * Puts `after` where `before` stands in a block's text (characters from `start` on). Where a linked figure stands there nothing is changed and the
   * figure is returned, for its cells are what must change; with `unlinks` plain text takes its place.
   */
  'reply:replaceNumber': call<{ figure: Figure | null }>()(
    z.object({
      questionId,
      blockId: idOf<'block'>(),
      start: z.int().min(0),
      before: shortText,
      after: shortText,
      unlinks: z.boolean().optional(),
    }),
  ),
  /** Lets the letter's own words stand where an imported draft repeats the question in other ones. */
  'reply:followLetter': call<null>()(z.object({ questionId })),
  'reply:importDraft': call<{ jobId: JobId }>()(z.object({ file: fileToken })),
  /** What a cross reference from a block may lead to, with the words it would have there. */
  'reference:list': call<OfferedPlace[]>()(z.object({ questionId, blockId: idOf<'block'>().nullable() })),
  /** The cross references of one reply with the words they have now. */
  'reference:current': call<{ blockId: BlockId; target: ReferenceTarget; text: string }[]>()(z.object({ questionId })),
  /** Short names: those written down, and those the text defines. */
  'term:list': call<TermEntry[]>()(none),
  'term:add': call<DefinedTerm>()(definedTerm),
  'term:update': call<DefinedTerm>()(definedTerm.extend({ termId: idOf<'term'>() })),
  'term:remove': call<null>()(z.object({ termId: idOf<'term'>() })),
  /** Pairs of names of one metric: those the tables give the same numbers, and those somebody decided on. */
  'alias:list': call<AliasEntry[]>()(none),
  /** Confirms that two names are one metric, tells them apart, or leaves the pair open again (null). */
  'alias:decide': call<null>()(z.object({ names: z.tuple([shortText, shortText]), verdict: z.enum(['confirmed', 'rejected']).nullable() })),
  'figure:create': call<Figure>()(
    z.object({ questionId, formula, format: figureFormat, asOf: shortText.nullable(), reason: shortText.nullable() }),
  ),
  'figure:update': call<Figure>()(
    z.object({ figureId: idOf<'figure'>(), formula, format: figureFormat, asOf: shortText.nullable(), reason: shortText.nullable() }),
  ),
  'figure:preview': call<{ text: string }>()(z.object({ formula, format: figureFormat })),
  'figure:list': call<Figure[]>()(z.object({ questionId: questionId.nullable() })),
  /** Every number of one reply's prose, or of all, with where it comes from. */
  'figure:account': call<FigureAccount[]>()(z.object({ questionId: questionId.nullable() })),
  /** Statements of the replies that carry a date, with their figures. */
  'figure:listDated': call<DatedClaim[]>()(none),
  /** Every number of the replies somebody said needs no source. */
  'figure:listExempt': call<Exemption[]>()(none),
  /** Says that a number of a reply needs no source, and why; without a reason it needs one again. */
  'figure:exempt': call<null>()(
    z.object({ questionId, blockId: idOf<'block'>(), text: shortText, occurrence: z.int().min(0), reason: shortText.nullable() }),
  ),
  /** Links every number of one reply, or of all, that has exactly one home. */
  'figure:linkAll': call<FigureTally>()(z.object({ questionId: questionId.nullable() })),
  'figure:candidates': call<FigureCandidate[]>()(z.object({ text: shortText, questionId, limit: z.int().min(1).max(200) })),
  'picture:add': call<{ file: FileHash; mime: string }>()(z.object({ bytes: z.instanceof(Uint8Array), name: shortText })),
  'picture:get': call<{ bytes: Uint8Array; mime: string }>()(z.object({ file: fileHash })),
} as const;
