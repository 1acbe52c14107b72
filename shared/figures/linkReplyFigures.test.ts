import { describe, expect, test } from 'vitest';
import { buildTable } from '../checks/testing/buildTable';
import { newId } from '../domain/ids';
import { getInlineText, type Inline, type Reply } from '../domain/reply';
import { buildCellIndex } from './cellIndex';
import { MetricNames } from './metricNames';
import { linkReplyFigures, listReplyNumbers, readCellsOf } from './linkReplyFigures';

const sales = buildTable([
  '产品|2026年1-6月|变动金额|变动比例',
  '智能水表|14,286.52|-4,633.95|-24.49%',
  '水质分析仪|3,518.94|551.63|18.59%',
  '合计|17,805.46|-4,082.32|-18.65%',
]);

function buildReply(inlines: Inline[]): Reply {
  return {
    questionId: newId(),
    revision: 1,
    sections: [
      {
        sectionId: newId(),
        role: 'statement',
        verifier: null,
        itemIds: [],
        blocks: [
          { type: 'table', blockId: newId(), tableId: sales.tableId },
          { type: 'paragraph', blockId: newId(), inlines },
        ],
      },
    ],
  };
}

function link(reply: Reply) {
  const numbers = listReplyNumbers(reply, buildCellIndex([sales]), new Set(), new MetricNames([]));
  const result = linkReplyFigures(reply, numbers, readCellsOf([sales]));
  const block = result.sections[0]!.blocks[1]!;
  return { numbers, figures: result.figures, inlines: block.type === 'paragraph' ? block.inlines : [] };
}

describe('linkReplyFigures', () => {
  test('puts figures in the place of numbers that have one home and leaves the words as they were', () => {
    const text = '智能水表收入为 14,286.52 万元，较上年同期减少 4,633.95 万元，下降 24.49%。';
    const { figures, inlines } = link(buildReply([{ type: 'text', text }]));
    expect(figures.map((figure) => [figure.shown, figure.format.signByWords])).toEqual([
      ['14,286.52万元', false],
      ['4,633.95万元', true],
      ['24.49%', true],
    ]);
    expect(getInlineText(inlines).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(inlines.filter((inline) => inline.type === 'figure')).toHaveLength(3);
  });

  test('keeps the style of the text it replaces', () => {
    const { inlines } = link(buildReply([{ type: 'text', text: '水质分析仪收入增长 18.59%', bold: true }]));
    expect(inlines).toMatchObject([
      { type: 'text', bold: true },
      { type: 'figure', text: '18.59%', style: { bold: true } },
    ]);
  });

  test('leaves a number open that no cell holds, and one already linked alone', () => {
    const first = link(buildReply([{ type: 'text', text: '员工人数为 1,234 人，另有 99.99%' }]));
    expect(first.figures).toEqual([]);
    expect(first.numbers.map((number) => number.choice.state)).toEqual(['unlinked', 'unlinked']);
    const second = link(
      buildReply([
        { type: 'text', text: '增长' },
        { type: 'figure', figureId: newId(), text: '18.59%' },
      ]),
    );
    expect(second.numbers).toEqual([]);
  });
});
