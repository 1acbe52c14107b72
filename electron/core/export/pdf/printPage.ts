import type { FilingBlock } from '../../../../shared/document/filingBlock';
import { escapeHtml } from '../../../../shared/document/page/escapeHtml';
import { HOUSE_LOOK, type PageLook, type PageSheet } from '../../../../shared/document/page/pageLook';
import { PAGE_CSS } from '../../../../shared/document/page/pageStyles';
import { WIDEST_UPRIGHT_TWIPS } from '../../../../shared/document/pageGeometry';
import { type PagePart, writeParts } from '../../../../shared/document/page/writePage';
import type { PrintPage } from '../../../../shared/document/page/printPage';
import type { OutlineEntry } from '../../../../shared/document/page/pdfOutline';
import { drawChart } from './drawChart';
import { showPicture } from './showPicture';

/** Half of a table's border stands outside it. */
const BORDER_TWIPS = 10;

/**
 * The sheet for the printer. What stands beyond a page's margins is not printed: they end where the widest table does, and the text keeps its own
 * distance from them.
 */
function writePrintCss({ widthTwips, heightTwips, top, bottom, left, right }: PageSheet): string {
  const points = (...twips: number[]) => twips.map((length) => `${length / 20}pt`).join(' ');
  const reach = Math.min(left, right, Math.max(0, WIDEST_UPRIGHT_TWIPS - (widthTwips - left - right)) / 2 + BORDER_TWIPS);
  return `
@page { size: ${points(widthTwips, heightTwips)}; margin: ${points(top, right - reach, bottom, left - reach)}; }
@page turned { size: ${points(heightTwips, widthTwips)}; margin: ${points(left, top - BORDER_TWIPS, right, bottom - BORDER_TWIPS)}; }
html, body { margin: 0; }
.upright { padding-inline: ${points(reach)}; }
.turned { page: turned; padding-inline: ${points(BORDER_TWIPS)}; }
`;
}

/** The document as one page for the printer. The hidden list of links makes the printer name every heading's place, which bookmarks need. */
export function writePrintPage(title: string, blocks: readonly FilingBlock[], look: PageLook = HOUSE_LOOK): PrintPage {
  const parts = writeParts(blocks, {
    lineTwips: look.sheet.widthTwips - look.sheet.left - look.sheet.right,
    drawChart: ({ chart }) => drawChart(chart),
    showPicture,
  });
  const outline: OutlineEntry[] = [];
  const body = groupByDirection(parts).map(({ landscape, parts: own }) => {
    const html = own.map((part) => (part.heading ? nameHeading(part, outline) : part.html)).join('\n');
    return `<div class="${landscape ? 'turned' : 'upright'}">${html}</div>`;
  });
  const links = outline.map(({ name }) => `<a href="#${escapeHtml(name)}"></a>`).join('');
  return {
    title,
    html:
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${PAGE_CSS}${look.css}${writePrintCss(look.sheet)}</style></head>` +
      `<body class="page">${body.join('\n')}<nav hidden>${links}</nav></body></html>`,
    outline,
  };
}

/** Enters a heading into the outline; one without an anchor gets a name of its own. */
function nameHeading({ html, anchor, heading }: PagePart, outline: OutlineEntry[]): string {
  const name = anchor ?? `heading-${outline.length + 1}`;
  outline.push({ name, level: heading!.level, text: heading!.text });
  return anchor === null ? html.replace(/^<h(\d)/, `<h$1 id="${name}"`) : html;
}

function groupByDirection(parts: readonly PagePart[]): { landscape: boolean; parts: PagePart[] }[] {
  const groups: { landscape: boolean; parts: PagePart[] }[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last?.landscape === part.landscape) last.parts.push(part);
    else groups.push({ landscape: part.landscape, parts: [part] });
  }
  return groups;
}
