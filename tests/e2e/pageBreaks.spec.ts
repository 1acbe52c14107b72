import { expect } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PAGE_CSS } from '../../shared/document/page/pageStyles';
import { test } from './workbench';

const HEADINGS = '<p class="ReplyLabel">回复：</p><h2 class="Heading2">一、公司说明</h2>';
const LONG_HEADING = `<h3 class="Heading3">（一）${'列示前五名产品的名称、余额、账龄和期后回款'.repeat(2)}</h3>`;
const ROWS = ['甲公司', '乙公司', '丙公司', '丁公司'].map((name) => `<tr class="whole keep"><td><p>${name}</p></td></tr>`).join('');
const TABLE = `<p class="ReplyLead">情况如下：</p><p class="TableUnit">单位：万元</p><table class="size-m"><thead><tr class="whole keep"><th><p>产品名称</p></th></tr></thead><tbody>${ROWS}</tbody></table>`;

test('headings, the lead and the unit of a table stand on the page on which it begins, wherever a page ends', async ({ page }) => {
  for (let before = 20; before < 36; before++) {
    const text = '<p class="QuestionText">请说明。</p>'.repeat(before);
    await page.setContent(
      `<style>@page { size: A4; margin: 25mm } ${PAGE_CSS}</style><div class="page">${text}${HEADINGS}${LONG_HEADING}${TABLE}</div>`,
    );
    const pages = await readPages(await page.pdf({ preferCSSPageSize: true }));
    const first = pages.find((words) => words.includes('产品名称'));
    expect(first, `after ${before} lines`).toMatch(/回复:.*一、公司说明.*\(一\).*情况如下:.*单位:万元.*产品名称.*甲公司/);
  }
});

/** What is printed on each page, without blanks. */
async function readPages(pdf: Buffer): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(pdf) });
  const document = await loading.promise;
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC')
        .replaceAll(/\s/g, '');
    }),
  );
  await loading.destroy();
  return pages;
}
