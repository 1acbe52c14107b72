import type { FilingBlock, FilingListItem } from '../../../../shared/document/filingBlock';

type ListKind = FilingListItem['kind'];

const KINDS: readonly ListKind[] = ['bullet', 'number'];
const DEPTHS = Array.from({ length: 9 }, (_, depth) => depth);
const BULLETS = ['●', '○', '■'];

/** The w:numId of a list's items; each list has one for either kind, so that it counts from 1. */
export function getNumberId(list: number, kind: ListKind): number {
  return list * KINDS.length + KINDS.indexOf(kind) + 1;
}

/** numbering.xml for the lists a writer made as lists. Labels of headings and items (一、（1）) are text and never numbered by Word. */
export function writeNumberingXml(blocks: readonly FilingBlock[]): string {
  const lists = new Set(findLists(blocks));
  const instances = [...lists].flatMap((list) => KINDS.map((kind) => writeInstance(getNumberId(list, kind), KINDS.indexOf(kind))));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${KINDS.map(writeDefinition).join('')}${instances.join('')}</w:numbering>`
  );
}

function findLists(blocks: readonly FilingBlock[]): number[] {
  return blocks.flatMap((block) => {
    if (block.type === 'landscape') return findLists(block.blocks);
    return block.type === 'listItem' ? [block.list] : [];
  });
}

function writeDefinition(kind: ListKind, id: number): string {
  const levels = DEPTHS.map((depth) => {
    const mark = kind === 'bullet' ? BULLETS[depth % BULLETS.length] : `%${depth + 1}.`;
    return (
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${kind === 'bullet' ? 'bullet' : 'decimal'}"/>` +
      `<w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${420 + 480 * (depth + 1)}" w:hanging="420"/></w:pPr></w:lvl>`
    );
  });
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum>`;
}

function writeInstance(numberId: number, definition: number): string {
  const restarts = DEPTHS.map((depth) => `<w:lvlOverride w:ilvl="${depth}"><w:startOverride w:val="1"/></w:lvlOverride>`);
  return `<w:num w:numId="${numberId}"><w:abstractNumId w:val="${definition}"/>${restarts.join('')}</w:num>`;
}
