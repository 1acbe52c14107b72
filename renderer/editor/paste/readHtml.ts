import type { Inline, TextStyle } from '../../../shared/domain/reply';
import { findHeadingLevel } from '../../../shared/document/draft/headings';
import { MAX_LIST_DEPTH } from '../listBlock/ListBlockNode';
import type { Pasted, PastedBlock, PastedText } from './pastedBlock';
import { readHtmlTable } from './readHtmlTable';
import { readListMark, readOutlineLevel, readStyle, isHidden } from './wordMarks';

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HTML LI MAIN NAV OL P PRE SECTION UL'.split(
    ' ',
  ),
);
const IGNORED = new Set('BUTTON HEAD IFRAME INPUT LINK META NOSCRIPT OBJECT SCRIPT SELECT STYLE TEMPLATE TEXTAREA TITLE'.split(' '));

type Paragraph = {
  inlines: Inline[];
  outline: number | null;
  list: { kind: 'bullet' | 'number'; depth: number } | null;
  align: 'left' | 'center' | 'right' | null;
};

/** HTML of the clipboard as a document nothing of which is run, fetched or styled; `style` attributes are kept as `data-style`, to be read. */
export function parseClipboardHtml(html: string): Document {
  const unstyled = html
    .replaceAll(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ' data-style='));
  return new DOMParser().parseFromString(unstyled, 'text/html');
}

/**
 * Reads HTML from the clipboard (Word, WPS, Excel, a browser) into clean blocks: paragraphs, headings by style or label, list items, tables. Bold, sub-
 * and superscript stay; fonts, colours, scripts, links' addresses and pictures do not come in. Nothing of the document is run or fetched.
 */
export function readHtml(document: Document): Pasted {
  const reader = new HtmlReader(document.querySelector('h1,h2,h3,h4,h5,h6,[data-style*="mso-outline-level"]') !== null);
  reader.readChildren(document.body, {}, null);
  reader.endParagraph();
  return { blocks: reader.blocks, picturesLeftOut: reader.picturesLeftOut };
}

class HtmlReader {
  readonly blocks: PastedBlock[] = [];
  picturesLeftOut = 0;
  readonly #marksHeadings: boolean;
  #paragraph: Paragraph = { inlines: [], outline: null, list: null, align: null };

  constructor(marksHeadings: boolean) {
    this.#marksHeadings = marksHeadings;
  }

