import { describe, expect, it } from 'vitest';
import type { BlockId, ChangeId, FigureId, QuestionId, SectionId } from '../domain/ids';
import { type Block, getInlineText, type Inline, type Section } from '../domain/reply';
import type { ReviewAnchor, ReviewChange, ReviewPayload } from '../domain/review';
import { applyToSections } from './applyToSections';
import type { PlacedChange } from './findConflicts';
import { viewReview } from './viewReview';

const questionId = 'q' as QuestionId;
const sectionId = 's' as SectionId;
const paragraph = (blockId: string, ...inlines: Inline[]): Block => ({ type: 'paragraph', blockId: blockId as BlockId, inlines });
const text = (words: string): Inline => ({ type: 'text', text: words });

/** A change in the words another one inserts, or of the reply's first block. */
function changeOf(id: string, payload: ReviewPayload, place: Partial<ReviewAnchor>): ReviewChange {
  const anchor = { questionId, blockId: 'b' as BlockId, from: 0, to: 0, quote: '', ...place };
  return { changeId: id as ChangeId, author: id, at: '2026-11-01T00:00:00Z', baseVersionId: null, anchor, payload };
}

/** The blocks after all changes are accepted together, and which were carried out. */
function accept(blocks: readonly Block[], changes: readonly ReviewChange[]) {
  const sections: Section[] = [{ sectionId, role: 'statement', verifier: null, itemIds: [], blocks: [...blocks] }];
  const view = viewReview({ replies: [{ questionId, revision: 0, sections }], findTable: () => null }, changes, []);
  const { sections: after, applied } = applyToSections(sections, view as PlacedChange[]);
  const texts = after[0]!.blocks.map((block) => `${block.type} ${'inlines' in block ? getInlineText(block.inlines) : ''}`);
  return { texts, applied: applied.toSorted() };
}

const insertBlock = (blockId: string, words: string): ReviewPayload => ({
  kind: 'insertBlock',
  sectionId,
  block: paragraph(blockId, text(words)),
});
const inside = (id: string, from: number, to = from): Partial<ReviewAnchor> => ({ inside: id as ChangeId, from, to });

describe('changes of what another open change inserts', () => {
  it('puts a paragraph behind an inserted one, and what is put behind that behind it', () => {
    const changes = [
      changeOf('1', insertBlock('x', '新的一段。'), {}),
      changeOf('2', insertBlock('y', '再加一段。'), inside('1', 0)),
      changeOf('3', insertBlock('z', '又加一段。'), inside('2', 0)),
    ];
    expect(accept([paragraph('b', text('原文。')), paragraph('c', text('末段。'))], changes)).toEqual({
      texts: ['paragraph 原文。', 'paragraph 新的一段。', 'paragraph 再加一段。', 'paragraph 又加一段。', 'paragraph 末段。'],
      applied: ['1', '2', '3'],
    });
  });

  it('makes an inserted paragraph another kind of block, edits its words, and takes it away', () => {
    const heading: Block = { type: 'heading', blockId: 'x' as BlockId, level: 2, inlines: [] };
    const first = changeOf('1', insertBlock('x', '新的一段。'), {});
    const changes = [
      first,
      changeOf('2', { kind: 'setBlock', block: heading }, inside('1', 0)),
      changeOf('3', { kind: 'insert', inlines: [text('小节：')] }, inside('1', 0)),
    ];
    expect(accept([paragraph('b', text('原文。'))], changes).texts).toEqual(['paragraph 原文。', 'heading 小节：新的一段。']);
    const gone = [first, changeOf('2', { kind: 'deleteBlock' }, inside('1', 0))];
    expect(accept([paragraph('b', text('原文。'))], gone)).toEqual({ texts: ['paragraph 原文。'], applied: ['1', '2'] });
  });

  it('edits the words proposed for a figure', () => {
    const figure: Inline = { type: 'figure', figureId: 'f' as FigureId, text: '8,500.00万元' };
    const override = { kind: 'overrideFigure' as const, figureId: 'f' as FigureId, shown: '8,500.00万元', proposed: '8,600万元' };
    const changes = [
      changeOf('1', override, { from: 2, to: 12, quote: '8,500.00万元' }),
      changeOf('2', { kind: 'insert', inlines: [text('约')] }, inside('1', 0)),
      changeOf('3', { kind: 'delete' }, inside('1', 3, 5)),
    ];
    expect(accept([paragraph('b', text('收入'), figure, text('。'))], changes)).toEqual({
      texts: ['paragraph 收入约8,6万元。'],
      applied: ['1', '2', '3'],
    });
  });

  it('leaves open what cannot be carried into it: a paragraph joined inside a figure’s words', () => {
    const override = { kind: 'overrideFigure' as const, figureId: 'f' as FigureId, shown: '1', proposed: '2' };
    const changes = [
      changeOf('1', override, { from: 0, to: 1, quote: '1' }),
      changeOf('2', { kind: 'splitBlock', newBlockId: 'n' as BlockId }, inside('1', 1)),
    ];
    const figure: Inline = { type: 'figure', figureId: 'f' as FigureId, text: '1' };
    expect(accept([paragraph('b', figure)], changes).applied).toEqual(['1']);
  });
});
