import { expect, test } from 'vitest';
import type { BlockId } from '../../domain/ids';
import type { Block, Inline, ReferenceTarget } from '../../domain/reply';
import { buildSnapshot, heading, paragraph, tableBlock } from '../testing/buildSnapshot';
import { buildTable } from '../testing/buildTable';
import { findBrokenReferences, offerPlaces, refreshReferences } from './refreshReferences';
import { settleReferences } from './settleReferences';
import { surroundReference } from './sayReference';

const refer = (target: ReferenceTarget): Block => ({
  type: 'paragraph',
  blockId: 'referring' as BlockId,
  inlines: [{ type: 'reference', target, text: '旧' }],
});
const toBlock = (blockId: string): ReferenceTarget => ({ kind: 'block', blockId: blockId as BlockId });

/** The words a reference among these blocks of question 1 has now. */
function say(target: ReferenceTarget, before: Block[], after: Block[] = []): string {
  const snapshot = buildSnapshot({
    questions: [
      { no: '1', text: '（1）甲', items: ['甲'], sections: [{ blocks: [...before, refer(target), ...after] }] },
      { no: '2', text: '（1）乙', items: ['乙'], sections: [{ blocks: [heading(3, '（一）“其他”产品')] }] },
    ],
    tables: ['a', 'b', 'c'].map((id) => buildTable(id, { rows: [['项目']] })),
  });
  const block = refreshReferences(snapshot)[0]!.sections[0]!.blocks.find(({ blockId }) => blockId === 'referring');
  return block?.type === 'paragraph' && block.inlines[0]?.type === 'reference' ? block.inlines[0].text : '';
}

test('a question and its items are called as the document prints them', () => {
  expect(say({ kind: 'question', questionId: 'q2' as never }, [])).toBe('问题2');
  expect(say({ kind: 'item', itemId: 'q2i1' as never }, [])).toBe('问题2（1）');
  expect(say({ kind: 'item', itemId: 'q1i1' as never }, [])).toBe('本题（1）');
});

test('the nearest table is 上表 or 下表, others are counted; all follow when blocks move', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(tableBlock);
  expect(say(toBlock('t:b'), [a!, b!], [c!])).toBe('上表');
  expect(say(toBlock('t:a'), [a!, b!], [c!])).toBe('本题第1张表');
  expect(say(toBlock('t:c'), [a!, b!], [c!])).toBe('下表');
  expect(say(toBlock('t:b'), [a!], [b!, c!])).toBe('下表');
});

test('a heading is cited in its words, a paragraph by its first clause, with where they stand', () => {
  expect(say(toBlock('h:（一）原因'), [heading(3, '（一）原因')])).toBe('上文“（一）原因”');
  expect(say(toBlock('h:（一）原因'), [], [heading(3, '（一）原因')])).toBe('下文“（一）原因”');
  expect(say(toBlock('h:（一）“其他”产品'), [])).toBe('问题2之“（一）其他产品”');
  expect(say(toBlock('p:报告期内，公司增长。'), [paragraph('报告期内，公司增长。')])).toBe('上文“报告期内”');
});

test('what is gone keeps its words and is found', () => {
  expect(say(toBlock('gone'), [])).toBe('旧');
  const snapshot = buildSnapshot({ questions: [{ no: '1', text: '甲', sections: [{ blocks: [refer(toBlock('gone'))] }] }] });
  expect(findBrokenReferences(snapshot).map(({ text }) => text)).toEqual(['旧']);
});

