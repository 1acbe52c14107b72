import { AlignmentType, type FileChild, ImageRun, Paragraph } from 'docx';
import type { FilingBlock, PictureMime } from '../../../../shared/document/filingBlock';
import { writeInlines } from './inlines';
import { LISTS } from './lists';
import { LIST_STYLE } from './styles';
import { ReplyTable } from './tables';
import { toXmlText } from './xmlText';

/** A block that stands on a page; landscape groups become sections of their own. */
export type PageBlock = Exclude<FilingBlock, { type: 'landscape' }>;

/** What the writers of one document share: ids that count from 1 in each document, so that equal content gives equal bytes. */
export type BlockContext = { lastDrawingId: number };

type BlockWriters = { [Type in PageBlock['type']]: (block: Extract<PageBlock, { type: Type }>, context: BlockContext) => FileChild };

const PICTURE_TYPES: Readonly<Record<PictureMime, 'png' | 'jpg' | 'gif' | 'bmp'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
};

/** How each block is written; a block without a writer does not compile. */
const BLOCK_WRITERS: BlockWriters = {
  paragraph: ({ style, inlines, align, outdentTwips = 0 }) =>
    new Paragraph({
      style,
      alignment: align && { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[align],
      indent: outdentTwips > 0 ? { right: -outdentTwips } : undefined,
      children: writeInlines(inlines),
    }),
  listItem: ({ list, kind, depth, inlines, keepNext }) =>
    new Paragraph({
      style: LIST_STYLE,
      keepNext,
      numbering: { reference: LISTS[kind], level: Math.min(depth, 8), instance: list },
      children: writeInlines(inlines),
    }),
  table: ({ layout }) => new ReplyTable(layout),
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

/** Paragraphs and tables of the blocks, in order. */
export function writeBlocks(blocks: readonly PageBlock[], context: BlockContext): FileChild[] {
  return blocks.map((block) => (BLOCK_WRITERS[block.type] as (block: PageBlock, context: BlockContext) => FileChild)(block, context));
}
