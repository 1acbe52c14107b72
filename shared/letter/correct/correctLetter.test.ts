import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId, QuestionId } from '../../domain/ids';
import type { Ask, Item, Question } from '../../domain/letter';
import { parseLetter } from '../parseLetter';
import { correctLetter } from './correctLetter';
import type { Correction, LetterStructure } from './correction';
import { listStops, locateItems } from './itemPlaces';

const LETTER = `关于对蓝鹭精工股份有限公司的年报问询函
蓝鹭精工股份有限公司董事会：
我部在年报审查中关注到如下事项：
1. 年报显示，存货大幅增长。请你公司：
（1）说明存货大幅增长的原因；
（2）列示前五大供应商的名称、金额、占比。请年审会计师核查并发表明确意见。
2. 年报显示，应收账款逾期。请你公司说明逾期原因。请补充披露期后回款情况。
3. 请你公司说明商誉减值测试的过程。
请你公司在2024年5月30日前回复。
特此函告`;

/** The letter above with an ask, a link and a section on everything, so that what is lost shows. */
function build(): LetterStructure {
  const parsed = parseLetter(LETTER).questions;
  const asks: Ask[] = [];
  const questions = parsed.map(({ no, label, title, partHeading, text, items, verifications, asks: own }, at): Question => {
    const questionId = `q${at + 1}` as QuestionId;
    const made = items.map(
      (item, index): Item => ({
        itemId: `${questionId}i${index + 1}` as ItemId,
        no: item.no,
        label: item.label,
        text: item.text,
        status: 'toReview',
        owner: null,
      }),
    );
    const store = (itemId: ItemId | null) => (ask: { verb: string; object: string }) =>
      asks.push({ ...ask, askId: `a${asks.length}` as Ask['askId'], questionId, itemId, state: 'answered', reason: '有' });
    own.forEach(store(null));
    items.forEach((item, index) => item.asks.forEach(store(made[index]!.itemId)));
    const asked = verifications.map((one, index) => ({
      verificationId: `${questionId}v${index}` as Question['verifications'][number]['verificationId'],
      role: one.role,
      itemIds: one.items.flatMap((named) => made.filter((item) => item.no === named).map((item) => item.itemId)),
      reach: [],
      text: one.text,
    }));
    return { questionId, no, label, title, partHeading, text, status: 'toWrite', owner: '财务部', items: made, verifications: asked };
  });
  const section = (questionId: string, itemIds: ItemId[]) => ({
    sectionId: `s${questionId}${itemIds.join()}` as never,
    role: 'statement' as const,
    verifier: null,
    itemIds,
    blocks: [
      {
        type: 'paragraph' as const,
        blockId: `b${questionId}${itemIds.join()}` as never,
        inlines: [{ type: 'figure' as const, figureId: `f${questionId}${itemIds.join()}` as never, text: '1.00' }],
      },
    ],
  });
  const replies = questions.map(({ questionId, items }) => ({
    questionId,
    revision: 0,
    sections: [section(questionId, []), ...items.map((item) => section(questionId, [item.itemId]))],
  }));
  return {
    questions,
    asks,
    replies,
    links: questions.flatMap(({ questionId, items }) =>
      [null, ...items.map(({ itemId }) => itemId)].map((itemId) => ({
        linkId: `l${questionId}${itemId}` as never,
        questionId,
        itemId,
        tableId: 't' as never,
        reason: '',
        createdAt: '',
      })),
    ),
    figures: replies.flatMap(({ questionId, sections }) =>
      sections.map(({ blocks }) => ({
        figureId: (blocks[0] as never as { inlines: [{ figureId: never }] }).inlines[0].figureId,
        questionId,
      })),
    ),
  };
}

function apply(structure: LetterStructure, correction: Correction): LetterStructure {
  const corrected = correctLetter(structure, correction);
  if ('refused' in corrected) throw new Error(corrected.refused);
  checkWhole(corrected.structure);
  return corrected.structure;
}

