import type { Block, Inline, TextStyle } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import type { DataTable } from '../domain/dataTable';
import type { TableId } from '../domain/ids';
import { FOOTNOTE_MARK, getAnchor } from '../domain/reply';
import { assert, assertNever } from '../util/assert';
import { stripAutospaceBlanks, stripAutospaceBlanksAcross } from './cjkBlanks';
import { REPLY_LABEL } from './draft/draftTerms';
import {
  createInlines,
  createParagraph,
  type Emphasis,
  type FilingBlock,
  type FilingInline,
  type FilingPicture,
  getFilingText,
  PICTURE_MIMES,
  type PictureMime,
} from './filingBlock';
import { PICTURE_MARK, UNIT_LABEL } from './filingWords';
import { LANDSCAPE_WIDTH_TWIPS, TEXT_HEIGHT_TWIPS, TEXT_WIDTH_TWIPS, TWIPS_PER_PIXEL } from './pageGeometry';
import { layOutTable } from './layOutTable';
import { plotChart } from './chart/chartData';
import { sayChart } from './chart/sayChart';

/** What the blocks of replies need of a project. */
export type ReplyMaterial = Pick<ProjectSnapshot, 'tables' | 'figures' | 'pictures'>;

const HEADING_STYLES = { 2: 'Heading2', 3: 'Heading3', 4: 'Heading4', 5: 'Heading5', 6: 'Heading6' } as const;

/** Blocks of a reply as they are filed. Empty paragraphs are left out: distances come from styles. `firstList` numbers the first list. */
export function assembleReplyBlocks(blocks: readonly Block[], material: ReplyMaterial, firstList: number): FilingBlock[] {
  const filed: FilingBlock[] = [];
  let list = firstList;
  let wasListItem = false;
  for (const block of blocks) {
    if (block.type !== 'listItem' && wasListItem) list++;
    wasListItem = block.type === 'listItem';
    filed.push(...assembleBlock(block, material, list).map((one) => setAnchor(one, block.blockId)));
  }
  return filed;
}

function assembleBlock(block: Block, material: ReplyMaterial, list: number): FilingBlock[] {
  switch (block.type) {
    case 'heading': {
      const inlines = assembleInlines(block.inlines, material);
      return isEmpty(inlines) ? [] : [{ type: 'paragraph', style: HEADING_STYLES[block.level], inlines }];
    }
    case 'paragraph': {
      const inlines = assembleInlines(block.inlines, material);
      if (isEmpty(inlines)) return [];
      // A reply that answers item by item says 回复： more than once.
      const style = REPLY_LABEL.exec(getFilingText(inlines))?.[2] === '' ? 'ReplyLabel' : 'ReplyBody';
      return [{ type: 'paragraph', style, inlines, ...(block.align && { align: block.align }) }];
    }
    case 'listItem': {
      const inlines = assembleInlines(block.inlines, material);
      return [{ type: 'listItem', list, kind: block.kind, depth: block.depth, inlines }];
    }
    case 'table':
      return assembleTable(findTable(material, block.tableId), material);
    case 'picture':
      return [assemblePicture(block, material)];
    case 'chart':
      return assembleChart(block, material);
    default:
      return assertNever(block, 'a block of a reply has a known type');
  }
}

/** Inlines as printed: figures by the words they show now, blanks between Chinese and Latin gone. */
export function assembleInlines(inlines: readonly Inline[], material: ReplyMaterial): FilingInline[] {
  const texts = stripAutospaceBlanksAcross(inlines.map((inline) => printInline(inline, material)));
  return inlines.flatMap((inline, index) => {
    if (inline.type === 'break') return createInlines('\n');
    if (inline.type === 'footnote') return [{ type: 'footnote', note: stripAutospaceBlanks(inline.note) }];
    if (inline.type === 'reference') return createReference(texts[index]!, inline);
    return createInlines(texts[index]!, pickEmphasis(inline.type === 'figure' ? inline.style : inline));
  });
}

/** Words in quotation marks are those of the block referred to, and lead there by themselves. */
function createReference(words: string, { target, style }: Extract<Inline, { type: 'reference' }>): FilingInline[] {
  const emphasis = pickEmphasis(style);
  const refersTo = getAnchor(target);
  const [, before = '', repeated = words, after = ''] = /^(.*“)(.+)(”.*)$/.exec(words) ?? [];
  return [...createInlines(before, emphasis), { type: 'text', text: repeated, refersTo, ...emphasis }, ...createInlines(after, emphasis)];
}

function pickEmphasis(style: TextStyle = {}): Emphasis {
  const { bold, italic, underline, sub, sup } = style;
  return { ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }), ...(sub && { sub }), ...(sup && { sup }) };
}

