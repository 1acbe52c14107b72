import { type FileChild, Footer, type ISectionOptions, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { ChartData } from '../../../../shared/document/chart/chartData';
import type { FilingBlock } from '../../../../shared/document/filingBlock';
import { PAGE } from '../../../../shared/document/pageGeometry';
import { turnLeads } from '../../../../shared/document/turnLeads';
import { type BlockContext, type PageBlock, writeBlock } from './blocks';
import { BodySlot } from './bodySlots';
import { markTarget } from './references';
import type { ReviewContent } from './review/parts';
import { startIds } from './review/reviewIds';
import { FOOTER_STYLE } from './styles';

/** The sections of a document, and the XML that goes into their slots. */
export type WrittenSections = { sections: ISectionOptions[]; contents: string[]; charts: readonly ChartData[] };

/** Sections of the document: upright pages, and pages of their own for tables that need them turned. The first one sets the page number for all. */
export function writeSections(blocks: readonly FilingBlock[], review?: ReviewContent): WrittenSections {
  const contents: string[] = [];
  const writing = review && { ...review, ids: startIds() };
  const context: BlockContext = { lastDrawingId: 0, charts: [], ...(writing && { review: writing }) };
  const groups = groupByOrientation(turnLeads(blocks));
  const sections = groups.map(({ landscape, blocks: own }, index): ISectionOptions => {
    const children = fillSection(own, contents, context);
    if (index < groups.length - 1) children.push(new Paragraph({ style: 'AfterTable' }));
    const footers = index === 0 ? { default: new Footer({ children: [writePageNumber()] }) } : undefined;
    return { properties: describePage(landscape), footers, children };
  });
  return { sections, contents, charts: context.charts };
}

/** Neighbouring blocks written as XML share one slot. */
function fillSection(blocks: readonly PageBlock[], contents: string[], context: BlockContext): FileChild[] {
  const children: FileChild[] = [];
  let written: string[] = [];
  const closeSlot = () => {
    if (written.length === 0) return;
    children.push(new BodySlot(contents.push(written.join('')) - 1));
    written = [];
  };
  for (const block of blocks) {
    if (block.type === 'picture') written.push(markTarget(block.anchor, ''));
    const one = writeBlock(block, context);
    if (typeof one === 'string') {
      written.push(one);
      continue;
    }
    closeSlot();
    children.push(one);
  }
  closeSlot();
  return children;
}

function describePage(landscape: boolean): ISectionOptions['properties'] {
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const [upDown, leftRight] = landscape ? [PAGE.marginSideTwips, PAGE.marginTopTwips] : [PAGE.marginTopTwips, PAGE.marginSideTwips];
  return {
    page: {
      size: { width: PAGE.widthTwips, height: PAGE.heightTwips, orientation },
      margin: {
        top: upDown,
        bottom: upDown,
        left: leftRight,
        right: leftRight,
        header: PAGE.headerTwips,
        footer: PAGE.footerTwips,
        gutter: 0,
      },
    },
    grid: { linePitch: 312 },
  };
}

function writePageNumber(): Paragraph {
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
