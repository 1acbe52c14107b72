import { expect, test } from 'vitest';
import { loadPdfLibrary } from './pdfLibrary';
import { readPdf } from './readPdf';
import { buildPdf, drawText } from './testing/buildPdf';

/** 60 pages of running text, 36 lines each. */
const LINE = '报告期内公司根据订单安排生产和备货存货余额较上年末有所增加主要系';
const drawPage = (page: number) =>
  Array.from({ length: 36 }, (_, i) => {
    const turn = (page * 36 + i) % LINE.length;
    return drawText(LINE.slice(turn) + LINE.slice(0, turn), 90, 80 + i * 20);
  }).join('');
const bytes = buildPdf(Array.from({ length: 60 }, (_, page) => drawPage(page)));

async function extractBare(): Promise<void> {
  const library = await loadPdfLibrary();
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: 'node_modules/pdfjs-dist/cmaps/',
    disableFontFace: true,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) await (await document.getPage(number)).getTextContent();
  await task.destroy();
}

test('a text PDF of 60 pages is read in under 1.5 times the bare extraction of its text', async ({ bench }) => {
  const result = await bench.compare(
    bench('readPdf', async () => {
      await readPdf(bytes, '函.pdf');
    }),
    bench('bare extraction', extractBare),
    { iterations: 20, warmupIterations: 10, time: 1000, warmupTime: 1000 },
  );
  expect(result.get('readPdf').latency.mean).toBeLessThan(result.get('bare extraction').latency.mean * 1.5);
});
