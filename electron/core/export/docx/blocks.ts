import { type FileChild, ImageRun, Paragraph } from 'docx';
import type { ChartData } from '../../../../shared/document/chart/chartData';
import type { FilingBlock, PictureMime } from '../../../../shared/document/filingBlock';
import { writeInlines } from './inlines';
import { CHANGE_BAR } from './changeBar';
import { writeChartParagraph } from './chart/chartParagraph';
import { getNumberId } from './lists';
import { markTarget } from './references';
import { type ReviewWriting, writeReviewBlock } from './review/blocks';
import { LIST_STYLE, MARGIN_NUMBER_STYLE } from './styles';
import { writeTable } from './tables';
import { toXmlText } from './xml';

/** A block that stands on a page; landscape groups become sections of their own. */
export type PageBlock = Exclude<FilingBlock, { type: 'landscape' }>;

/** What the writers of one document share: ids that count from 1 in each document, so that equal content gives equal bytes. */
export type BlockContext = { lastDrawingId: number; readonly charts: ChartData[]; readonly review?: ReviewWriting };

/** A block as XML; or as a component of docx where other parts of the file belong to it (pictures, charts). */
export type WrittenBlock = string | FileChild;

type BlockWriters = { [Type in PageBlock['type']]: (block: Extract<PageBlock, { type: Type }>, context: BlockContext) => WrittenBlock };

const PICTURE_TYPES: Readonly<Record<PictureMime, 'png' | 'jpg' | 'gif' | 'bmp'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
};

/** A frame in the left margin beside the paragraph that follows; written directly, since not every reader takes a frame from a style. */
const MARGIN_FRAME = '<w:framePr w:w="567" w:hSpace="57" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="1080" w:y="60"/>';

/** How each block is written; a block without a writer does not compile. */
const BLOCK_WRITERS: BlockWriters = {
  paragraph: ({ style, inlines, align, anchor, outdentTwips = 0, changeBar, keepNext }) => {
    const indent = outdentTwips > 0 ? `<w:ind w:right="-${outdentTwips}"/>` : '';
    const alignment = align === undefined ? '' : `<w:jc w:val="${align}"/>`;
    return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${changeBar ? CHANGE_BAR : ''}${indent}${alignment}</w:pPr>${markTarget(anchor, writeInlines(inlines))}</w:p>`;
  },
  listItem: ({ list, kind, depth, inlines, anchor, keepNext, changeBar }) => {
    const number = `<w:numPr><w:ilvl w:val="${Math.min(depth, 8)}"/><w:numId w:val="${getNumberId(list, kind)}"/></w:numPr>`;
    return `<w:p><w:pPr><w:pStyle w:val="${LIST_STYLE}"/>${keepNext ? '<w:keepNext/>' : ''}${number}${changeBar ? CHANGE_BAR : ''}</w:pPr>${markTarget(anchor, writeInlines(inlines))}</w:p>`;
  },
  table: ({ layout, anchor }) => markTarget(anchor, writeTable(layout)),
  chart: ({ chart, alt, anchor }, context) => markTarget(anchor, writeChartParagraph(chart, alt, context)),
  pageBreak: () => '<w:p><w:pPr><w:pStyle w:val="AfterTable"/><w:pageBreakBefore/></w:pPr></w:p>',
  marginNumber: ({ number }) =>
    `<w:p><w:pPr><w:pStyle w:val="${MARGIN_NUMBER_STYLE}"/>${MARGIN_FRAME}</w:pPr>${writeInlines([{ type: 'text', text: String(number) }])}</w:p>`,
  picture: ({ bytes, mime, alt, widthPx, heightPx }, context) => {
    const id = String(++context.lastDrawingId);
    return new Paragraph({
      style: 'Figure',
      children: [
        new ImageRun({
          type: PICTURE_TYPES[mime],
          data: bytes,
          transformation: { width: widthPx, height: heightPx },
          altText: { id, name: `图片 ${id}`, description: toXmlText(alt) },
        }),
      ],
    });
  },
};

/** One block written, in a copy for reviewers with what it carries for them. */
export function writeBlock(block: PageBlock, context: BlockContext): WrittenBlock {
  const write = (plain: PageBlock) => writePlain(plain, context);
  return context.review === undefined ? write(block) : writeReviewBlock(block, context.review, write);
}

function writePlain(block: PageBlock, context: BlockContext): WrittenBlock {
  return (BLOCK_WRITERS[block.type] as (block: PageBlock, context: BlockContext) => WrittenBlock)(block, context);
}
