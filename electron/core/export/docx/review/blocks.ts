import type { FilingBlock } from '../../../../../shared/document/filingBlock';
import { assert } from '../../../../../shared/util/assert';
import type { PageBlock, WrittenBlock } from '../blocks';
import { RUNS_MARK, writeReviewParagraph } from './paragraphs';
import type { ReviewContent } from './parts';
import type { ReviewIds } from './reviewIds';
import { writeReviewTable } from './tables';

/** What the writers of a copy for reviewers share. */
export type ReviewWriting = ReviewContent & { readonly ids: ReviewIds };

/** Marks of a table that was laid out anew for the pages of a template: it is known by the block it prints. */
function findTableMarks(block: PageBlock, marks: ReviewContent['marks']) {
  if (block.type !== 'table' || block.anchor === undefined) return undefined;
  return [...marks].find(([marked]) => marked.type === 'table' && marked.anchor === block.anchor)?.[1];
}

/** A block with what it carries for reviewers; `write` writes one as in any other document. */
export function writeReviewBlock(block: PageBlock, { marks, ids }: ReviewWriting, write: (block: PageBlock) => WrittenBlock): WrittenBlock {
  const own = marks.get(block as FilingBlock) ?? findTableMarks(block, marks);
  if (own === undefined) return write(block);
  if ('rowTags' in own) {
    const table = write(block);
    assert(typeof table === 'string', 'a table is written as XML');
    return writeReviewTable(table, own, ids);
  }
  assert(block.type === 'paragraph' || block.type === 'listItem', 'marks belong to paragraphs and tables');
  const frame = write({ ...block, inlines: [{ type: 'text', text: RUNS_MARK }] });
  assert(typeof frame === 'string', 'a paragraph is written as XML');
  return writeReviewParagraph(frame, block.inlines, own, ids);
}
