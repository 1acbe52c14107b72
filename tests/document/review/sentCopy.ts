import { createHash } from 'node:crypto';
import { exportDocx } from '../../../electron/core/export/docx/exportDocx';
import { readReview } from '../../../electron/core/import/review/readReview';
import { assembleReview } from '../../../shared/document/assembleReview';
import type { ReviewChange, ReviewedChange } from '../../../shared/domain/review';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { takeBack, type TakenBack } from '../../../shared/review/word/takeBack';
import { createWords } from '../../../shared/review/word/wordReviewWords';
import type { AnchorMap } from '../../../shared/review/word/wordAnchor';

/** A copy as it went out. */
export type SentCopy = { docx: Uint8Array; anchors: AnchorMap; project: ProjectSnapshot };

/** Sends a copy of a project out. */
export async function sendCopy(project: ProjectSnapshot, view: readonly ReviewedChange[] = []): Promise<SentCopy> {
  const { blocks, marks, comments, anchors } = assembleReview(project, view);
  const docx = await exportDocx(blocks, { title: '审阅稿', created: '2025-06-05', review: { marks, comments, name: 'exchange' } });
  return { docx, anchors, project };
}

/** Ids as core makes them. */
export function makeTestId<Noun extends string>(words: string) {
  return createHash('sha256').update(words).digest('hex').slice(0, 16) as never as import('../../../shared/domain/ids').Id<Noun>;
}

/** Takes a copy back. */
export function takeCopy({ docx, anchors }: SentCopy, returned: Uint8Array): TakenBack {
  return takeBack({
    sent: readReview(docx, '发出.docx'),
    returned: readReview(returned, '收回.docx'),
    anchors,
    exchange: 'exchange',
    versionId: null,
    receivedAt: '2025-06-20T09:00:00+08:00',
    words: createWords('zh-CN'),
    makeId: makeTestId,
  });
}

/** Changes on one line each: kind, place, words. */
export function printChanges(changes: readonly ReviewChange[]): string[] {
  return changes.map(({ author, anchor, payload }) => {
    const place = anchor.cell ? `${anchor.cell.rowId}/${anchor.cell.colId}` : (anchor.blockId ?? anchor.questionId ?? '-');
    const said =
      payload.kind === 'comment'
        ? `${payload.text}${payload.replyTo ? ' ↩' : ''}`
        : payload.kind === 'insert'
          ? payload.inlines.map((one) => ('text' in one ? one.text : `{${one.type}}`)).join('')
          : payload.kind === 'overrideFigure'
            ? `${payload.shown}→${payload.proposed}`
            : payload.kind === 'setCell'
              ? payload.text
              : payload.kind === 'insertRow' || payload.kind === 'insertColumn'
                ? payload.texts.join('|')
                : payload.kind === 'insertBlock' || payload.kind === 'setBlock'
                  ? `${payload.block.type}:${'inlines' in payload.block ? payload.block.inlines.map((one) => ('text' in one ? one.text : '')).join('') : ''}`
                  : payload.kind === 'format'
                    ? JSON.stringify(payload.style)
                    : '';
    const inside = anchor.inside ? ' inside' : '';
    return `${author} ${payload.kind} ${place} ${anchor.from}-${anchor.to}“${anchor.quote}”${inside} ${said}`.trimEnd();
  });
}