/** An inline as printed: a figure by the words it shows now. */
export function printInline(inline: Inline, material: ReplyMaterial): string {
  if (inline.type === 'break') return '\n';
  if (inline.type === 'footnote') return FOOTNOTE_MARK;
  if (inline.type !== 'figure') return inline.text;
  return material.figures.get(inline.figureId)?.shown ?? inline.text;
}

function isEmpty(inlines: readonly FilingInline[]): boolean {
  return inlines.every((inline) => inline.type !== 'text' || inline.text.trim() === '');
}

/** Unit line, table, notes or a spacer; on a landscape page when no upright page can hold it. */
function assembleTable(table: DataTable, material: ReplyMaterial): FilingBlock[] {
  const notes = table.notes.filter((note) => note.trim() !== '');
  const layout = layOutTable(table, (tableId) => findTable(material, tableId), notes.length > 0);
  const textWidthTwips = layout.landscape ? LANDSCAPE_WIDTH_TWIPS : TEXT_WIDTH_TWIPS;
  const blocks: FilingBlock[] = [];
  if (table.unit !== null) {
    const outdentTwips = Math.max(0, Math.floor((layout.widthTwips - textWidthTwips) / 2));
    blocks.push({ ...createParagraph('TableUnit', `${UNIT_LABEL}${stripAutospaceBlanks(table.unit)}`), outdentTwips });
  }
  blocks.push({ type: 'table', layout, tableId: table.tableId });
  if (notes.length === 0) blocks.push({ type: 'paragraph', style: 'AfterTable', inlines: [] });
  for (const note of notes) blocks.push(createParagraph('TableNote', stripAutospaceBlanks(note)));
  return layout.landscape ? [{ type: 'landscape', blocks }] : blocks;
}

function findTable(material: ReplyMaterial, tableId: TableId): DataTable {
  const table = material.tables.get(tableId);
  assert(table, `the snapshot holds every table its replies show, nested ones too: ${tableId}`);
  return table;
}

/** A picture within the text area, in its own proportions; a kind of picture that cannot be filed leaves a visible mark. */
function assemblePicture(block: Extract<Block, { type: 'picture' }>, material: ReplyMaterial): FilingBlock {
  const { alt, mime } = block;
  if (!isPictureMime(mime)) return createParagraph('Figure', `${PICTURE_MARK}${alt === '' ? mime : alt}】`);
  const bytes = material.pictures.get(block.file);
  assert(bytes, `the snapshot holds every picture its replies show: ${block.file}`);
  const scale = Math.min(
    1,
    TEXT_WIDTH_TWIPS / TWIPS_PER_PIXEL / block.widthPx,
    (TEXT_HEIGHT_TWIPS * LARGEST_PICTURE_SHARE) / TWIPS_PER_PIXEL / block.heightPx,
  );
  const widthPx = Math.max(1, Math.floor(block.widthPx * scale));
  const heightPx = Math.max(1, Math.floor(block.heightPx * scale));
  return { type: 'picture', bytes, mime, alt, widthPx, heightPx } satisfies FilingPicture;
}

/** Share of a page's height a picture may take, so that its lead sentence and source line stay with it. */
const LARGEST_PICTURE_SHARE = 0.8;

function isPictureMime(mime: string): mime is PictureMime {
  return (PICTURE_MIMES as readonly string[]).includes(mime);
}

/** Cross references to a block lead to its text, table, picture or chart, not to the lines around it. */
function setAnchor(block: FilingBlock, anchor: string): FilingBlock {
  switch (block.type) {
    case 'landscape':
      return { ...block, blocks: block.blocks.map((one) => setAnchor(one, anchor)) };
    case 'paragraph':
      return OWN_TEXT_STYLES.has(block.style) ? { ...block, anchor } : block;
    case 'listItem':
    case 'table':
    case 'picture':
    case 'chart':
      return { ...block, anchor };
    case 'pageBreak':
    case 'marginNumber':
      return block;
  }
}

const OWN_TEXT_STYLES: ReadonlySet<string> = new Set([...Object.values(HEADING_STYLES), 'ReplyBody', 'ReplyLabel']);

function assembleChart(block: Extract<Block, { type: 'chart' }>, material: ReplyMaterial): FilingBlock[] {
  const plotted = plotChart(block, findTable(material, block.tableId));
  const chart: FilingBlock = { type: 'chart', chart: plotted, alt: block.alt.trim() === '' ? sayChart(plotted) : block.alt };
  return block.source.trim() === '' ? [chart] : [chart, createParagraph('FigureSource', stripAutospaceBlanks(block.source))];
}
