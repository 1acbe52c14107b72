import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockId, DecisionId, FigureId, QuestionId, SectionId } from '../domain/ids';
import type { Block, Inline, Section } from '../domain/reply';
import type { ReviewChange, ReviewDecision } from '../domain/review';
import { applyToSections } from './applyToSections';
import { diffReply } from './diffReply';
import type { PlacedChange } from './findConflicts';
import { getReviewText } from './reviewHead';
import { viewReview } from './viewReview';

const questionId = 'q' as QuestionId;
const REVIEWERS = ['王律师', '李会计师', '赵保荐'] as const;

/** One thing a reviewer may do to a reply; numbers are taken modulo what is there. */
const edit = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    block: fc.nat(9),
    at: fc.nat(60),
    text: fc.constantFrom('甲', '同比', '，其中', '1,000万元'),
  }),
  fc.record({ kind: fc.constant('delete' as const), block: fc.nat(9), at: fc.nat(60), length: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('bold' as const), block: fc.nat(9), at: fc.nat(60), length: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('split' as const), block: fc.nat(9), at: fc.nat(60) }),
  fc.record({ kind: fc.constant('join' as const), block: fc.nat(9) }),
  fc.record({ kind: fc.constant('addBlock' as const), block: fc.nat(9), text: fc.constantFrom('新的一段。', '另有说明。') }),
  fc.record({ kind: fc.constant('dropBlock' as const), block: fc.nat(9) }),
  fc.record({ kind: fc.constant('heading' as const), block: fc.nat(9) }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const BASE: Section[] = [
  {
    sectionId: 's' as SectionId,
    role: 'statement',
    verifier: null,
    itemIds: [],
    blocks: [
      { type: 'heading', blockId: 'b0' as BlockId, level: 2, inlines: [{ type: 'text', text: '一、收入变动的原因' }] },
      {
        type: 'paragraph',
        blockId: 'b1' as BlockId,
        inlines: [
          { type: 'text', text: '报告期内公司实现营业收入' },
          { type: 'figure', figureId: 'f' as FigureId, text: '8,500.00万元' },
          { type: 'text', text: '，同比下降，主要系市场需求减弱所致。' },
        ],
      },
      { type: 'table', blockId: 'b2' as BlockId, tableId: 't' as never },
      { type: 'paragraph', blockId: 'b3' as BlockId, inlines: [{ type: 'text', text: '公司已采取措施稳定客户，订单有所恢复。' }] },
    ],
  },
];

/** Performs edits as an editor would: plainly, on a copy of the text. */
function perform(sections: readonly Section[], edits: readonly Edit[], author: string): Section[] {
  let blocks: Block[] = sections[0]!.blocks.map((block) => ({ ...block }));
  edits.forEach((step, index) => {
    const at = step.block % Math.max(blocks.length, 1);
    const block = blocks[at];
    if (!block) return;
    const blockId = `${author === REVIEWERS[0] ? 'x' : author === REVIEWERS[1] ? 'y' : 'z'}${index}` as BlockId;
    const put = (...made: Block[]) => void blocks.splice(at, 1, ...made);
    if (step.kind === 'addBlock') return put(block, { type: 'paragraph', blockId, inlines: [{ type: 'text', text: step.text }] });
    if (step.kind === 'dropBlock') return put();
    if (!('inlines' in block)) return;
    const text = getReviewText(block)!;
    const from = 'at' in step ? step.at % (text.length + 1) : 0;
    const to = 'length' in step ? Math.min(text.length, from + step.length) : from;
    const cut = (start: number, end: number) => slice(block.inlines, start, end);
    const middle = cut(from, to);
    switch (step.kind) {
      case 'insert':
        return put({ ...block, inlines: [...cut(0, from), { type: 'text', text: step.text }, ...cut(from, text.length)] });
      case 'delete':
        return put({ ...block, inlines: [...cut(0, from), ...cut(to, text.length)] });
      case 'bold':
        return put({
          ...block,
          inlines: [
            ...cut(0, from),
            ...middle.map((one) => (one.type === 'text' ? { ...one, bold: true as const } : one)),
            ...cut(to, text.length),
          ],
        });
      case 'split':
        return put({ ...block, inlines: cut(0, from) }, { ...block, blockId, inlines: cut(from, text.length) });
      case 'heading':
        return put({ type: 'heading', blockId: block.blockId, level: 3, inlines: block.inlines });
      case 'join': {
        const next = blocks[at + 1];
        if (next && 'inlines' in next)
          blocks = [...blocks.slice(0, at), { ...block, inlines: [...block.inlines, ...next.inlines] }, ...blocks.slice(at + 2)];
      }
    }
  });
  return [{ ...sections[0]!, blocks }];
}

/** Cuts inlines; a figure goes with the part it begins in, whole. */
function slice(inlines: readonly Inline[], from: number, to: number): Inline[] {
  const result: Inline[] = [];
  let start = 0;
  for (const inline of inlines) {
    const text = inline.type === 'text' || inline.type === 'figure' ? inline.text : '\n';
    const [first, last] = [Math.max(from, start), Math.min(to, start + text.length)];
    if (inline.type === 'text' && first < last) result.push({ ...inline, text: text.slice(first - start, last - start) });
    else if (inline.type !== 'text' && start >= from && start < to) result.push(inline);
    start += text.length;
  }
  return result;
}

function view(sections: readonly Section[], changes: readonly ReviewChange[], decisions: readonly ReviewDecision[] = []) {
  return viewReview({ replies: [{ questionId, revision: 0, sections: [...sections] }], findTable: () => null }, changes, decisions);
}

/** Text and kind of every block, runs of one look put together: what a reader sees. */
function read(sections: readonly Section[]): unknown {
  return sections.map(({ blocks }) =>
    blocks.map((block) =>
      'inlines' in block
        ? [
            block.type,
            'level' in block ? block.level : 0,
            block.inlines.flatMap((one): unknown[] =>
              one.type === 'text' ? Array.from(one.text, (c) => `${one.bold ? '*' : ''}${c}`) : [one],
            ),
          ]
        : block,
    ),
  );
}

describe('diffReply', () => {
  it('finds suggestions that, all accepted, make the former text the latter', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
        const latter = perform(BASE, edits, REVIEWERS[0]);
        const changes = diffReply(BASE, latter, { questionId, author: REVIEWERS[0], at: '2026-11-01T00:00:00Z', baseVersionId: null });
        const overrides = changes.filter((change) => change.payload.kind === 'overrideFigure');
        const placed = view(BASE, changes) as PlacedChange[];
        expect(placed.every((one) => one.place !== null)).toBe(true);
        const result = applyToSections(BASE, placed);
        expect(new Set(result.applied)).toEqual(new Set(changes.map((change) => change.changeId)));
        if (overrides.length === 0) expect(read(result.sections)).toEqual(read(latter));
      }),
      { numRuns: 400 },
    );
  });

  it('makes an override request of a figure that was written over', () => {
    const latter = perform(BASE, [], REVIEWERS[0]);
    const [heading, paragraph, ...rest] = latter[0]!.blocks;
    const inlines: Inline[] = [
      { type: 'text', text: '报告期内公司实现营业收入' },
      { type: 'text', text: '8,600.00万元' },
      { type: 'text', text: '，同比下降，主要系市场需求减弱所致。' },
    ];
    const changed = [{ ...latter[0]!, blocks: [heading!, { ...paragraph!, inlines } as Block, ...rest] }];
    const changes = diffReply(BASE, changed, { questionId, author: '王律师', at: '2026-11-01T00:00:00Z', baseVersionId: null });
    expect(changes.map((change) => change.payload)).toEqual([
      { kind: 'overrideFigure', figureId: 'f', shown: '8,500.00万元', proposed: '8,600.00万元' },
    ]);
  });
});