/** Every row hangs on a question, and on an item, that is there; numbers are unique; each question has one reply; items stand in their question's words. */
function checkWhole({ questions, asks, links, replies, figures }: LetterStructure): void {
  const itemsOf = new Map(questions.map(({ questionId, items }) => [questionId, new Set(items.map(({ itemId }) => itemId))]));
  for (const { questionId, itemId } of [...asks, ...links]) {
    expect(itemsOf.has(questionId)).toBe(true);
    if (itemId !== null) expect(itemsOf.get(questionId)).toContain(itemId);
  }
  expect(replies.map(({ questionId }) => questionId)).toEqual(questions.map(({ questionId }) => questionId));
  const home = new Map(
    replies.flatMap(({ questionId, sections }) =>
      sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) =>
          'inlines' in block
            ? block.inlines.flatMap((inline) => (inline.type === 'figure' ? [[inline.figureId as string, questionId] as const] : []))
            : [],
        ),
      ),
    ),
  );
  for (const { figureId, questionId } of figures) expect(home.get(figureId)).toBe(questionId);
  for (const list of [questions, ...questions.map(({ items }) => items)]) expect(new Set(list.map(({ no }) => no)).size).toBe(list.length);
  for (const question of questions) {
    expect(locateItems(question).map(({ item }) => item)).toEqual(question.items);
    for (const { itemIds } of question.verifications)
      for (const itemId of itemIds) expect(itemsOf.get(question.questionId)).toContain(itemId);
  }
  for (const { questionId, sections } of replies)
    for (const { itemIds } of sections) for (const itemId of itemIds) expect(itemsOf.get(questionId)).toContain(itemId);
}

const question = (structure: LetterStructure, at: number) => structure.questions[at]!;
const asksOf = (structure: LetterStructure, at: number) =>
  structure.asks.filter(({ questionId }) => questionId === question(structure, at).questionId).map(({ object }) => object);

