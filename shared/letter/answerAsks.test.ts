import { describe, expect, test } from 'vitest';
import { buildTable } from '../document/testing/buildTable';
import { heading, paragraph, tableBlock } from '../document/testing/buildSnapshot';
import type { AskId, ItemId, QuestionId, SectionId } from '../domain/ids';
import type { Ask, Item, Question } from '../domain/letter';
import type { Block, Reply } from '../domain/reply';
import { answerAsks } from './answerAsks';
import { splitAsks } from './asks';

const ITEMS = [
  '列示前五大客户的具体情况，包括客户名称、合同签订时间、收入确认金额、时间及依据、货款收回时间及金额等；',
  '说明水表收入下降的原因，是否存在跨期确认收入的情形。',
];

function buildQuestion(texts: readonly string[]): Question {
  const items = texts.map(
    (text, at): Item => ({
      itemId: `i${at + 1}` as ItemId,
      no: String(at + 1),
      label: `（${at + 1}）`,
      text,
      status: 'toWrite',
      owner: null,
    }),
  );
  return {
    questionId: 'q1' as QuestionId,
    no: '1',
    label: '1、',
    title: null,
    partHeading: null,
    text: '',
    status: 'toWrite',
    owner: null,
    items,
    verifications: [],
  };
}

function buildAsks(texts: readonly string[]): Ask[] {
  return texts.flatMap((text, item) =>
    splitAsks(text, true).map((ask, at) => ({
      ...ask,
      askId: `a${item}${at}` as AskId,
      questionId: 'q1' as QuestionId,
      itemId: `i${item + 1}` as ItemId,
      state: 'open' as const,
      reason: null,
    })),
  );
}

const TABLE = buildTable('t', {
  headerRows: 1,
  rows: [
    ['序号', '名称', '签订时间', '本期收入确认金额', '收入确认时间', '确认依据', '2024年1-5月回款金额'],
    ['1', '甲公司', '2023-01-01', '1.00', '2023-05-01', '验收单', '0.50'],
  ],
});

/** Each ask as `item verb+object state` with what is missing, as the terminal would list them. */
function list(blocks: Block[], asks = buildAsks(ITEMS)): string[] {
  const reply: Reply = {
    questionId: 'q1' as QuestionId,
    revision: 1,
    sections: [{ sectionId: 's' as SectionId, role: 'statement', verifier: null, itemIds: [], blocks }],
  };
  return answerAsks(asks, [buildQuestion(ITEMS)], [reply], new Map([[TABLE.tableId, TABLE]])).map(
    ({ itemId, object, state, place, missing }) => [itemId, object, state, place?.blockId ?? '-', ...missing].join(' '),
  );
}

const UNANSWERED = ['i2 水表收入下降的原因 open -', 'i2 是否存在跨期确认收入的情形 open -'];

describe('an ask', () => {
  test('is open while the statement has no words, headings, empty paragraphs and open blanks being none', () => {
    expect(
      list([heading(2, '一、公司说明及分析'), paragraph(' '), paragraph('【待财务部提供】')]).every((line) => line.includes(' open -')),
    ).toBe(true);
  });

  test('is answered where the text under its item begins, and fields no column shows are named', () => {
    const blocks = [heading(3, `（一）${ITEMS[0]!}`), tableBlock('t'), heading(3, `（二）${ITEMS[1]!}`)];
    expect(list(blocks)).toEqual([
      'i1 前五大客户的具体情况 answered t:t',
      'i1 客户名称 answered t:t',
      'i1 合同签订时间 answered t:t',
      'i1 收入确认金额 answered t:t',
      'i1 时间及依据 answered t:t',
      'i1 货款收回时间及金额 open t:t 货款收回时间',
      ...UNANSWERED,
    ]);
  });

  test('that demands a field is answered by words that name it beside the table', () => {
    const blocks = [heading(3, ITEMS[0]!), tableBlock('t'), paragraph('货款收回时间均在验收后三个月内。'), heading(3, ITEMS[1]!)];
    expect(list(blocks)[5]).toBe('i1 货款收回时间及金额 answered t:t');
  });

  test('is answered by text alone where no table answers', () => {
    expect(list([heading(3, ITEMS[0]!), paragraph('客户为甲公司。'), heading(3, ITEMS[1]!)]).slice(5)).toEqual([
      'i1 货款收回时间及金额 answered p:客户为甲公司。',
      ...UNANSWERED,
    ]);
  });

  test('is answered by the whole statement where that does not tell items apart, or by headings numbered like the items', () => {
    expect(list([paragraph('说明如下。')]).at(-1)).toBe('i2 是否存在跨期确认收入的情形 answered p:说明如下。');
    expect(list([heading(3, '（一）客户'), paragraph('甲。'), heading(3, '（二）收入')]).slice(5)).toEqual([
      'i1 货款收回时间及金额 answered p:甲。',
      ...UNANSWERED,
    ]);
  });

  test('stays as somebody decided it, and open with a reason stays open', () => {
    const [first, second, third] = buildAsks(ITEMS) as [Ask, Ask, Ask];
    const decided: Ask[] = [
      { ...first, state: 'exempted', reason: '商业秘密' },
      { ...second, state: 'notApplicable' },
      { ...third, reason: '等财务确认' },
    ];
    expect(list([paragraph('如下。')], decided)).toEqual([
      'i1 前五大客户的具体情况 exempted p:如下。',
      'i1 客户名称 notApplicable p:如下。',
      'i1 合同签订时间 open p:如下。',
    ]);
  });
});
