import type { ProjectSnapshot } from '../domain/snapshot';
import { isPublished, type Variant } from '../domain/variant';
import { assembleAnnouncement } from './assembleAnnouncement';
import { assembleApproval } from './assembleApproval';
import { assembleDeferral } from './assembleDeferral';
import { assembleOpinion } from './assembleOpinion';
import { assembleReceipt } from './assembleReceipt';
import { assembleRegulator } from './assembleRegulator';
import { assembleReview } from './assembleReview';
import { assembleRevision } from './assembleRevision';
import { type DocumentContext, PLAIN_CONTEXT } from './documentContext';
import type { FilingDocument } from './filingDocument';
import { assembleOutsideReview } from './reviewCopy/assembleOutsideReview';
import { createParagraph } from './filingBlock';
import { sayForInsider } from './filingWords';
import { redactSnapshot } from './redaction/redactSnapshot';

/**
 * The document of a variant, all from one source: text two variants share is made by the same functions from the same blocks. What the
 * public reads is made of a project from which the withheld words are gone; the plain announcement has them, and must not be filed.
 */
export function assembleDocument(variant: Variant, whole: ProjectSnapshot, context: DocumentContext = PLAIN_CONTEXT): FilingDocument {
  const { redactions } = context;
  const isRedacted = isPublished(variant) && variant !== 'announcement';
  const snapshot = isRedacted ? redactSnapshot(whole, redactions) : whole;
  const former = context.former !== null && isRedacted ? redactSnapshot(context.former, redactions) : context.former;
  switch (variant) {
    case 'announcement':
    case 'redacted':
      return assembleAnnouncement(snapshot);
    case 'regulator':
      return assembleRegulator(snapshot, redactions);
    case 'revision':
      return assembleRevision(snapshot, former);
    case 'receipt':
      return assembleReceipt(snapshot, context.notice);
    case 'deferral':
      return assembleDeferral(snapshot, context.notice);
    case 'approval':
      return assembleApproval(snapshot, former, redactions.length > 0);
    case 'review':
      return reviewFor(snapshot, context);
    case 'auditor':
    case 'sponsor':
    case 'financialAdviser':
    case 'lawyer':
    case 'appraiser':
      return assembleOpinion(variant, snapshot);
  }
}

/** A copy for reviewers is for one of two readers where anything is withheld: one who must not know it, or an insider. */
function reviewFor(snapshot: ProjectSnapshot, { review = [], redactions, insider }: DocumentContext): FilingDocument {
  if (redactions.length === 0) return assembleReview(snapshot, review);
  if (insider === undefined) return assembleOutsideReview(snapshot, review, redactions);
  return assembleReview(snapshot, review, { note: [createParagraph('ReplyBody', sayForInsider(insider))] });
}