describe('a letter corrected by hand', () => {
  test('splits a question at the caret: the words, asks and items behind it are the new question', () => {
    const before = build();
    const { text, questionId } = question(before, 1);
    const after = apply(before, { type: 'splitQuestion', questionId, at: text.indexOf('请补充') });
    expect(after.questions.map(({ no, text: words }) => [no, words.slice(0, 8)])).toEqual([
      ['1', '年报显示，存货大'],
      ['2', '年报显示，应收账'],
      ['4', '请补充披露期后回'],
      ['3', '请你公司说明商誉'],
    ]);
    expect(asksOf(after, 2)).toEqual(['期后回款情况']);
    expect(after.links.filter((link) => link.questionId === questionId)).toHaveLength(1);
  });

  test('takes the number printed where a question is split', () => {
    const before = build();
    const joined = apply(before, { type: 'mergeQuestions', questionId: question(before, 1).questionId });
    expect(question(joined, 1).text).toContain('\n3.请你公司说明商誉减值测试的过程。');
    const again = apply(joined, {
      type: 'splitQuestion',
      questionId: question(joined, 1).questionId,
      at: question(joined, 1).text.indexOf('3.'),
    });
    expect(again.questions.map(({ no, label, text }) => ({ no, label, text }))).toEqual(
      before.questions.map(({ no, label, text }) => ({ no, label, text })),
    );
  });

  test('joins a question with the next: items are numbered on, and asks, links, sections, figures and requests to verify go over', () => {
    const before = build();
    const parted = apply(before, {
      type: 'splitQuestion',
      questionId: question(before, 0).questionId,
      at: question(before, 0).text.indexOf('（2）'),
    });
    expect(parted.questions.map(({ items }) => items.map(({ no }) => no))).toEqual([['1'], ['2'], [], []]);
    expect(question(parted, 1).verifications.map(({ role }) => role)).toEqual(['auditor']);
    const joined = apply(parted, { type: 'mergeQuestions', questionId: question(parted, 0).questionId });
    expect(question(joined, 0).items).toEqual(question(before, 0).items);
    expect(asksOf(joined, 0)).toEqual(asksOf(before, 0));
    expect(joined.replies[0]!.sections.map(({ sectionId }) => sectionId)).toEqual(
      before.replies[0]!.sections.map(({ sectionId }) => sectionId),
    );
  });

  test('keeps the heading above the first of two questions it joins, and the one above the second where its part then begins', () => {
    const before = build();
    const heads = (...headings: (string | null)[]): LetterStructure => ({
      ...before,
      questions: before.questions.map((one, at) => ({ ...one, partHeading: headings[at] ?? null })),
    });
    const join = (structure: LetterStructure) =>
      apply(structure, { type: 'mergeQuestions', questionId: question(structure, 0).questionId }).questions.map(
        ({ partHeading }) => partHeading,
      );
    expect(join(heads('一、甲', null, '二、乙')).slice(0, 2)).toEqual(['一、甲', '二、乙']);
    expect(join(heads('一、甲', '二、乙', null)).slice(0, 2)).toEqual(['一、甲', '二、乙']);
    expect(join(heads(null, '二、乙', '三、丙')).slice(0, 2)).toEqual([null, '三、丙']);
  });

  test('sets, changes and takes away the heading above a question', () => {
    const before = build();
    const { questionId } = question(before, 1);
    const set = (structure: LetterStructure, partHeading: string | null) =>
      apply(structure, { type: 'setPartHeading', questionId, partHeading });
    const headed = set(before, '二、关于应收款项');
    expect(question(headed, 1)).toEqual({ ...question(before, 1), partHeading: '二、关于应收款项' });
    expect(set(headed, null)).toEqual(before);
  });

  test('refuses to join the last question, a number that is taken, and a split with nothing on one side', () => {
    const before = build();
    const { questionId, text } = question(before, 2);
    expect(correctLetter(before, { type: 'mergeQuestions', questionId })).toEqual({ refused: 'reason.noNextQuestion' });
    expect(correctLetter(before, { type: 'renumber', questionId, itemId: null, no: '1' })).toEqual({ refused: 'reason.numberTaken' });
    expect(correctLetter(before, { type: 'splitQuestion', questionId, at: text.length })).toEqual({ refused: 'reason.nothingToSplit' });
  });

  test('makes items of a question without any, each up to the next, and joins them again', () => {
    const before = build();
    const { questionId, text } = question(before, 1);
    const one = apply(before, { type: 'splitItem', questionId, at: text.indexOf('请你公司') });
    const two = apply(one, { type: 'splitItem', questionId, at: text.indexOf('请补充') });
    expect(question(two, 1).items.map(({ no, text: words }) => [no, words])).toEqual([
      ['1', '请你公司说明逾期原因。'],
      ['2', '请补充披露期后回款情况。'],
    ]);
    const joined = apply(two, { type: 'mergeItems', questionId, itemId: question(two, 1).items[0]!.itemId });
    expect(question(joined, 1).items.map(({ text: words }) => words)).toEqual(['请你公司说明逾期原因。请补充披露期后回款情况。']);
  });

  test('splits an ask at the caret without its joint, and joins it again', () => {
    const before = build();
    const ask = before.asks.find(({ object }) => object === '逾期原因')!;
    const set = apply(before, { type: 'setAsk', questionId: ask.questionId, askId: ask.askId, verb: '说明', object: '逾期原因、金额' });
    const parted = apply(set, { type: 'splitAsk', questionId: ask.questionId, askId: ask.askId, at: 4 });
    expect(asksOf(parted, 1).slice(0, 2)).toEqual(['逾期原因', '金额']);
    const joined = apply(parted, { type: 'mergeAsks', questionId: ask.questionId, askId: ask.askId });
    expect(asksOf(joined, 1)[0]).toBe('逾期原因、金额');
  });

  test('is whole after any run of corrections, and no ask, link, section or figure is lost by cutting and joining', () => {
    const step = fc.record({
      what: fc.constantFrom('splitQuestion', 'mergeQuestions', 'splitItem', 'mergeItems'),
      at: fc.nat(),
      stop: fc.nat(),
      item: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const begin = build();
        let now = begin;
        for (const { what, at, stop, item } of steps) {
          const chosen = now.questions[at % now.questions.length]!;
          const stops = listStops(chosen);
          const { itemId } = chosen.items[item % Math.max(chosen.items.length, 1)] ?? {};
          if (what === 'mergeItems' && itemId === undefined) continue;
          const correction = { type: what, questionId: chosen.questionId, at: stops[stop % stops.length], itemId } as Correction;
          const corrected = correctLetter(now, correction);
          if ('refused' in corrected) continue;
          checkWhole(corrected.structure);
          now = corrected.structure;
        }
        expect(now.asks.length).toBeGreaterThanOrEqual(begin.asks.length);
        expect(now.links).toHaveLength(begin.links.length);
        expect(now.figures).toHaveLength(begin.figures.length);
        const words = (structure: LetterStructure) =>
          structure.questions
            .map(({ label, text }) => label + text)
            .join('')
            .replace(/\s/g, '');
        expect(words(now)).toBe(words(begin));
      }),
      { numRuns: 300 },
    );
  });
});
