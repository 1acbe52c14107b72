import { getInlineText, type Section } from '../domain/reply';
import { readNumeral } from '../letter/numerals';
import { toChineseNumber } from './filingWords';

const SECTION_NUMBER = /^([一二三四五六七八九十]{1,3})(?=、)/;

/** The sections with the headings of verifiers' sections counting on from the heading before, whatever stood between them elsewhere. */
export function renumberSections(sections: readonly Section[]): Section[] {
  let last: number | null = null;
  return sections.map((section, index) => {
    const numbered = section.role === 'statement' ? section : renumber(section, (last ?? index) + 1);
    last = findLastNumber(numbered) ?? last;
    return numbered;
  });
}

/** The number of a section's last heading 二、…; null where it has none. */
function findLastNumber({ blocks }: Section): number | null {
  const numbers = blocks.flatMap((block) => {
    const label = block.type === 'heading' && block.level === 2 ? SECTION_NUMBER.exec(getInlineText(block.inlines))?.[1] : undefined;
    return label === undefined ? [] : [readNumeral(label)];
  });
  return numbers.at(-1) ?? null;
}

function renumber(section: Section, number: number): Section {
  const [head, ...rest] = section.blocks;
  const label = head?.type === 'heading' ? head.inlines[0] : undefined;
  if (head?.type !== 'heading' || head.level !== 2 || label?.type !== 'text') return section;
  const renumbered = { ...label, text: label.text.replace(SECTION_NUMBER, toChineseNumber(number)) };
  return { ...section, blocks: [{ ...head, inlines: [renumbered, ...head.inlines.slice(1)] }, ...rest] };
}
