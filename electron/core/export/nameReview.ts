import type { ReviewDocument } from '../../../shared/document/assembleReview';
import type { FilingDocument } from '../../../shared/document/filingDocument';
import type { ReviewContent } from './docx/review/parts';
import { hashId } from './hashId';

/** True for a copy for reviewers. */
export function isReviewDocument(document: FilingDocument): document is ReviewDocument {
  return 'anchors' in document;
}

/**
 * What a copy for reviewers is written with. Its name follows from what it holds, and from nothing it withholds, which could be tried out on it: the
 * same state sent twice is one exchange.
 */
export function nameReview({ title, marks, comments, anchors, printedAnchors = anchors }: ReviewDocument): ReviewContent {
  return { marks, comments, name: hashId<'exchange'>(JSON.stringify([title, printedAnchors, comments])) };
}
