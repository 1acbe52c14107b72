import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLetter } from './parseLetter';

/** One question as it is asked: its topic, how many items it has, and whether an accountant must verify. */
type Asked = { topic: string; items: number; verified: boolean };

const asked = fc.record({
  topic: fc.constantFrom('存货', '应收账款', '商誉', '其他应收款', '在建工程', '营业收入'),
  items: fc.constantFrom(0, 2, 3, 5),
  verified: fc.boolean(),
});

const DEMANDS = [
  '说明变动的原因及合理性',
  '列示前五名的名称、金额及占比',
  '说明相关会计处理是否符合《企业会计准则》的规定',
  '补充披露期后回款情况',
  '说明是否存在减值迹象',
];

/** Numberings of PRACTICE: the label of a question, by its number. */
const NUMBERINGS: Readonly<Record<string, (no: number) => string>> = {
  '1.': (no) => `${no}.`,
  '1、': (no) => `${no}、`,
  '1．': (no) => `${no}．`,
  '一、': (no) => `${toChinese(no)}、`,
  问题1: (no) => `问题${no}：`,
  '问题1 、': (no) => `问题${no} 、`,
  '问题4．关于': (no) => `问题${no}．`,
  问题一: (no) => `问题${toChinese(no)}：`,
  '【问题1】': (no) => `【问题${no}】`,
  事项一: (no) => `事项${toChinese(no)}：`,
  '关注1:': (no) => `关注${no}:`,
  '1.、．': (no) => `${no}${['.', '、', '．'][no % 3]}`,
};
const ITEM_LABELS: Readonly<Record<string, (no: number) => string>> = {
  '（1）': (no) => `（${no}）`,
  '(1)': (no) => `(${no})`,
  '（一）': (no) => `（${toChinese(no)}）`,
  '1）': (no) => `${no}）`,
  '①': (no) => '①②③④⑤'.charAt(no - 1),
};

function toChinese(no: number): string {
  return '一二三四五六七八九十'.charAt(no - 1);
}

type Layout = { questions: Asked[]; numbering: keyof typeof NUMBERINGS; labels: keyof typeof ITEM_LABELS; skipped: number | null };

const layout: fc.Arbitrary<Layout> = fc.record({
  questions: fc.array(asked, { minLength: 2, maxLength: 7 }),
  numbering: fc.constantFrom(...Object.keys(NUMBERINGS)),
  labels: fc.constantFrom(...Object.keys(ITEM_LABELS)),
  skipped: fc.constant(null),
});

function numberOf({ skipped }: Layout, at: number): number {
  return skipped !== null && at >= skipped ? at + 2 : at + 1;
}

function write(letter: Layout): string {
  const paragraphs = [
    '关于对蓝鹭精工股份有限公司的年报问询函',
    '公司部年报问询函〔2024〕第 77 号',
    '蓝鹭精工股份有限公司董事会：',
    '我部在年报审查过程中关注到如下事项：',
  ];
  letter.questions.forEach(({ topic, items, verified }, at) => {
    const lead = `${NUMBERINGS[letter.numbering]!(numberOf(letter, at))}年报显示，你公司报告期末${topic}账面余额为1.23亿元，同比增长45.67%。请你公司`;
    paragraphs.push(items === 0 ? `${lead}${DEMANDS[0]}。` : `${lead}：`);
    for (let item = 1; item <= items; item++)
      paragraphs.push(`${ITEM_LABELS[letter.labels]!(item)}${DEMANDS[item % DEMANDS.length]}${item === items ? '。' : '；'}`);
    if (verified) paragraphs.push('请年审会计师核查并发表明确意见。');
  });
  paragraphs.push(
    '请你公司就上述问题做出书面说明，在2024年5月30日前将有关说明材料报送我部。',
    '特此函告',
    '深圳证券交易所',
    '2024年5月20日',
  );
  return paragraphs.join('\n');
}

/** Lines of a page: a break may stand anywhere but inside a number or before punctuation. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.match(/[\w.,%]+[，。；：、）]?|.[，。；：、）》]?/g) ?? []) {
    if (line.length + word.length > width) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}

function expectRead(letter: Layout, text: string): void {
  const { questions, header } = parseLetter(text);
  expect(questions.map(({ no, items, verifications }) => [no, items.length, verifications.map(({ role }) => role)])).toEqual(
    letter.questions.map(({ items, verified }, at) => [String(numberOf(letter, at)), items, verified ? ['auditor'] : []]),
  );
  expect([header.letterNo, header.dueOn]).toEqual(['公司部年报问询函〔2024〕第77号', '2024-05-30']);
}

describe('a letter of any numbering', () => {
  test('is read with every question, item and verifier', () => {
    fc.assert(
      fc.property(layout, (letter) => expectRead(letter, write(letter))),
      { numRuns: 300 },
    );
  });

  test('is read alike when a number is skipped', () => {
    fc.assert(
      fc.property(layout, fc.nat(), (letter, at) => {
        const skipping = { ...letter, skipped: 1 + (at % (letter.questions.length - 1)) };
        expectRead(skipping, write(skipping));
      }),
      { numRuns: 200 },
    );
  });

  test('is read alike when its lines were wrapped by a page with page numbers between', () => {
    fc.assert(
      fc.property(layout, fc.integer({ min: 24, max: 42 }), (letter, width) => {
        const lines = write(letter)
          .split('\n')
          .flatMap((paragraph) => wrap(`　　${paragraph}`, width));
        const pages: string[] = [];
        for (let at = 0; at < lines.length; at += 20) pages.push([...lines.slice(at, at + 20), String(at / 20 + 1)].join('\n'));
        expectRead(letter, pages.join('\n'));
      }),
      { numRuns: 200 },
    );
  });

  test('is read alike when all its breaks were turned into spaces', () => {
    fc.assert(
      fc.property(layout, (letter) => expectRead(letter, write(letter).replaceAll('\n', ' '))),
      { numRuns: 200 },
    );
  });
});