  readChildren(parent: Element, style: TextStyle, list: Paragraph['list']): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.#addText(node.nodeValue ?? '', style, parent.closest('pre') !== null);
      else if (node.nodeType === 1) this.#readElement(node as Element, style, list);
    }
  }

  #readElement(element: Element, style: TextStyle, list: Paragraph['list']): void {
    const name = element.nodeName.toUpperCase();
    if (IGNORED.has(name) || isHidden(element)) return;
    if (name === 'BR') {
      this.#paragraph.inlines.push({ type: 'break' });
    } else if (name === 'IMG') {
      this.picturesLeftOut++;
    } else if (name === 'TABLE') {
      this.#readTable(element, style, list);
    } else if (BLOCKS.has(name)) {
      this.#readBlock(element, name, style, list);
    } else {
      this.readChildren(element, readStyle(element, style), list);
    }
  }

  #readBlock(element: Element, name: string, style: TextStyle, list: Paragraph['list']): void {
    this.endParagraph();
    if (name === 'UL' || name === 'OL') {
      const kind = name === 'UL' ? 'bullet' : 'number';
      this.readChildren(element, style, { kind, depth: list ? Math.min(list.depth + 1, MAX_LIST_DEPTH) : 0 });
    } else {
      const mark = readListMark(element);
      this.#paragraph.outline = readOutlineLevel(element);
      this.#paragraph.list = mark ?? (name === 'LI' || this.#isFirstInItem(element) ? list : null);
      this.#paragraph.align = readAlign(element);
      // The whole of a heading is bold by its own style; what counts there is the words.
      this.readChildren(element, readStyle(element, style), list);
    }
    this.endParagraph();
  }

  #isFirstInItem(element: Element): boolean {
    return element.parentElement?.nodeName.toUpperCase() === 'LI' && element.previousElementSibling === null;
  }

  /** A table of one cell is a frame around text, not a table. */
  #readTable(element: Element, style: TextStyle, list: Paragraph['list']): void {
    this.endParagraph();
    const cells = readHtmlTable(element);
    if (cells.length === 0) return;
    if (cells.length === 1 && cells[0]!.length === 1) this.readChildren(element.querySelector('td,th')!, style, list);
    else this.blocks.push({ type: 'grid', cells, spansKnown: true });
    this.endParagraph();
  }

  #addText(text: string, style: TextStyle, keepsBreaks: boolean): void {
    const { inlines } = this.#paragraph;
    if (keepsBreaks) {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) inlines.push({ type: 'break' });
        if (line !== '') inlines.push({ type: 'text', text: line, ...style });
      }
      return;
    }
    if (text !== '') inlines.push({ type: 'text', text, ...style });
  }

  endParagraph(): void {
    const { inlines, outline, list, align } = this.#paragraph;
    this.#paragraph = { inlines: [], outline: null, list: null, align: null };
    const clean = cleanInlines(inlines);
    if (clean.length > 0) this.blocks.push(this.#createBlock(clean, outline, list, align));
  }

  #createBlock(inlines: Inline[], outline: number | null, list: Paragraph['list'], align: Paragraph['align']): PastedText {
    if (list) return { type: 'listItem', ...list, inlines };
    const text = inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
    const bold = inlines.every((inline) => inline.type !== 'text' || inline.bold === true || inline.text.trim() === '');
    const level = findHeadingLevel(
      { type: 'paragraph', text, place: {}, bold, ...(outline === null ? {} : { outline }) },
      this.#marksHeadings,
    );
    if (level !== null) return { type: 'heading', level, inlines: cleanInlines(inlines.map(withoutBold)) };
    return align && align !== 'left' ? { type: 'paragraph', inlines, align } : { type: 'paragraph', inlines };
  }
}

function withoutBold(inline: Inline): Inline {
  if (inline.type !== 'text') return inline;
  const { bold: _bold, ...rest } = inline;
  return rest;
}

function readAlign(element: Element): Paragraph['align'] {
  const align = (
    /text-align:\s*(\w+)/i.exec(element.getAttribute('data-style') ?? '')?.[1] ??
    element.getAttribute('align') ??
    ''
  ).toLowerCase();
  return align === 'center' || align === 'right' ? align : null;
}

/** Blanks as a reader sees them: those of the source's lines go between Chinese characters and become one elsewhere; ends are trimmed; equal styles join. */
function cleanInlines(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && hasSameStyle(last, inline)) last.text += inline.text;
    else joined.push({ ...inline });
  }
  for (const inline of joined) if (inline.type === 'text') inline.text = cleanText(inline.text);
  trimEnd(joined, 0, /^[\s\u3000]+/);
  trimEnd(joined, -1, /[\s\u3000]+$/);
  return joined.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

function cleanText(text: string): string {
  return text
    .replace(/([\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])/g, '$1')
    .replace(/[ \t\r\n\u00a0]+/g, ' ');
}

function trimEnd(inlines: Inline[], at: 0 | -1, blanks: RegExp): void {
  for (let inline = inlines.at(at); inline; inline = inlines.at(at)) {
    if (inline.type === 'text') inline.text = inline.text.replace(blanks, '');
    if (inline.type === 'text' && inline.text !== '') return;
    inlines.splice(at, 1);
  }
}

function hasSameStyle(a: TextStyle, b: TextStyle): boolean {
  return a.bold === b.bold && a.sub === b.sub && a.sup === b.sup;
}
