import { describe, expect, it } from 'vitest';
import type { BlockId, ChangeId, DecisionId, QuestionId, SectionId } from '../domain/ids';
import type { Reply } from '../domain/reply';
import type { ReviewChange, ReviewDecision, ReviewPayload, Verdict } from '../domain/review';
import { applyToSections } from './applyToSections';
import type { PlacedChange } from './findConflicts';
import { viewReview } from './viewReview';

const questionId = 'q1' as QuestionId;

function replyOf(...texts: string[]): Reply {
  const blocks = texts.map((text, index) => ({
    type: 'paragraph' as const,
    blockId: `b${index}` as BlockId,
    inlines: [{ type: 'text' as const, text }],
  }));
  return { questionId, revision: 0, sections: [{ sectionId: 's' as SectionId, role: 'statement', verifier: null, itemIds: [], blocks }] };
}

/** A change of `quote` in a block's text, made when the block said `base`. */
function changeOf(id: string, base: string, quote: string, payload: ReviewPayload, author = '王律师', blockId = 'b0'): ReviewChange {
  const from = base.indexOf(quote);
  return {
    changeId: id as ChangeId,
    author,
    at: `2026-11-01T10:00:0${id.length}Z`,
    baseVersionId: null,
    anchor: { questionId, blockId: blockId as BlockId, from, to: from + quote.length, quote, blockText: base },
    payload,
  };
}

function decide(changeId: string, verdict: Verdict, at: string, id = at): ReviewDecision {
  return { decisionId: id as DecisionId, changeId: changeId as ChangeId, author: '董秘', at, verdict, note: '' };
}

function view(reply: Reply, changes: ReviewChange[], decisions: ReviewDecision[] = []) {
  return viewReview({ replies: [reply], findTable: () => null }, changes, decisions);
}

function accept(reply: Reply, changes: ReviewChange[]): string[] {
  const placed = view(reply, changes).filter((one): one is typeof one & PlacedChange => one.place !== null);
  return applyToSections(reply.sections, placed).sections[0]!.blocks.map((block) =>
    'inlines' in block ? block.inlines.map((inline) => ('text' in inline ? inline.text : '')).join('') : '',
  );
}

const BASE = '报告期内公司营业收入同比下降，主要系市场需求减弱所致。';

describe('viewReview', () => {
  it('finds a change again in a block that was rewritten around it', () => {
    const change = changeOf('a', BASE, '市场需求减弱', { kind: 'delete' });
    const [seen] = view(replyOf('2025年度，公司营业收入同比有所下降，主要系市场需求减弱等因素所致。'), [change]);
    expect(seen!.place).toEqual({ kind: 'text', blockId: 'b0', from: 23, to: 29, changed: false });
  });

  it('says that the words at its place were changed meanwhile', () => {
    const change = changeOf('a', BASE, '市场需求减弱', { kind: 'delete' });
    const [seen] = view(replyOf('报告期内公司营业收入同比下降，主要系产品价格下调所致。'), [change]);
    expect(seen!.place).toMatchObject({ kind: 'text', changed: true });
  });

  it('follows words into another block, and lists with its quote what is nowhere', () => {
    const change = changeOf('a', BASE, '主要系市场需求减弱', { kind: 'comment', text: '依据？', replyTo: null });
    const split = replyOf('报告期内公司营业收入同比下降，', '主要系市场需求减弱所致。');
    expect(view(split, [change])[0]!.place).toEqual({ kind: 'text', blockId: 'b1', from: 0, to: 9, changed: false });
    const gone = changeOf('a', BASE, '主要系市场需求减弱', { kind: 'comment', text: '依据？', replyTo: null }, '王律师', 'b9');
    expect(view(replyOf('另起一段。'), [gone])[0]).toMatchObject({ place: null, change: { anchor: { quote: '主要系市场需求减弱' } } });
  });

  it('lets the last decision count by time and then by id, in whatever order they arrived', () => {
    const change = changeOf('a', BASE, '下降', { kind: 'delete' });
    const decisions = [
      decide('a', 'rejected', '2026-11-02T00:00:00Z', 'd1'),
      decide('a', 'reopened', '2026-11-03T00:00:00Z', 'd2'),
      decide('a', 'accepted', '2026-11-03T00:00:00Z', 'd3'),
    ];
    const states = [decisions, decisions.toReversed()].map((set) => view(replyOf(BASE), [change], set)[0]!.state);
    expect(states).toEqual(['accepted', 'accepted']);
    expect(view(replyOf(BASE), [change], decisions.slice(0, 2))[0]!.state).toBe('open');
  });

  it('shows side by side what cannot both be done, and nothing else', () => {
    const both = (a: ReviewChange, b: ReviewChange) => view(replyOf(BASE), [a, b]).map((one) => one.conflictsWith);
    const insert = (text: string): ReviewPayload => ({ kind: 'insert', inlines: [{ type: 'text', text }] });
    const at = (id: string, place: number, payload: ReviewPayload, author: string): ReviewChange => {
      const change = changeOf(id, BASE, '', payload, author);
      return { ...change, anchor: { ...change.anchor, from: place, to: place } };
    };
    const cut = changeOf('a', BASE, '同比下降，主要', { kind: 'delete' });
    expect(both(cut, changeOf('b', BASE, '下降', { kind: 'delete' }, '会计师'))).toEqual([['b'], ['a']]);
    expect(both(cut, at('b', 12, insert('大幅'), '会计师'))).toEqual([['b'], ['a']]);
    expect(both(at('a', 5, insert('甲'), '王律师'), at('b', 5, insert('乙'), '会计师'))).toEqual([['b'], ['a']]);
    expect(both(at('a', 5, insert('甲'), '王律师'), at('b', 5, insert('甲'), '会计师'))).toEqual([[], []]);
    expect(both(cut, changeOf('b', BASE, '所致', { kind: 'delete' }, '会计师'))).toEqual([[], []]);
    expect(both(cut, changeOf('b', BASE, '下降', { kind: 'delete' }, '王律师'))).toEqual([[], []]);
    expect(both(cut, changeOf('b', BASE, '下降', { kind: 'comment', text: '？', replyTo: null }, '会计师'))).toEqual([[], []]);
    const bold = (on: boolean, author: string, id: string) => changeOf(id, BASE, '下降', { kind: 'format', style: { bold: on } }, author);
    expect(both(bold(true, '王律师', 'a'), bold(false, '会计师', 'b'))).toEqual([['b'], ['a']]);
    expect(both(changeOf('a', BASE, '', { kind: 'deleteBlock' }), changeOf('b', BASE, '下降', { kind: 'delete' }, '会计师'))).toEqual([
      ['b'],
      ['a'],
    ]);
  });
});

