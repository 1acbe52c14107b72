import type { ChangeId } from '../../domain/ids';
import { getInlineText } from '../../domain/reply';
import type { ReviewedChange, ReviewPayload, StyleChange } from '../../domain/review';
import type { SentChange } from '../../review/word/wordAnchor';
import type { FilingComment } from './reviewMarks';
import { PROPOSED, STYLE_NAMES, STYLE_OFF } from './reviewWords';

/** The remarks a document carries, in the order they are written, and everything of the project's review that is in it. */
export type RemarkList = { comments: FilingComment[]; sent: SentChange[]; places: Map<ChangeId, number> };

/** Adds a remark, or a proposal in words where Word has no mark for it; gives its place in the list. */
export function addRemark(list: RemarkList, { change, state }: ReviewedChange, before = ''): number {
  const { changeId, author, at, payload } = change;
  const text = before + describePayload(payload, change.anchor.quote);
  const replyTo = payload.kind === 'comment' ? payload.replyTo : null;
  const parent = replyTo === null ? null : (list.places.get(replyTo) ?? null);
  const place = list.comments.push({ author, at, text, parent, resolved: state === 'resolved' }) - 1;
  list.places.set(changeId, parent ?? place);
  list.sent.push({ changeId, kind: 'comment', author, at, text });
  return place;
}

/** Notes a proposal that is written as a tracked change. */
export function addProposal(list: RemarkList, { change }: ReviewedChange): void {
  const { changeId, author, at, payload, anchor } = change;
  const text = payload.kind === 'insert' ? getInlineText(payload.inlines) : anchor.quote;
  list.sent.push({ changeId, kind: 'suggestion', author, at, text });
}

function describePayload(payload: ReviewPayload, quote: string): string {
  switch (payload.kind) {
    case 'comment':
      return payload.text;
    case 'delete':
      return PROPOSED.delete + quote;
    case 'insert':
      return PROPOSED.insert + getInlineText(payload.inlines);
    case 'format':
      return PROPOSED.format + describeStyle(payload.style);
    case 'insertBlock':
    case 'setBlock':
      return PROPOSED[payload.kind] + ('inlines' in payload.block ? getInlineText(payload.block.inlines) : '');
    case 'setCell':
      return PROPOSED.setCell + payload.text;
    case 'insertRow':
    case 'insertColumn':
      return PROPOSED[payload.kind] + payload.texts.join('、');
    case 'setRecord':
      return PROPOSED.setRecord + payload.label;
    case 'overrideFigure':
      return `${PROPOSED.overrideFigure}${payload.proposed}`;
    default:
      return PROPOSED[payload.kind];
  }
}

function describeStyle(style: StyleChange): string {
  return (Object.keys(STYLE_NAMES) as (keyof StyleChange)[])
    .filter((name) => style[name] !== undefined)
    .map((name) => (style[name] ? '' : STYLE_OFF) + STYLE_NAMES[name])
    .join('、');
}
