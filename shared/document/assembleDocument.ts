import type { ProjectSnapshot } from '../domain/snapshot';
import type { Variant } from '../domain/variant';
import { assembleAnnouncement } from './assembleAnnouncement';
import { assembleApproval } from './assembleApproval';
import { assembleDeferral } from './assembleDeferral';
import { assembleOpinion } from './assembleOpinion';
import { assembleReceipt } from './assembleReceipt';
import { assembleReview } from './assembleReview';
import type { FilingDocument } from './filingDocument';

/** The document of a variant, all from one source: text two variants share is made by the same functions from the same blocks. */
export function assembleDocument(variant: Variant, snapshot: ProjectSnapshot): FilingDocument {
  switch (variant) {
    case 'announcement':
      return assembleAnnouncement(snapshot);
    case 'receipt':
      return assembleReceipt(snapshot);
    case 'deferral':
      return assembleDeferral(snapshot);
    case 'approval':
      return assembleApproval(snapshot);
    case 'review':
      return assembleReview(snapshot);
    case 'auditor':
    case 'sponsor':
    case 'financialAdviser':
    case 'lawyer':
    case 'appraiser':
      return assembleOpinion(variant, snapshot);
  }
}
