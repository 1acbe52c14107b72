import type { ChangeId } from '../../domain/ids';
import type { ReviewAnchor } from '../../domain/review';
import type { ReviewedBlock, ReviewedComment } from './reviewedDocument';
import type { DocumentChanges } from './takeDocument';
import { createNowhere, type Target } from './targets';
import type { Taking } from './textChanges';
import type { RemarkEnd } from './textEdits';

type Range = {
  start: { anchor: ReviewAnchor; at: number; target: Target | null };
  end: { at: number; target: Target | null } | null;
};

/** Where the remarks of a document stand, noted as its paragraphs are read. */
export class RemarkRanges {
  private readonly ranges = new Map<string, Range>();

  /** Where a remark begins or ends in a paragraph; what it stands in may be another change. */
  noteEnd({ comment, isStart, at, inside }: RemarkEnd, target: Target, insideId: ChangeId | null): void {
    const range = this.ranges.get(comment);
    if (isStart) {
      if (range) return;
      const place = target.place(at, at);
      const anchor = insideId && inside ? { ...place, inside: insideId, from: inside.offset, to: inside.offset, quote: '' } : place;
      this.ranges.set(comment, { start: { anchor, at, target }, end: null });
    } else if (range && range.end === null) range.end = { at, target };
  }

  /** Remarks among blocks that belong to one place as a whole. */
  noteBlocks(blocks: readonly ReviewedBlock[], anchor: ReviewAnchor): void {
    for (const block of blocks) {
      if (block.type === 'table') {
        for (const row of block.rows) for (const cell of row.cells) this.noteBlocks(cell.blocks, anchor);
        continue;
      }
      for (const piece of block.pieces) {
        if (piece.type === 'commentStart' && !this.ranges.has(piece.comment))
          this.ranges.set(piece.comment, { start: { anchor, at: 0, target: null }, end: null });
      }
    }
  }

  /** Every remark of the file as a change: at its range, answering the one it answers. */
  take(comments: readonly ReviewedComment[], { list, words }: Pick<Taking, 'list' | 'words'>): DocumentChanges['remarks'] {
    const remarks: DocumentChanges['remarks'] = [];
    const ids = new Map<string, ChangeId>();
    const takeRemark = (comment: ReviewedComment, path: readonly string[]): ChangeId => {
      const known = ids.get(comment.id);
      if (known !== undefined) return known;
      const parent = comments.find(({ id }) => id === comment.parent);
      const replyTo = parent && !path.includes(parent.id) ? takeRemark(parent, [...path, comment.id]) : null;
      const own = this.ranges.get(comment.id) ?? (parent && this.ranges.get(parent.id));
      const anchor = own ? getRangeAnchor(own) : createNowhere('');
      const author = comment.author.trim() || words.unknownAuthor();
      const by = { author, at: comment.at ?? list.makerOf(null).at, isTracked: true };
      const { text } = comment;
      const changeId = list.add({ by, anchor, words: `comment ${text}`, build: () => ({ kind: 'comment', text, replyTo }) }, []);
      ids.set(comment.id, changeId);
      remarks.push({ comment, changeId });
      return changeId;
    };
    for (const comment of comments) takeRemark(comment, []);
    return remarks;
  }
}

function getRangeAnchor({ start, end }: Range): ReviewAnchor {
  const { anchor, at, target } = start;
  if (anchor.inside !== undefined || target === null) return anchor;
  const to = end === null ? at : end.target === target ? Math.max(at, end.at) : target.text.length;
  return target.place(at, to);
}