test('a reply to an earlier letter leads on to its own places, a later one names that reply; nothing leads ahead', () => {
  const blocks = [heading(2, '一、说明'), refer({ kind: 'item', itemId: 'q1i1' as never })];
  const first = buildSnapshot({ questions: [{ no: '1', text: '（1）甲', items: ['甲'], sections: [{ blocks }] }] });
  const [letter] = first.letters;
  const second = {
    ...letter!,
    letterId: 'l2' as never,
    questions: letter!.questions.map((one) => ({ ...one, questionId: 'second' as never, items: [] })),
  };
  const later = { ...first.replies[0]!, questionId: 'second' as never };
  const both = { ...first, letters: [{ ...letter!, header: { ...letter!.header, letterNo: '问询函〔2024〕第1号' } }, second] };
  const replies = [first.replies[0]!, { ...later, sections: later.sections.map((section) => ({ ...section, blocks: [blocks[1]!] })) }];
  const said = refreshReferences({ ...both, replies }).map((reply) => {
    const block = reply.sections[0]!.blocks.at(-1)!;
    return block.type === 'paragraph' && block.inlines[0]?.type === 'reference' ? block.inlines[0].text : null;
  });
  expect(said).toEqual(['本题（1）', '此前回复（问询函〔2024〕第1号）之问题1（1）']);
  expect(findBrokenReferences({ ...both, replies })).toEqual([]);
  const offer = (questionId: string) => offerPlaces({ ...both, replies }, { questionId: questionId as never, blockId: 'referring' });
  expect(offer('q1').filter(({ isEarlier }) => isEarlier)).toEqual([]);
  expect(offer('q1').map(({ words }) => words)).not.toContain('此前回复（问询函〔2024〕第1号）之问题1');
  expect(offer('second').map(({ words }) => words)).toEqual([
    '问题1',
    '此前回复（问询函〔2024〕第1号）之问题1',
    '此前回复（问询函〔2024〕第1号）之问题1（1）',
    '此前回复（问询函〔2024〕第1号）之问题1之“一、说明”',
  ]);
});

test('places are offered with the words they would have, the block referring from left out', () => {
  const snapshot = buildSnapshot({
    questions: [{ no: '1', text: '甲', sections: [{ blocks: [heading(2, '一、说明'), paragraph('增长。')] }] }],
  });
  const from = { questionId: 'q1' as never, blockId: 'p:增长。' };
  expect(offerPlaces(snapshot, from).map(({ words }) => words)).toEqual(['问题1', '上文“一、说明”']);
});

test('words that lead to a reference are added only where the text has none', () => {
  expect(surroundReference('question', '。')).toEqual({ lead: '详见', tail: '' });
  expect(surroundReference('table', '')).toEqual({ lead: '如', tail: '所示' });
  expect(surroundReference('heading', '具体参见')).toEqual({ lead: '', tail: '' });
});

/** What a paragraph of a file becomes that says `words` of a heading, between these texts. */
function settle(before: string, words: string, after: string): Inline[] {
  const snapshot = buildSnapshot({
    questions: [{ no: '1', text: '甲', sections: [{ blocks: [heading(3, '（一）原因'), refer(toBlock('h:（一）原因'))] }] }],
    tables: [],
  });
  const [reply] = snapshot.replies;
  const [title, referring] = reply!.sections[0]!.blocks as [Block & { type: 'heading' }, Block & { type: 'paragraph' }];
  const text = (words: string): Inline => ({ type: 'text', text: words });
  const inlines: Inline[] = [text(before), { type: 'reference', target: toBlock(title.blockId), text: words }, text(after)];
  const replies = [{ ...reply!, sections: [{ ...reply!.sections[0]!, blocks: [title, { ...referring, inlines }] }] }];
  const settled = settleReferences({ ...snapshot, replies })[0]!.sections[0]!.blocks[1]!;
  return settled.type === 'paragraph'
    ? settled.inlines.map(({ type, ...rest }) => ({ type, text: 'text' in rest ? rest.text : '' }) as Inline)
    : [];
}

test('a reference read from a file stays one where it says what it would say, quotation marks taken in; else its words stay', () => {
  expect(settle('详见上文“', '（一）原因', '”。')).toEqual([
    { type: 'text', text: '详见' },
    { type: 'reference', text: '上文“（一）原因”' },
    { type: 'text', text: '。' },
  ]);
  expect(settle('详见', '上文“（一）原因”', '。')[1]).toEqual({ type: 'reference', text: '上文“（一）原因”' });
  expect(settle('详见', '第三节', '。')[1]).toEqual({ type: 'text', text: '第三节' });
  expect(settle('详见“', '（一）原因', '”。')[1]).toEqual({ type: 'text', text: '（一）原因' });
});
