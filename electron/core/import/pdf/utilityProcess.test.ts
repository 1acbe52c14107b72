import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPdf, drawText } from './testing/buildPdf';

/** The library looks at these when it is loaded and takes an Electron utility process for a web page. */
beforeAll(() => {
  Object.defineProperty(process.versions, 'electron', { value: '45.0.0', configurable: true });
  Object.defineProperty(process, 'type', { value: 'utility', configurable: true });
});
afterAll(() => {
  Reflect.deleteProperty(process.versions, 'electron');
  Reflect.deleteProperty(process, 'type');
});

it('reads a PDF in the process that runs core in the packaged program', async () => {
  const { readPdf } = await import('./readPdf');
  const { parts } = await readPdf(buildPdf([drawText('关于对云岭示例股份有限公司的关注函', 120, 100)]), '函.pdf');
  expect(parts).toEqual([{ type: 'paragraph', text: '关于对云岭示例股份有限公司的关注函', place: { page: 1 } }]);
});
