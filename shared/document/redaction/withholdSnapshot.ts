import type { CellRef } from '../../domain/dataTable';
import type { Formula } from '../../domain/figure';
import type { Redaction } from '../../domain/redaction';
import { type Block, getInlineText, type Inline, type TextBlock } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { listFormulaCells } from '../../figures/listFormulaCells';
import { printInline } from '../replyBlocks';
import { applyEdits } from './editInlines';
import { locateEverywhere } from './locateEverywhere';
import type { TextEdit } from './locateRedactions';
import { redactSnapshot } from './redactSnapshot';

/** A project as somebody reads it who must not know what is withheld, and how that was done. */
export type WithheldSnapshot = {
  snapshot: ProjectSnapshot;
  /** A text without the withheld words. */
  say: (text: string) => string;
  /** What is replaced in the text of a block as it stands in the project. */
  listEdits: (block: TextBlock) => TextEdit[];
};

/**
 * The project for a reader outside: as `redactSnapshot`, and the words of cells and stretches are replaced wherever else they stand too. A figure that
 * shows, or is computed from, what is withheld becomes plain words.
 */
export function withholdSnapshot(whole: ProjectSnapshot, redactions: readonly Redaction[]): WithheldSnapshot {
  const located = locateEverywhere(whole, redactions);
  const say = (text: string) => applyEdits(text, located.inText(text));
  const isTouched = ({ tableId, rowId, colId }: CellRef) => {
    const table = whole.tables.get(tableId);
    const row = table?.rows.findIndex((one) => one.rowId === rowId) ?? -1;
    const col = table?.columns.findIndex((one) => one.colId === colId) ?? -1;
    const cell = table?.rows[row]?.cells[col];
    return table !== undefined && cell !== undefined && (located.inCell(table, row, col) !== null || say(cell.text) !== cell.text);
  };
  const isPlain = (formula: Formula) => hasSecretConstant(formula, say) || listFormulaCells(formula).some(isTouched);
  const plain = new Set([...whole.figures.values()].filter(({ formula }) => isPlain(formula)).map(({ figureId }) => figureId));
  const unlink = (inline: Inline): Inline =>
    inline.type === 'figure' && plain.has(inline.figureId) ? { ...inline.style, type: 'text', text: printInline(inline, whole) } : inline;
  const unlinkBlock = (block: Block): Block => ('inlines' in block ? { ...block, inlines: block.inlines.map(unlink) } : block);
  const unlinked = {
    ...whole,
    replies: whole.replies.map((reply) => ({
      ...reply,
      sections: reply.sections.map((section) => ({ ...section, blocks: section.blocks.map(unlinkBlock) })),
    })),
  };
  return {
    snapshot: redactSnapshot(unlinked, redactions, located),
    say,
    listEdits: ({ blockId, inlines }) => located.inBlock(blockId, getInlineText(inlines)),
  };
}

/** Whether a number somebody wrote into a formula is itself withheld. */
export function hasSecretConstant(formula: Formula, say: (text: string) => string): boolean {
  if (formula.op === 'cell') return false;
  if (formula.op === 'constant') return say(formula.value) !== formula.value;
  return formula.args.some((arg) => hasSecretConstant(arg, say));
}
