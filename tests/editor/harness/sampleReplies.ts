import type { BlockId, FigureId, QuestionId, SectionId, TableId } from '../../../shared/domain/ids';
import type { Block, Inline, Reply } from '../../../shared/domain/reply';
import type { Figure } from '../../../shared/domain/figure';

const text = (words: string): Inline => ({ type: 'text', text: words });
const figure = (id: string, words: string): Inline => ({ type: 'figure', figureId: id as FigureId, text: words });
const paragraph = (id: string, ...inlines: Inline[]): Block => ({ type: 'paragraph', blockId: id as BlockId, inlines });

/** Figures of the sample replies. */
export const SAMPLE_FIGURES: readonly Figure[] = [
  createFigure('f1', 'q1', 't1', 2, 1, '26,715.63万元', 2),
  createFigure('f2', 'q1', 't1', 2, 3, '38,022.40万元', 2),
  createFigure('f3', 'q1', 't2', 1, 2, '6,715.63万元', 2),
];

function createFigure(
  figureId: string,
  questionId: string,
  tableId: string,
  row: number,
  col: number,
  shown: string,
  decimals: number,
): Figure {
  return {
    figureId: figureId as FigureId,
    questionId: questionId as QuestionId,
    formula: {
      op: 'cell',
      cell: { tableId: tableId as TableId, rowId: `${tableId}r${row}` as never, colId: `${tableId}c${col}` as never },
    },
    format: { unit: '万元', decimals, grouping: true, showUnit: true, wording: '', signByWords: false },
    asOf: null,
    reason: null,
    shown,
  };
}

/** A short reply with both kinds of section, and an empty one. */
export const SAMPLE_REPLIES: readonly Reply[] = [
  {
    questionId: 'q1' as QuestionId,
    revision: 1,
    sections: [
      {
        sectionId: 'sec1' as SectionId,
        role: 'statement',
        verifier: null,
        itemIds: [],
        blocks: [
          { type: 'heading', blockId: 'b1' as BlockId, level: 2, inlines: [text('一、公司说明及分析')] },
          { type: 'heading', blockId: 'b2' as BlockId, level: 3, inlines: [text('（一）收入下降的原因及合理性')] },
          paragraph(
            'b3',
            text('报告期内，公司供热设备业务实现收入'),
            figure('f1', '26,715.63万元'),
            text('，上年同期为'),
            figure('f2', '38,022.40万元'),
            text('，主要系部分项目验收延后所致。'),
          ),
          paragraph('b4', text('近两年主营业务收入和成本整体情况如下：')),
          { type: 'table', blockId: 'b5' as BlockId, tableId: 't1' as TableId },
          paragraph(
            'b6',
            text('第一大客户为青峦热力有限公司，销售金额'),
            figure('f3', '6,715.63万元'),
            figure('f1', '26,715.63万元'),
            text('。'),
          ),
          { type: 'heading', blockId: 'b7' as BlockId, level: 4, inlines: [text('1、主要项目')] },
          { type: 'listItem', blockId: 'b8' as BlockId, kind: 'number', depth: 0, inlines: [text('青峦热网改造项目；')] },
          { type: 'listItem', blockId: 'b9' as BlockId, kind: 'bullet', depth: 1, inlines: [text('一期已验收。')] },
          { type: 'listItem', blockId: 'b10' as BlockId, kind: 'number', depth: 0, inlines: [text('北屿智慧供热项目。')] },
        ],
      },
      {
        sectionId: 'sec2' as SectionId,
        role: 'procedures',
        verifier: 'auditor',
        itemIds: [],
        blocks: [
          { type: 'heading', blockId: 'b11' as BlockId, level: 2, inlines: [text('二、会计师核查程序')] },
          paragraph('b12', text('1、获取并检查主要销售合同、验收单据；')),
          paragraph('b13', text('2、对主要客户执行函证程序。')),
        ],
      },
      {
        sectionId: 'sec3' as SectionId,
        role: 'conclusion',
        verifier: 'auditor',
        itemIds: [],
        blocks: [paragraph('b14', text('经核查，会计师认为：公司收入下降具有合理性。'))],
      },
    ],
  },
  {
    questionId: 'q2' as QuestionId,
    revision: 1,
    sections: [{ sectionId: 'sec4' as SectionId, role: 'statement', verifier: null, itemIds: [], blocks: [paragraph('b20')] }],
  },
];

/** A long reply: `blocks` blocks of which every seventh is a table. */
export function createLargeReply(questionId: string, blocks: number): Reply {
  return {
    questionId: questionId as QuestionId,
    revision: 1,
    sections: [
      {
        sectionId: 'seclarge' as SectionId,
        role: 'statement',
        verifier: null,
        itemIds: [],
        blocks: Array.from({ length: blocks }, (_, index): Block => {
          if (index % 7 === 6) return { type: 'table', blockId: `l${index}` as BlockId, tableId: 't1' as TableId };
          return paragraph(
            `l${index}`,
            text(`第 ${index} 段：报告期内，公司按照企业会计准则的规定确认收入，`),
            figure('f1', '26,715.63万元'),
            text(
              '，相关会计处理符合企业会计准则的规定，主要项目的验收情况与合同约定一致，不存在提前或延后确认收入的情形，与同行业公司不存在重大差异。',
            ),
          );
        }),
      },
    ],
  };
}