describe('a merged review', () => {
  const reviews = fc.tuple(...REVIEWERS.map(() => fc.array(edit, { maxLength: 4 })));

  it('is the same whatever the order and number of mergings, with every change at a place or listed', () => {
    fc.assert(
      fc.property(reviews, fc.array(edit, { maxLength: 3 }), fc.infiniteStream(fc.nat(99)), (edits, meanwhile, order) => {
        const sets = REVIEWERS.map((author, index) =>
          diffReply(BASE, perform(BASE, edits[index]!, author), {
            questionId,
            author,
            at: `2026-11-0${index + 1}T00:00:00Z`,
            baseVersionId: null,
          }),
        );
        const decisions = sets.flat().flatMap((change, index): ReviewDecision[] =>
          index % 4 === 0
            ? [
                {
                  decisionId: `d${index}` as DecisionId,
                  changeId: change.changeId,
                  author: '董秘',
                  at: '2026-11-05T00:00:00Z',
                  verdict: 'rejected',
                  note: '',
                },
              ]
            : [],
        );
        const head = perform(BASE, meanwhile, '董秘');
        const union = (files: readonly ReviewChange[][]) => [...new Map(files.flat().map((change) => [change.changeId, change])).values()];
        const expected = view(head, union(sets), decisions);
        const shuffled = [...sets, ...sets].map((set) => ({ set, key: order.next().value })).sort((a, b) => a.key - b.key);
        expect(view(head, union(shuffled.map(({ set }) => set)), decisions.toReversed())).toEqual(expected);
        expect(new Set(expected.map((one) => one.change.changeId))).toEqual(new Set(union(sets).map((change) => change.changeId)));
        for (const one of expected) {
          for (const other of one.conflictsWith) {
            expect(expected.find(({ change }) => change.changeId === other)!.conflictsWith).toContain(one.change.changeId);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses nothing that stands without conflict: accepted together, every inserted word is in the text and no deleted one', () => {
    fc.assert(
      fc.property(reviews, (edits) => {
        const sets = REVIEWERS.map((author, index) =>
          diffReply(BASE, perform(BASE, edits[index]!, author), { questionId, author, at: '2026-11-01T00:00:00Z', baseVersionId: null }),
        );
        const free = view(BASE, sets.flat()).filter(
          (one): one is typeof one & PlacedChange => one.place !== null && one.conflictsWith.length === 0,
        );
        const forward = applyToSections(BASE, free);
        expect(applyToSections(BASE, free.toReversed())).toEqual({ ...forward, applied: expect.any(Array) });
        expect(new Set(forward.applied)).toEqual(new Set(free.map((one) => one.change.changeId)));
        const text = JSON.stringify(read(forward.sections));
        const words = free.flatMap(({ change }) => (change.payload.kind === 'insertBlock' ? [change.payload.block] : []));
        for (const block of words) expect(text).toContain(JSON.stringify((read([{ ...BASE[0]!, blocks: [block] }]) as unknown[][])[0]![0]));
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same text when what stands without conflict is accepted one by one', () => {
    let [same, all] = [0, 0];
    fc.assert(
      fc.property(reviews, (edits) => {
        const changes = REVIEWERS.flatMap((author, index) =>
          diffReply(BASE, perform(BASE, edits[index]!, author), { questionId, author, at: '2026-11-01T00:00:00Z', baseVersionId: null }),
        );
        const isPlaced = (one: ReturnType<typeof view>[number]): one is typeof one & PlacedChange => one.place !== null;
        const free = view(BASE, changes)
          .filter(isPlaced)
          .filter((one) => one.conflictsWith.length === 0);
        let sections: readonly Section[] = BASE;
        let isListed = false;
        for (const { change } of free) {
          const placed = view(sections, changes)
            .filter(isPlaced)
            .filter((one) => one.change.changeId === change.changeId);
          isListed ||= placed.length === 0;
          sections = applyToSections(sections, placed).sections;
        }
        // What was put after a paragraph that is gone now is listed with its words instead.
        if (isListed) return;
        all++;
        if (JSON.stringify(read(sections)) === JSON.stringify(read(applyToSections(BASE, free).sections))) same++;
      }),
      { numRuns: 500, seed: 1 },
    );
    // What remains are letters repeated beside each other, whose place in a changed text nothing tells.
    expect(same / all).toBeGreaterThan(0.97);
  });
});
