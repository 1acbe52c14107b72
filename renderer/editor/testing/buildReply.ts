import { type BlockId, type FigureId, newId, type SectionId } from '../../../shared/domain/ids';
import type { Block, Inline, Section } from '../../../shared/domain/reply';

/** A paragraph from strings and figures; `id` makes it easy to follow. */
export function paragraph(id: string, ...inlines: (string | Inline)[]): Block {
  return {
    type: 'paragraph',
    blockId: id as BlockId,
    inlines: inlines.filter((part) => part !== '').map((part) => (typeof part === 'string' ? { type: 'text', text: part } : part)),
  };
}

export function figure(id: string, text: string): Inline {
  return { type: 'figure', figureId: id as FigureId, text };
}

/** A company statement holding these blocks. */
export function statement(...blocks: Block[]): Section {
  return { sectionId: newId<'section'>() as SectionId, role: 'statement', verifier: null, itemIds: [], blocks };
}

/** The auditor's procedures holding these blocks. */
export function procedures(...blocks: Block[]): Section {
  return { sectionId: newId<'section'>(), role: 'procedures', verifier: 'auditor', itemIds: [], blocks };
}

/** Id and text of every block, in reading order: "p1 甲乙". */
export function outline(sections: readonly Section[]): string[] {
  return sections.flatMap((section) =>
    section.blocks.map(
      (block) =>
        `${block.blockId.length < 16 ? block.blockId : 'new'} ${'inlines' in block ? block.inlines.map((part) => (part.type === 'break' ? '⏎' : part.type === 'figure' ? `[${part.text}]` : part.type === 'reference' ? `{${part.text}}` : part.type === 'footnote' ? `^${part.note}` : part.text)).join('') : block.type}`,
    ),
  );
}
