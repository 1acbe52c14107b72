import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { buildDocx } from '../import/docx/testing/buildDocx';
import { buildPdf, drawGrid, drawText } from '../import/pdf/testing/buildPdf';
import { findCellRef, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

/** A project with these files as evidence; the tables read from them. */
async function open(files: Record<string, Uint8Array | string>) {
  const core = startTestCore();
  await core.call('project:new', { letter: core.write('函.txt', readSample('letter.txt')), target: null });
  const tokens = Object.entries(files).map(([name, content]) => core.write(name, content));
  await core.callJob('source:import', { files: tokens, disclosed: true });
  return { core, tables: await core.call('table:list', { sourceId: null }) };
}

const row = (y: number, ...texts: string[]) => texts.map((text, col) => drawText(text, 60 + col * 150, y)).join('');
const PAGES = [
  drawText('存货明细如下：', 60, 60) +
    drawGrid([50, 200, 350, 500], [80, 100, 120]) +
    row(95, '项目', '本期', '上期') +
    row(115, '原料', '1.50', '2.50'),
  drawGrid([50, 200, 350, 500], [60, 80, 100]) + row(75, '成品', '7.25', '8.25') + row(95, '合计', '8.75', '10.75'),
];

const sayCells = (cells: { row: number; col: number }[]) => cells.map((cell) => `${cell.row},${cell.col}`).join(' ');

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PICTURE =
  '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="pic"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';

describe('the place a table was read from', () => {
  it('of a PDF is its pages, with every cell that they print, also those of a corrected cell', async () => {
    const { core, tables } = await open({ '明细.pdf': buildPdf(PAGES) });
    const { tableId } = tables[0]!;
    const cell = findCellRef([await core.call('table:get', { tableId })], '1.50');
    await core.call('cell:correct', { cell, text: '1.60', kind: 'misread', why: '' });
    const origin = await core.call('origin:get', { tableId });
    expect(origin).toMatchObject({ kind: 'pages', fileName: '明细.pdf', page: 1 });
    const parts = await core.call('origin:parts', { tableId });
    expect(parts.map(({ page, cells }) => `${page}: ${sayCells(cells)}`)).toEqual([
      '1: 0,0 0,1 0,2 1,0 1,1 1,2',
      '2: 2,0 2,1 2,2 3,0 3,1 3,2',
    ]);
    const found = parts[0]!.cells.find((one) => one.row === 1 && one.col === 1)!.box;
    expect([Math.round(found.x), found.y < 115 && found.y + found.height > 115]).toEqual([210, true]);
    const { sourceId } = tables[0]!;
    const picture = await core.call('origin:page', { sourceId: sourceId!, page: 2 });
    expect([picture.pages, picture.mime, picture.bytes.length > 1000]).toEqual([2, 'image/png', true]);
    await expect(core.call('origin:page', { sourceId: sourceId!, page: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('of a workbook is its sheet as it shows, hidden rows and columns marked, rows behind a blank one found', async () => {
    const sheet = utils.aoa_to_sheet([
      ['存货明细'],
      ['单位：万元'],
      ['项目', '本期', '上期'],
      ['原料', 1.5, 2.5],
      [],
      ['成品', 7.25, 8.25],
      ['注：未经审计'],
    ]);
    sheet['!rows'] = [{}, {}, {}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '存货');
    const { core, tables } = await open({ '明细.xlsx': new Uint8Array(write(book, { type: 'buffer', cellStyles: true }) as Buffer) });
    const { tableId } = tables[0]!;
    expect(await core.call('origin:get', { tableId })).toMatchObject({ kind: 'sheet', fileName: '明细.xlsx' });
    const shown = await core.call('origin:sheet', { tableId, at: { row: 1 } });
    expect([shown.sheet, shown.first, shown.rowCount, shown.tableColumns]).toEqual(['存货', 0, 7, { from: 0, to: 3 }]);
    expect(shown.columns).toEqual([
      { name: 'A', hidden: false },
      { name: 'B', hidden: false },
      { name: 'C', hidden: true },
    ]);
    expect(shown.rows.map(({ no, hidden, tableRow, cells }) => [no, hidden, tableRow, cells[0]!.text])).toEqual([
      [1, false, null, '存货明细'],
      [2, false, null, '单位：万元'],
      [3, false, 0, '项目'],
      [4, true, 1, '原料'],
      [5, false, null, ''],
      [6, false, 2, '成品'],
      [7, false, null, '注：未经审计'],
    ]);
  });

  it('of a CSV file is its lines as cells, also of one named as a workbook', async () => {
    const csv = '客户欠款\n客户,金额\n甲公司,"1,000.00"\n乙公司,2.00\n';
    const { core, tables } = await open({ '欠款.csv': csv, '欠款.xls': csv });
    for (const { tableId } of tables) {
      expect(await core.call('origin:get', { tableId })).toMatchObject({ kind: 'sheet' });
      const shown = await core.call('origin:sheet', { tableId, at: { from: 0 } });
      expect([shown.sheet, shown.columns.map(({ name }) => name).join('')]).toEqual([null, '12']);
      expect(shown.rows.map(({ no, tableRow, cells }) => [no, tableRow, cells[0]!.text])).toEqual([
        [1, null, '客户欠款'],
        [2, 0, '客户'],
        [3, 1, '甲公司'],
        [4, 2, '乙公司'],
      ]);
    }
  });

  it('of text is what stands before and behind the table', async () => {
    const { core, tables } = await open({ '说明.txt': '一\n二\n项目\t金额\n甲\t1\n三\n四\n项目\t数量\n乙\t2\n五\n' });
    const around = await Promise.all(tables.map(({ tableId }) => core.call('origin:get', { tableId })));
    expect(around).toMatchObject([
      { kind: 'text', before: ['一', '二'], after: ['三', '四', null, '五'] },
      { kind: 'text', before: ['一', '二', null, '三', '四'], after: ['五'] },
    ]);
  });

  it('of a Word document is the same, past a picture that stands alone', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const table = (a: string, b: string) => `<w:tbl><w:tr>${cell('项目')}${cell(a)}</w:tr><w:tr>${cell('甲')}${cell(b)}</w:tr></w:tbl>`;
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = paragraph('前言') + PICTURE + table('本期', '1.00') + paragraph('中间') + table('上期', '2.00') + paragraph('结尾');
    const { core, tables } = await open({ '说明.docx': buildDocx({ body, media: { pic: { target: 'media/1.png', bytes: PNG } } }) });
    const around = await Promise.all(tables.map(({ tableId }) => core.call('origin:get', { tableId })));
    expect(around).toMatchObject([
      { kind: 'text', before: ['前言'], after: ['中间', null, '结尾'] },
      { kind: 'text', before: ['前言', null, '中间'], after: ['结尾'] },
    ]);
  });

  it('that only a newer version of the file has is that version, accepted or taken back', async () => {
    const text = '说明\n项目\t金额\n甲\t1\n';
    const { core, tables } = await open({ '说明.txt': text });
    const [{ sourceId } = { sourceId: null }] = tables;
    const newer = core.write('说明.txt', `${text}新增的表\n城市\t人数\n昆明\t20\n完\n`);
    const { updates } = await core.callJob('source:import', { files: [newer], disclosed: true, updates: { [newer]: sourceId! } });
    await core.call('sourceUpdate:accept', { newSourceId: updates[0]!.newSourceId, changes: null });
    const added = (await core.call('table:list', { sourceId: null })).find(({ headline }) => headline.includes('城市'))!;
    const expected = { kind: 'text', sourceId: updates[0]!.newSourceId, before: ['说明', null, '新增的表'], after: ['完'] };
    expect(await core.call('origin:get', { tableId: added.tableId })).toMatchObject(expected);
    await core.call('history:undo', {});
    expect(await core.call('origin:get', { tableId: added.tableId })).toMatchObject(expected);
  });

  it('of a table made for the reply is none', async () => {
    const { core, tables } = await open({ '说明.txt': '项目\t金额\n甲\t1\n' });
    expect(await core.call('origin:get', { tableId: await makeReplyTable(core, tables[0]!.tableId) })).toEqual({ kind: 'none' });
  });

  it('shows a paragraph that was searched for where it stands, a table between paragraphs as a gap', async () => {
    const { core } = await open({ '说明.txt': '一\n二\n项目\t金额\n甲\t1\n三\n原料存放于北纬仓库\n四\n' });
    const [hit] = await core.call('search:query', { query: '北纬仓库', limit: 5 });
    expect(await core.call('origin:paragraph', { sourceId: hit!.sourceId!, paragraph: hit!.id })).toMatchObject({
      fileName: '说明.txt',
      before: ['一', '二', null, '三'],
      text: '原料存放于北纬仓库',
      after: ['四'],
    });
    await expect(core.call('origin:paragraph', { sourceId: hit!.sourceId!, paragraph: '999999' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

async function makeReplyTable(core: TestCore, tableId: Parameters<typeof findCellRef>[0][number]['tableId']) {
  const { proposeDefinition } = await import('../../../shared/tables/reply/proposeDefinition');
  const definition = proposeDefinition(await core.call('table:get', { tableId }));
  return (await core.call('replyTable:create', { questionId: null, definition })).tableId;
}
