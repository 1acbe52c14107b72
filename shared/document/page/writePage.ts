import { type FilingBlock, type FilingInline, type FilingParagraph, getFilingText } from '../filingBlock';
import { LANDSCAPE_WIDTH_TWIPS, TEXT_WIDTH_TWIPS } from '../pageGeometry';
import { setFormulas } from '../setFormulas';
import type { CellLayout, RowLayout, TableLayout } from '../tableLayout';
import { CLOSING, OPINION_END } from '../filingWords';
import { turnLeads } from '../turnLeads';
import { escapeHtml } from './escapeHtml';
import { getWideClass } from './pageStyles';

/**
 * A part of a document as a page shows it: markup of our own classes without a style of its own, so that the window's content policy holds. `anchor` is
 * the id its cross references lead to; `heading` its level in the outline.
 */
export type PagePart = { html: string; landscape: boolean; anchor: string | null; heading: { level: number; text: string } | null };

/** What a page needs that markup alone cannot say. */
export type PageArt = {
  /** Width of an upright page's line. */
  lineTwips?: number;
  /** A chart as an SVG element without style attributes. */
  drawChart: (block: Extract<FilingBlock, { type: 'chart' }>) => string;
  /** The attributes of an img element that show a picture. */
  showPicture: (block: Extract<FilingBlock, { type: 'picture' }>) => string;
};

/** The parts of a document in reading order; footnotes stand below the text under the heading they belong to, since a browser has no foot of a page for them. */
export function writeParts(given: readonly FilingBlock[], art: PageArt): PagePart[] {
  const blocks = turnLeads(setFormulas(given));
  const notes: string[] = [];
  const counts = new Map<string, number>();
  const parts: PagePart[] = [];
  let written = 0;
  const putNotes = () => {
    if (notes.length > written) parts.push({ html: writeNotes(notes, written), landscape: false, anchor: null, heading: null });
    written = notes.length;
  };
  const tail = findTail(blocks);
  for (const [index, block] of blocks.entries()) {
    if (index === tail || beginsSection(block)) putNotes();
    parts.push(...writeBlock(block, { art, notes, counts, landscape: false }));
  }
  putNotes();
  return parts;
}

function beginsSection(block: FilingBlock | undefined): boolean {
  if (block?.type === 'landscape') return beginsSection(block.blocks[0]);
  return block?.type === 'paragraph' && (block.style.startsWith('Heading') || block.style === 'PartHeading');
}

/** Where what closes the document begins: 特此公告。, the signature and its blanks. */
function findTail(blocks: readonly FilingBlock[]): number {
  const isClosing = (block: FilingBlock) =>
    block.type === 'paragraph' && (block.style === 'SignOff' || block.inlines.length === 0 || CLOSINGS.has(getFilingText(block.inlines)));
  return blocks.findLastIndex((block) => !isClosing(block)) + 1;
}

const CLOSINGS: ReadonlySet<string> = new Set([CLOSING, OPINION_END]);

type Writing = { art: PageArt; notes: string[]; counts: Map<string, number>; landscape: boolean };

function writeBlock(block: FilingBlock, writing: Writing): PagePart[] {
  const part = (html: string, anchor?: string): PagePart => ({ html, landscape: writing.landscape, anchor: anchor ?? null, heading: null });
  const id = 'anchor' in block && block.anchor !== undefined ? ` id="${escapeHtml(block.anchor)}"` : '';
  switch (block.type) {
    case 'paragraph':
      return [writeParagraph(block, id, writing)];
    case 'listItem': {
      const mark =
        block.kind === 'bullet' ? BULLETS[block.depth % BULLETS.length]! : `${countItem(block.list, block.depth, writing.counts)}.`;
      const html = `<p class="list-item depth-${Math.min(block.depth, 8)}${block.changeBar ? ' changed' : ''}"${id}><span class="mark">${mark}</span>${writeInlines(block.inlines, writing)}</p>`;
      return [part(html, block.anchor)];
    }
    case 'table':
      return [part(writeTable(block.layout, id, writing), block.anchor)];
    case 'picture': {
      const size = `width="${block.widthPx}" height="${block.heightPx}"`;
      return [
        part(`<p class="Figure"${id}><img ${writing.art.showPicture(block)} ${size} alt="${escapeHtml(block.alt)}"></p>`, block.anchor),
      ];
    }
    case 'chart':
      return [
        part(
          `<div class="Figure chart"${id} role="img" aria-label="${escapeHtml(block.alt)}">${writing.art.drawChart(block)}</div>`,
          block.anchor,
        ),
      ];
    case 'landscape':
      return block.blocks.flatMap((inner) => writeBlock(inner, { ...writing, landscape: true }));
    case 'pageBreak':
      return [part('<div class="page-break"></div>')];
    case 'marginNumber':
      return [part(`<div class="margin-number"><span>${block.number}</span></div>`)];
  }
}

const BULLETS = ['●', '○', '■'] as const;

function countItem(list: number, depth: number, counts: Map<string, number>): number {
  for (const key of counts.keys()) {
    const [of, at] = key.split(' ').map(Number);
    if (of === list && at! > depth) counts.delete(key);
  }
  const next = (counts.get(`${list} ${depth}`) ?? 0) + 1;
  counts.set(`${list} ${depth}`, next);
  return next;
}

