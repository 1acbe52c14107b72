import type { Block, Inline, Section } from '../../../shared/domain/reply';

/** A reply's text without the words of its figures, which are core's: two that are equal so were written alike. */
export function withoutFigureWords(sections: readonly Section[]): Section[] {
  const strip = (inline: Inline): Inline => (inline.type === 'figure' ? { ...inline, text: '' } : inline);
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block): Block => ('inlines' in block ? { ...block, inlines: block.inlines.map(strip) } : block)),
  }));
}
