import type { DataTable } from '../../../shared/domain/dataTable';
import type { BlockId, ColId, FigureId, QuestionId, RowId, SectionId, TableId } from '../../../shared/domain/ids';
import type { Block, Inline } from '../../../shared/domain/reply';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { buildSnapshot } from '../../../shared/document/testing/buildSnapshot';
import { buildTable } from '../../../shared/document/testing/buildTable';

/** An id in the form of real ones. */
export function makeId(kind: string, number: number): string {
  return `${kind}${String(number).padStart(15, '0')}`;
}

const PRODUCTS = ['精密轴承', '液压阀门', '控制系统', '检测仪器', '备品备件', '技术服务'];

/** Text in which a `[figure]` stands for a figure with a source. */
function toInlines(text: string, nextFigure: (shown: string) => FigureId): Inline[] {
  return text.split(/(\[[^\]]+\])/).flatMap((piece): Inline[] => {
    if (piece === '') return [];
    if (!piece.startsWith('[')) return [{ type: 'text', text: piece }];
    const shown = piece.slice(1, -1);
    return [{ type: 'figure', figureId: nextFigure(shown), text: shown }];
  });
}

/** A project of `questions` questions with headings, paragraphs with figures, list items and a table each; its ids look like real ones. */
export function buildReviewProject(questions: number, paragraphs = 6): ProjectSnapshot {
  const figures: Record<string, string> = {};
  const tables: DataTable[] = [];
  let blocks = 0;
  let figureCount = 0;
  const blockId = () => makeId('b', ++blocks) as BlockId;
  const nextFigure = (shown: string) => {
    const id = makeId('f', ++figureCount);
    figures[id] = shown;
    return id as FigureId;
  };
  const written = Array.from({ length: questions }, (_, q) => {
    const product = PRODUCTS[q % PRODUCTS.length]!;
    const table = nameTable(buildSalesTable(q, product), q);
    tables.push(table);
    const amount = (n: number) => `${(4321 + q * 97 + n * 13).toLocaleString('en-US')}.${String((q * 7 + n * 11) % 100).padStart(2, '0')}`;
    const body: Block[] = [
      { type: 'heading', blockId: blockId(), level: 3, inlines: toInlines(`（一）${product}业务收入变动的原因`, nextFigure) },
      ...Array.from({ length: paragraphs }, (_unused, n): Block => {
        const text =
          n % 3 === 2
            ? `第${n + 1}项，公司已就${product}业务履行内部审批程序，相关合同签署及验收单据齐备，不存在提前确认收入的情形。`
            : `报告期内，公司${product}业务实现营业收入[${amount(n)}万元]，同比增长[${10 + n}.5${q % 10}%]，主要系第${n + 1}批客户订单增加所致，毛利率保持稳定。`;
        return { type: 'paragraph', blockId: blockId(), inlines: toInlines(text, nextFigure) };
      }),
      { type: 'paragraph', blockId: blockId(), inlines: toInlines(`${product}业务的分类构成如下：`, nextFigure) },
      { type: 'table', blockId: blockId(), tableId: table.tableId },
      {
        type: 'listItem',
        blockId: blockId(),
        kind: 'bullet',
        depth: 0,
        inlines: toInlines(`核对${product}业务的销售合同与发货单。`, nextFigure),
      },
    ];
    return { no: String(q + 1), text: `请说明${product}业务收入变动的原因及合理性。`, sections: [{ blocks: body }] };
  });
  const snapshot = buildSnapshot({ questions: written, tables, figures });
  return renameQuestions(snapshot);
}

function buildSalesTable(q: number, product: string): DataTable {
  return buildTable(`table${q}`, {
    headerRows: 1,
    unit: '万元',
    notes: ['注：以上数据未经审计。'],
    rows: [
      ['项目', '本期金额', '上期金额'],
      [`${product}甲类`, `${1200 + q}.10`, `${1100 + q}.20`],
      [`${product}乙类`, `${2200 + q}.30`, `${2100 + q}.40`],
      ['合计', `${3400 + 2 * q}.40`, `${3200 + 2 * q}.60`],
    ],
  });
}

function nameTable(table: DataTable, number: number): DataTable {
  return {
    ...table,
    tableId: makeId('t', number) as TableId,
    rows: table.rows.map((row, r) => ({ ...row, rowId: makeId('r', number * 100 + r) as RowId })),
    columns: table.columns.map((column, c) => ({ ...column, colId: makeId('c', number * 100 + c) as ColId })),
  };
}

/** The builder's short ids of questions and sections in the form of real ones. */
function renameQuestions(snapshot: ProjectSnapshot): ProjectSnapshot {
  const question = (id: string) => makeId('q', Number(id.slice(1))) as QuestionId;
  return {
    ...snapshot,
    letters: snapshot.letters.map((letter) => ({
      ...letter,
      questions: letter.questions.map((one) => ({ ...one, questionId: question(one.questionId) })),
    })),
    replies: snapshot.replies.map((reply, index) => ({
      ...reply,
      questionId: question(reply.questionId),
      sections: reply.sections.map((section, at) => ({ ...section, sectionId: makeId('s', index * 10 + at) as SectionId })),
    })),
  };
}
