import { type FileChild, Footer, type ISectionOptions, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { FilingBlock } from '../../../../shared/document/filingBlock';
import { PAGE } from '../../../../shared/document/pageGeometry';
import { type BlockContext, type PageBlock, writeBlocks } from './blocks';
import { FOOTER_STYLE } from './styles';

/** Sections of the document: upright pages, and pages of their own for tables that need them turned. The first one sets the page number for all. */
export function writeSections(blocks: readonly FilingBlock[], context: BlockContext): ISectionOptions[] {
  return groupByOrientation(blocks).map(({ landscape, blocks }, index) => ({
    properties: {
      page: {
        size: {
          width: PAGE.widthTwips,
          height: PAGE.heightTwips,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: landscape ? PAGE.marginSideTwips : PAGE.marginTopTwips,
          bottom: landscape ? PAGE.marginSideTwips : PAGE.marginTopTwips,
          left: landscape ? PAGE.marginTopTwips : PAGE.marginSideTwips,
          right: landscape ? PAGE.marginTopTwips : PAGE.marginSideTwips,
          header: PAGE.headerTwips,
          footer: PAGE.footerTwips,
          gutter: 0,
        },
      },
      grid: { linePitch: 312 },
    },
    footers: index === 0 ? { default: new Footer({ children: [writePageNumber()] }) } : undefined,
    children: writeBlocks(blocks, context),
  }));
}

function writePageNumber(): Paragraph & FileChild {
  return new Paragraph({ style: FOOTER_STYLE, children: [new TextRun({ children: [PageNumber.CURRENT] })] });
}

type PageGroup = { landscape: boolean; blocks: PageBlock[] };

function groupByOrientation(blocks: readonly FilingBlock[], landscape = false): PageGroup[] {
  const groups: PageGroup[] = [];
  for (const block of blocks) {
    const parts: PageGroup[] = block.type === 'landscape' ? groupByOrientation(block.blocks, true) : [{ landscape, blocks: [block] }];
    for (const part of parts) {
      const last = groups.at(-1);
      if (last?.landscape === part.landscape) last.blocks.push(...part.blocks);
      else groups.push(part);
    }
  }
  return groups;
}
