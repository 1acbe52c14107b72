import { getOriginalText, type ReviewedBlock, type ReviewedParagraph, type ReviewedTable, type Revision } from './reviewedDocument';

/** One paragraph as it was before any tracked change, which may have become several. */
export type TextUnit = {
  type: 'text';
  paragraphs: ReviewedParagraph[];
  /** Between two paragraphs: the tracked changes that divide them; none when tracking was off. */
  breaks: Revision[][];
  /** Text before any tracked change; empty for a paragraph that is only proposed. */
  text: string;
  tags: string[];
  /** The paragraph's end that came with it, for a paragraph that is only proposed. */
  proposed: Revision[] | null;
};

export type TableUnit = { type: 'table'; table: ReviewedTable; text: string; tags: string[] };

export type Unit = TextUnit | TableUnit;

/** Paragraphs and tables as they were before any tracked change, with what was proposed among them. Empty lines are left out. */
export function toUnits(blocks: readonly ReviewedBlock[]): Unit[] {
  const units: Unit[] = [];
  let group: ReviewedParagraph[] = [];
  const close = () => {
    units.push(...divideGroup(group));
    group = [];
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      close();
      units.push({ type: 'table', table: block, text: getTableText(block), tags: block.tags });
      continue;
    }
    group.push(block);
    if (block.mark.inserted.length === 0) close();
  }
  close();
  return units;
}

/** Paragraphs of which all but the last end in a proposed mark: what stands before and behind the original text is proposed. */
function divideGroup(group: readonly ReviewedParagraph[]): TextUnit[] {
  const isOriginal = group.map(({ pieces }) => getOriginalText(pieces) !== '');
  const first = isOriginal.indexOf(true);
  const last = isOriginal.lastIndexOf(true);
  if (first < 0) {
    return group.flatMap((paragraph, index): TextUnit[] => {
      const marks = [...paragraph.mark.inserted, ...(index === group.length - 1 ? (group[index - 1]?.mark.inserted ?? []) : [])];
      const isEmpty =
        paragraph.pieces.length === 0 && marks.length === 0 && paragraph.mark.deleted.length === 0 && paragraph.formChange === null;
      return isEmpty ? [] : [propose(paragraph, marks)];
    });
  }
  const core = group.slice(first, last + 1);
  return [
    ...group.slice(0, first).map((paragraph) => propose(paragraph, paragraph.mark.inserted)),
    createTextUnit(
      core,
      core.slice(0, -1).map(({ mark }) => mark.inserted),
    ),
    ...group.slice(last + 1).map((paragraph, index) => propose(paragraph, group[last + index]!.mark.inserted)),
  ];
}

function propose(paragraph: ReviewedParagraph, marks: Revision[]): TextUnit {
  return { type: 'text', paragraphs: [paragraph], breaks: [], text: '', tags: paragraph.tags, proposed: marks };
}

/** The unit of paragraphs that were one. */
export function createTextUnit(paragraphs: ReviewedParagraph[], breaks: Revision[][]): TextUnit {
  const text = paragraphs.map(({ pieces }) => getOriginalText(pieces)).join('');
  return { type: 'text', paragraphs, breaks, text, tags: [...new Set(paragraphs.flatMap(({ tags }) => tags))], proposed: null };
}

function getTableText({ rows }: ReviewedTable): string {
  return rows
    .filter(({ inserted }) => inserted === null)
    .map(({ cells }) => cells.map(({ blocks }) => getBlocksText(blocks)).join('\t'))
    .join('\n');
}

/** Stands for a table inside a cell. */
export const INNER_TABLE = '\uFFFC';

/** Original text of a cell: its paragraphs one per line. */
export function getBlocksText(blocks: readonly ReviewedBlock[]): string {
  const units = toUnits(blocks).filter((unit) => unit.type === 'table' || unit.proposed === null);
  return units.map((unit) => (unit.type === 'table' ? INNER_TABLE : unit.text)).join('\n');
}