function writeParagraph(
  { style, inlines, align, changeBar, anchor, outdentTwips = 0 }: FilingParagraph,
  id: string,
  writing: Writing,
): PagePart {
  const level = style === 'PartHeading' ? '1' : /^Heading(\d)$/.exec(style)?.[1];
  const tag = level === undefined ? 'p' : `h${level}`;
  const wide = getWideClass(2 * outdentTwips);
  const classes = [style, ...(align ? [`align-${align}`] : []), ...(changeBar ? ['changed'] : []), ...(wide === null ? [] : [wide])].join(
    ' ',
  );
  const content = style === 'AnnCode' ? writeColumns(inlines, writing) : writeInlines(inlines, writing);
  return {
    html: `<${tag} class="${classes}"${id}>${content}</${tag}>`,
    landscape: writing.landscape,
    anchor: anchor ?? null,
    heading: level === undefined ? null : { level: Number(level), text: getFilingText(inlines.filter(({ type }) => type !== 'footnote')) },
  };
}

/** Pieces between tabs, spread over the line as tab stops do. */
function writeColumns(inlines: readonly FilingInline[], writing: Writing): string {
  const columns: FilingInline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'tab') columns.push([]);
    else columns.at(-1)!.push(inline);
  }
  return columns.map((column) => `<span>${writeInlines(column, writing)}</span>`).join('');
}

const EMPHASES = [
  ['bold', 'b', ''],
  ['italic', 'i', ''],
  ['underline', 'u', ''],
  ['sub', 'sub', ''],
  ['sup', 'sup', ''],
  ['revised', 'span', ' class="revised"'],
  ['exempt', 'span', ' class="exempt"'],
] as const;

function writeInlines(inlines: readonly FilingInline[], writing: Writing): string {
  return inlines.map((inline) => writeInline(inline, writing)).join('');
}

function writeInline(inline: FilingInline, { notes }: Writing): string {
  switch (inline.type) {
    case 'break':
      return '<br>';
    case 'tab':
      return '<span class="tab"> </span>';
    case 'footnote':
      return `<sup><a href="#note-${notes.push(inline.note)}">${notes.length}</a></sup>`;
    case 'text': {
      const words = EMPHASES.reduce((inner, [name, tag, attributes]) => {
        return inline[name] ? `<${tag}${attributes}>${inner}</${tag}>` : inner;
      }, escapeHtml(inline.text));
      return inline.refersTo === undefined ? words : `<a href="#${escapeHtml(inline.refersTo)}">${words}</a>`;
    }
  }
}

/** The notes from the one at `first` on, numbered through the document. */
function writeNotes(notes: readonly string[], first: number): string {
  const items = notes
    .slice(first)
    .map((note, index) => `<li id="note-${first + index + 1}">${escapeHtml(note).replaceAll('\n', '<br>')}</li>`);
  return `<ol class="notes" start="${first + 1}">${items.join('')}</ol>`;
}

function writeTable(layout: TableLayout, id: string, writing: Writing): string {
  const columns = layout.columnTwips.map((twips) => `<col width="${((100 * twips) / layout.widthTwips).toFixed(3)}%">`).join('');
  const headCount = layout.rows.findIndex((row) => !row.repeats);
  const heads = layout.rows.slice(0, headCount < 0 ? layout.rows.length : headCount);
  const writeRows = (rows: readonly RowLayout[], first: number) =>
    rows.map((row, index) => writeRow(layout, row, first + index, writing)).join('');
  const head = heads.length === 0 ? '' : `<thead>${writeRows(heads, 0)}</thead>`;
  const body = heads.length === layout.rows.length ? '' : `<tbody>${writeRows(layout.rows.slice(heads.length), heads.length)}</tbody>`;
  const line = layout.landscape ? LANDSCAPE_WIDTH_TWIPS : (writing.art.lineTwips ?? TEXT_WIDTH_TWIPS);
  const wide = getWideClass(layout.widthTwips - line);
  return `<table class="size-${layout.size.toLowerCase()}${wide === null ? '' : ` ${wide}`}"${id}><colgroup>${columns}</colgroup>${head}${body}</table>`;
}

function writeRow(layout: TableLayout, { cantSplit, keepNext, changeBar, cells }: RowLayout, row: number, writing: Writing): string {
  const classes = [...(cantSplit ? ['whole'] : []), ...(keepNext ? ['keep'] : []), ...(changeBar ? ['changed'] : [])];
  let column = 0;
  const written = cells.map((cell) => {
    const start = column;
    column += cell.colSpan;
    return cell.merge === 'continue' ? '' : writeCell(layout, cell, countSpannedRows(layout, row, start, cell), writing);
  });
  return `<tr${classes.length === 0 ? '' : ` class="${classes.join(' ')}"`}>${written.join('')}</tr>`;
}

function writeCell(layout: TableLayout, cell: CellLayout, rowSpan: number, writing: Writing): string {
  const tag = cell.stands === 'head' ? 'th' : 'td';
  const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
  const content = cell.content.map((part) => {
    if (part.type === 'table') return writeTable({ ...part.layout, landscape: layout.landscape }, '', writing);
    return `<p>${part.inlines ? writeInlines(part.inlines, writing) : escapeHtml(part.text)}</p>`;
  });
  return `<${tag} class="${cell.stands}${cell.bold ? ' total' : ''}"${spans}>${content.join('')}</${tag}>`;
}

/** Rows a merged cell reaches over, counted by the empty remainders below it. */
export function countSpannedRows(layout: TableLayout, row: number, column: number, cell: CellLayout): number {
  if (cell.merge !== 'start') return 1;
  let rows = 1;
  while (findCellAt(layout, row + rows, column)?.merge === 'continue') rows++;
  return rows;
}

function findCellAt(layout: TableLayout, row: number, column: number): CellLayout | undefined {
  let at = 0;
  return layout.rows[row]?.cells.find((cell) => {
    const isHere = at === column;
    at += cell.colSpan;
    return isHere;
  });
}