describe('applyToSections', () => {
  it('carries out text changes of several authors at once, whatever their order', () => {
    const insertAfter = (id: string, place: number, text: string, order: number): ReviewChange => {
      const change = changeOf(id, BASE, '', { kind: 'insert', inlines: [{ type: 'text', text }] });
      return { ...change, anchor: { ...change.anchor, from: place, to: place, order } };
    };
    const changes = [
      changeOf('a', BASE, '主要系', { kind: 'delete' }),
      insertAfter('b', 15, '原因是', 0),
      insertAfter('c', 15, '：', 1),
      changeOf('d', BASE, '同比', { kind: 'delete' }, '会计师'),
    ];
    const expected = ['报告期内公司营业收入下降，原因是：市场需求减弱所致。'];
    expect(accept(replyOf(BASE), changes)).toEqual(expected);
    expect(accept(replyOf(BASE), changes.toReversed())).toEqual(expected);
  });

  it('cuts and joins paragraphs, inserts and deletes them, and turns one into a heading', () => {
    const cut = { ...changeOf('a', BASE, '主要', { kind: 'splitBlock', newBlockId: 'new' as BlockId }) };
    cut.anchor = { ...cut.anchor, to: cut.anchor.from };
    expect(accept(replyOf(BASE, '第二段。'), [cut])).toEqual(['报告期内公司营业收入同比下降，', '主要系市场需求减弱所致。', '第二段。']);
    expect(accept(replyOf('一，', '二。', '三。'), [changeOf('a', '一，', '', { kind: 'joinBlock' })])).toEqual(['一，二。', '三。']);
    const block = { type: 'paragraph' as const, blockId: 'x' as BlockId, inlines: [{ type: 'text' as const, text: '新段' }] };
    const insertion = changeOf('a', '一', '', { kind: 'insertBlock', sectionId: 's' as SectionId, block });
    expect(accept(replyOf('一', '二'), [insertion, changeOf('b', '二', '', { kind: 'deleteBlock' }, '王律师', 'b1')])).toEqual([
      '一',
      '新段',
    ]);
    const heading = { type: 'heading' as const, blockId: 'y' as BlockId, level: 2 as const, inlines: [] };
    const placed = view(replyOf('一、概况'), [changeOf('a', '一、概况', '', { kind: 'setBlock', block: heading })]) as PlacedChange[];
    expect(applyToSections(replyOf('一、概况').sections, placed).sections[0]!.blocks[0]).toEqual({
      ...heading,
      blockId: 'b0',
      inlines: [{ type: 'text', text: '一、概况' }],
    });
  });

  it('carries changes of inserted words into their insertion, and leaves them be when that was not accepted', () => {
    const outer = changeOf('a', BASE, '', { kind: 'insert', inlines: [{ type: 'text', text: '按可比口径，大幅' }] });
    outer.anchor = { ...outer.anchor, from: 12, to: 12 };
    const inner = (id: string, from: number, to: number, payload: ReviewPayload): ReviewChange => {
      const change = changeOf(id, BASE, '', payload, '会计师');
      return { ...change, anchor: { ...change.anchor, from, to, inside: outer.changeId } };
    };
    const cut = inner('b', 6, 8, { kind: 'delete' });
    const put = inner('c', 5, 5, { kind: 'insert', inlines: [{ type: 'text', text: '计算' }] });
    expect(accept(replyOf(BASE), [outer, cut, put])).toEqual(['报告期内公司营业收入同比按可比口径计算，下降，主要系市场需求减弱所致。']);
    const placed = view(replyOf(BASE), [outer, cut]).filter((one) => one.change.changeId === 'b') as PlacedChange[];
    expect(applyToSections(replyOf(BASE).sections, placed)).toEqual({ sections: replyOf(BASE).sections, applied: [] });
  });

  it('sets and takes away styles on part of a run, and keeps figures whole', () => {
    const reply = replyOf('甲乙丙');
    const bold = changeOf('a', '甲乙丙', '乙', { kind: 'format', style: { bold: true } });
    const result = applyToSections(reply.sections, view(reply, [bold]) as PlacedChange[]).sections[0]!.blocks[0]!;
    expect('inlines' in result && result.inlines).toEqual([
      { type: 'text', text: '甲' },
      { type: 'text', text: '乙', bold: true },
      { type: 'text', text: '丙' },
    ]);
  });
});
