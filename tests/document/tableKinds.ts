import type { DataTable } from '../../shared/domain/dataTable';
import { buildTable } from '../../shared/document/testing/buildTable';

const MONTHS = ['1月', '2月', '3月', '4月', '5月'];
const YEAR_HEADS = ['收入', '成本', '数量', '单价', '单位成本'];
const LONG_TEXT =
  '合同签订后支付合同总价的30%作为预付款，设备到货并经双方验收合格后支付至合同总价的60%，安装调试完成并取得验收单后支付至合同总价的95%，剩余5%作为质量保证金，质保期满后一次付清。';

/** Invented tables of every kind a reply holds, by what is special about each. */
export const TABLE_KINDS: Readonly<Record<string, DataTable[]>> = {
  'one header row, amounts, a total': [
    buildTable('plain', {
      unit: '万元',
      rows: [
        ['项目', '2024年度', '2023年度', '变动比例'],
        ['主营业务收入', '12,345.60', '9,876.50', '25.00%'],
        ['其中：精密部件', '-1,345.60', '876.50', '4698.57%'],
        ['其他业务收入', '—', '0.00', '-'],
        ['合计', '11,000.00', '10,753.00', '2.30%'],
      ],
      roles: { 4: 'total' },
    }),
  ],
  'two header rows with groups': [
    buildTable('groups', {
      unit: '万元',
      headerRows: 2,
      rows: [
        [
          { text: '产品', rowSpan: 2 },
          { text: '2024年度', colSpan: 2 },
          { text: '2023年度', colSpan: 2 },
          { text: '变动', rowSpan: 2 },
        ],
        ['收入', '占比', '收入', '占比'],
        ['精密部件', '700.00', '70.00%', '600.00', '66.67%', '16.67%'],
        ['小计', '700.00', '70.00%', '600.00', '66.67%', '16.67%'],
        ['成套设备', '300.00', '30.00%', '300.00', '33.33%', '0.00%'],
        ['合计', '1,000.00', '100.00%', '900.00', '100.00%', '11.11%'],
      ],
      roles: { 3: 'subtotal', 5: 'total' },
    }),
  ],
  'a second band with its own heads': [
    buildTable('bands', {
      unit: '万元',
      headerRows: 2,
      rows: [
        [
          { text: '营业收入', rowSpan: 2 },
          { text: '2024年', colSpan: 2 },
          { text: '2023年', colSpan: 2 },
        ],
        ['金额', '同比', '金额', '同比'],
        ['青禾精工', '100.00', '1.00%', '99.00', '/'],
        [
          { text: '净利润', rowSpan: 2 },
          { text: '2024年', colSpan: 2 },
          { text: '2023年', colSpan: 2 },
        ],
        ['金额', '同比', '金额', '同比'],
        ['青禾精工', '10.00', '1.00%', '9.90', '/'],
      ],
      roles: { 3: 'band', 4: 'band' },
    }),
  ],
  'groups of rows and a total across columns': [
    buildTable('merged', {
      unit: '万元',
      notes: ['注：①按同一控制人合并计算。', '②回款截至2025年4月30日。'],
      rows: [
        ['序号', '客户名称', '账龄', '应收账款余额', '期后回款'],
        [{ text: '1', rowSpan: 2 }, { text: '北山热力有限责任公司', rowSpan: 2 }, '1年以内', '1,200.00', { text: '800.00', rowSpan: 2 }],
        ['1-2年', '300.00'],
        ['2', '南屏市政工程有限公司', '1年以内', '150.00', '0.00'],
        [{ text: '合计', colSpan: 3 }, '1,650.00', '800.00'],
      ],
      roles: { 4: 'total' },
    }),
  ],
  'names and values without a header': [
    buildTable('keyValue', {
      headerRows: 0,
      rows: [
        ['单位名称', '东川基金会'],
        ['登记日期', '2008-12-23'],
        ['业务范围', '支持符合宗旨的公益项目和公益活动，资助相关研究与交流，开展专项培训'],
      ],
    }),
  ],
  'a table inside a cell': [
    buildTable('outer', {
      rows: [
        ['项目', '合同内容'],
        ['收益分配', { text: '双方按以下比例分享收益：\n\uFFFC\n以实际测量为准。', nested: ['inner'] }],
        ['附表', { text: '\uFFFC', nested: ['last'] }],
      ],
    }),
    buildTable('inner', {
      rows: [
        ['年度', '甲方', '乙方'],
        ['2023年', '20%', '80%'],
      ],
    }),
    buildTable('last', { rows: [['年度'], ['2024年']] }),
  ],
  'fourteen columns': [
    buildTable('wide', {
      unit: '万元、件、元/件',
      headerRows: 2,
      notes: ['注：其他主要系零散部件。'],
      rows: [
        [
          { text: '产品', rowSpan: 2 },
          { text: '2024年度', colSpan: 5 },
          { text: '2023年度', colSpan: 5 },
          { text: '变动(%)', colSpan: 3 },
        ],
        [...YEAR_HEADS, ...YEAR_HEADS, '销量', '单价', '单位成本'],
        ['精密部件', ...Array.from({ length: 10 }, (_, i) => `${i + 1},234.56`), '-21.77', '3.51', '—'],
      ],
    }),
  ],
  'amounts too wide for an upright page': [
    buildTable('landscape', {
      unit: '元',
      notes: ['注：金额未经审计。'],
      rows: [
        ['项目', ...MONTHS.flatMap((month) => [`${month}收入`, `${month}成本`]), '合计'],
        ['成套设备', ...Array.from({ length: 10 }, () => '1,234,567,890.12'), '12,345,678,901.20'],
      ],
    }),
  ],
  'long text that may split over pages': [
    buildTable('text', {
      rows: [
        ['签订时间', '项目名称', '付款条件', '信用政策'],
        [{ text: '2024年度', rowSpan: 2 }, '城北换热站改造项目', LONG_TEXT, '验收合格后60天付款'],
        ['河东EPC项目', LONG_TEXT.repeat(12), '验收合格后90天付款'],
      ],
    }),
  ],
  'one column, blanks inside a head, a unit in the stub': [
    buildTable('stub', {
      rows: [
        ['收益明细/万元', '项 目', '2024 年'],
        ['总收益', '', '1,544.93'],
      ],
    }),
  ],
};
