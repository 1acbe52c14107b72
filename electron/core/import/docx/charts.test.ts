import { expect, it } from 'vitest';
import { buildDocx, p } from './testing/buildDocx';
import { readDocx } from './readDocx';

const DRAWING = p(
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图表 1" descr="收入"/><a:graphic><a:graphicData><c:chart r:id="rId7"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
);
const points = (texts: readonly string[]) => texts.map((text, at) => `<c:pt idx="${at}"><c:v>${text}</c:v></c:pt>`).join('');
const series = (order: number, name: string, values: readonly string[]) =>
  `<c:ser><c:order val="${order}"/><c:tx><c:strRef><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx>` +
  `<c:cat><c:strRef><c:strCache>${points(['2022年', '2023年'])}</c:strCache></c:strRef></c:cat>` +
  `<c:val><c:numRef><c:numCache>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`;

function read(plot: string, forReply = true) {
  const chart =
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
    `<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>收入</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea>${plot}` +
    '<c:valAx><c:title><c:tx><c:rich><a:p><a:r><a:t>单位：万元</a:t></a:r></a:p></c:rich></c:tx></c:title></c:valAx></c:plotArea></c:chart></c:chartSpace>';
  const media = { rId7: { target: 'charts/chart1.xml', bytes: new TextEncoder().encode(chart) } };
  const { parts, warnings } = readDocx(buildDocx({ body: DRAWING, media }), '稿.docx', forReply);
  return {
    charts: parts.flatMap((part) => (part.type === 'paragraph' ? (part.charts ?? []) : [])),
    codes: warnings.map(({ code }) => code),
  };
}

it('reads columns with a line, in the order of the legend, with exact values', () => {
  const plot = `<c:lineChart>${series(1, '利润', ['1.1E2', '0.30000000000000004'])}</c:lineChart><c:barChart>${series(0, '收入', ['1', ''])}</c:barChart>`;
  expect(read(plot)).toEqual({
    charts: [
      {
        kind: 'combined',
        title: '收入',
        alt: '',
        categories: ['2022年', '2023年'],
        series: [
          { name: '收入', values: ['1', null] },
          { name: '利润', values: ['110', '0.30000000000000004'] },
        ],
        unit: '万元',
      },
    ],
    codes: [],
  });
});

it('reads series of a second axis as the lines a chart draws them as, and no other mixture', () => {
  const axes = (id: number) => `<c:axId val="${id}"/>`;
  const columns = (...all: string[]) => `<c:barChart>${all.join('')}${axes(1)}</c:barChart>`;
  const line = (order: number, axis: number) => `<c:lineChart>${series(order, `线${order}`, ['3', '4'])}${axes(axis)}</c:lineChart>`;
  const kindOf = (plot: string) => read(plot).charts[0]?.kind ?? null;
  const [a, c] = [series(0, '甲', ['1', '2']), series(2, '丙', ['5', '6'])];
  expect([kindOf(columns(a, c) + line(1, 2)), kindOf(columns(a) + line(1, 2) + line(2, 2))]).toEqual(['column', 'combined']);
  expect([kindOf(columns(a, c) + line(1, 1)), kindOf(columns(c) + line(0, 2))]).toEqual([null, null]);
});

it('names kinds a reply has no chart for, charts without values, and charts of evidence as not read', () => {
  const bars = `<c:barChart>${series(0, '收入', ['1', '2'])}</c:barChart>`;
  expect(read(`<c:radarChart>${series(0, '收入', ['1', '2'])}</c:radarChart>`)).toEqual({ charts: [], codes: ['drawing-not-read'] });
  expect(read(`<c:barChart>${series(0, '收入', [])}</c:barChart>`)).toEqual({ charts: [], codes: ['drawing-not-read'] });
  expect(read(bars, false)).toEqual({ charts: [], codes: ['drawing-not-read'] });
  expect(read(bars).charts).toHaveLength(1);
});
