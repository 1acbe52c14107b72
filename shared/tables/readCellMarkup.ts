import { dropAddressBrackets } from '../document/plainAddress';
import type { RawCell, RawTable } from './rawTable';

/** Stands in a cell's text, on a line of its own, for the next table of `nested`. */
export const NESTED_TABLE_MARK = '\ufffc';

/** A cell's text with its markup read: paragraphs by \n, nested tables apart. */
export type CellContent = { text: string; nested: RawTable[] };

const KNOWN_TAG =
  /<(\/?)(p|div|br|hr|table|caption|thead|tbody|tfoot|tr|th|td|col|colgroup|ul|ol|li|b|strong|i|em|u|s|sub|sup|span|font|a|img|input|small|big|code|h[1-6])((?:\s[^<>]*)?)\/?>/gi;
const BREAKING = new Set(['p', 'div', 'br', 'hr', 'table', 'caption', 'tr', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  middot: '·',
  mdash: '—',
  ndash: '–',
  times: '×',
  le: '≤',
  ge: '≥',
};
/** Deeper tables than this are kept as text: no document of the kind nests further, and a hostile one could go on for ever. */
const DEEPEST_NESTING = 8;

/** Text as a reader sees it: autolinks without their angle brackets, entities as characters. Tags are left as they are. */
export function readPlainText(text: string): string {
  const linked = dropAddressBrackets(text);
  if (!linked.includes('&')) return linked;
  return linked.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** Reads a cell that may hold HTML: paragraphs, check boxes (√ and □), links, and tables, which become `nested`. Unknown tags stay text. */
export function readCellMarkup(source: string): CellContent {
  if (!source.includes('<')) return { text: readPlainText(source).trim(), nested: [] };
  const reader = new MarkupReader(source);
  return reader.readContent(0);
}

class MarkupReader {
  private readonly tokens: { tag: string | null; closing: boolean; attributes: string; text: string }[] = [];
  private at = 0;

  constructor(source: string) {
    let last = 0;
    for (const match of source.matchAll(KNOWN_TAG)) {
      if (match.index > last) this.push(source.slice(last, match.index));
      this.tokens.push({ tag: match[2]!.toLowerCase(), closing: match[1] === '/', attributes: match[3] ?? '', text: match[0] });
      last = match.index + match[0].length;
    }
    if (last < source.length) this.push(source.slice(last));
  }

  private push(text: string): void {
    this.tokens.push({ tag: null, closing: false, attributes: '', text: readPlainText(text) });
  }

  /** Reads to the end of the enclosing cell, or to the end of the text at depth 0. */
  readContent(depth: number): CellContent {
    const lines: string[] = [];
    const nested: RawTable[] = [];
    let line = '';
    const endLine = () => {
      const text = line.trim();
      if (text !== '') lines.push(text);
      line = '';
    };
    for (; this.at < this.tokens.length; this.at += 1) {
      const token = this.tokens[this.at]!;
      if (token.tag === null) {
        line += token.text.replace(/\s+/g, ' ');
        continue;
      }
      if (depth > 0 && (token.tag === 'td' || token.tag === 'th' || token.tag === 'tr' || (token.tag === 'table' && token.closing))) break;
      if (token.tag === 'table' && !token.closing && depth < DEEPEST_NESTING) {
        endLine();
        this.at += 1;
        const table = this.readTable(depth + 1);
        if (table) {
          nested.push(table);
          lines.push(NESTED_TABLE_MARK);
        }
        continue;
      }
      if (token.tag === 'input')
        line += /\btype\s*=\s*["']?checkbox/i.test(token.attributes) ? (/\bchecked\b/i.test(token.attributes) ? '√' : '□') : '';
      else if (BREAKING.has(token.tag)) endLine();
    }
    endLine();
    return { text: lines.join('\n'), nested };
  }

  private readTable(depth: number): RawTable | null {
    const rows: (RawCell & { column: number })[][] = [];
    for (; this.at < this.tokens.length; this.at += 1) {
      const token = this.tokens[this.at]!;
      if (token.tag === 'table' && token.closing) break;
      if (token.tag === 'tr' && !token.closing) rows.push([]);
      if ((token.tag === 'td' || token.tag === 'th') && !token.closing) {
        if (rows.length === 0) rows.push([]);
        this.at += 1;
        const content = this.readContent(depth);
        this.at -= 1;
        const cell = {
          text: content.text,
          rowSpan: readSpan(token.attributes, 'rowspan'),
          colSpan: readSpan(token.attributes, 'colspan'),
          covered: false,
          column: 0,
        };
        rows.at(-1)!.push(content.nested.length > 0 ? { ...cell, nested: content.nested } : cell);
      }
    }
    const cells = layOutCells(rows.filter((row) => row.length > 0));
    return cells.length > 0 ? { cells, spansKnown: true, markedHeaderRows: null, place: {} } : null;
  }
}

function readSpan(attributes: string, name: string): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes);
  return match ? Math.min(Math.max(Number(match[1]), 1), 200) : 1;
}

/** Puts cells that only name their spans on a full grid; spans that leave the table or run into another cell are cut. */
export function layOutCells(rows: readonly (readonly RawCell[])[]): RawCell[][] {
  const grid: (RawCell | undefined)[][] = rows.map(() => []);
  let width = 0;
  rows.forEach((row, r) => {
    let c = 0;
    for (const { text, nested, stored, ...spans } of row) {
      while (grid[r]![c]) c += 1;
      const rowSpan = Math.min(spans.rowSpan, rows.length - r);
      let colSpan = 1;
      while (colSpan < spans.colSpan && !grid[r]![c + colSpan]) colSpan += 1;
      for (let dr = 0; dr < rowSpan; dr += 1) {
        for (let dc = 0; dc < colSpan; dc += 1) grid[r + dr]![c + dc] = { text: '', rowSpan: 1, colSpan: 1, covered: true };
      }
      grid[r]![c] = { text, rowSpan, colSpan, covered: false, ...(nested && { nested }), ...(stored !== undefined && { stored }) };
      c += colSpan;
      width = Math.max(width, c);
    }
  });
  return grid.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? { text: '', rowSpan: 1, colSpan: 1, covered: false }));
}
