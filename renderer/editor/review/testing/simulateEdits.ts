import * as fc from 'fast-check';
import { type BlockId, type ChangeId, newId } from '../../../../shared/domain/ids';
import type { Inline } from '../../../../shared/domain/reply';
import { type Atom, type EditPlace, toAtoms } from '../atoms';
import { getStyle, joinMarked, type MarkedBlock, type MarkedInline, plainBlock, plainInline, withStyle } from '../markedReply';

/** An edit as an editor without any notion of review would make it; places are fractions of the text's length. */
export type SimulatedEdit =
  | { type: 'write'; from: number; length: number; text: string }
  | { type: 'break'; at: number }
  | { type: 'style'; from: number; length: number }
  | { type: 'kind'; at: number; level: 2 | 3 | null }
  | { type: 'paste'; at: number; texts: string[] };

/** Stands for the change that typed text will belong to. */
const TYPED = 'typed' as ChangeId;

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '1', ',', '。'), maxLength: 4 });

export const anyEdit: fc.Arbitrary<SimulatedEdit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('write' as const), from: fraction, length: fc.integer({ min: 0, max: 7 }), text: words }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('break' as const), at: fraction }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('style' as const), from: fraction, length: fc.integer({ min: 1, max: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('kind' as const), at: fraction, level: fc.constantFrom(2 as const, 3 as const, null) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('paste' as const), at: fraction, texts: fc.array(words, { minLength: 1, maxLength: 3 }) }),
  },
);

export type Simulated = {
  blocks: MarkedBlock[];
  place: EditPlace;
  /** What the writer means to stand there, deleted text left out. */
  meant: string;
};

/** The blocks after the edit, and the caret in atoms. Typed text takes on the marks of the text before it, a joined block the kind of the first. */
export function simulateEdit(blocks: readonly MarkedBlock[], edit: SimulatedEdit): Simulated {
  const { blocks: edited, caret, selected = null } = simulate(blocks, edit);
  const told = simulate(blocks.map(tellDeletion), edit);
  return { blocks: edited, place: { caret, selected }, meant: readAccepted(told.meant ?? told.blocks) };
}

/** A block that is deleted whole, with every word of its own deleted: so its words stay deleted wherever an edit puts them. */
function tellDeletion(block: MarkedBlock): MarkedBlock {
  const inlines = block.inlines.map((one) => (one.ins === block.ins ? { ...one, del: [...one.del, ...block.del] } : one));
  return { ...block, inlines };
}

type Simulation = { blocks: MarkedBlock[]; caret: number; meant?: MarkedBlock[]; selected?: EditPlace['selected'] };

function simulate(blocks: readonly MarkedBlock[], edit: SimulatedEdit): Simulation {
  const atoms = toAtoms(blocks);
  const last = atoms.length - 1;
  const place = (at: number) => Math.min(last, Math.floor(at * atoms.length));
  switch (edit.type) {
    case 'write': {
      const from = place(edit.from);
      let to = Math.min(last, from + edit.length);
      // Text is never drawn into a table or picture: the paragraph before it keeps its end.
      while (to > from && isObjectEnd(atoms[to]!))
        to = Math.max(
          from,
          atoms.slice(0, to).findLastIndex((atom) => atom.kind === 'end'),
        );
      const near = atoms[from - 1] ?? atoms[from];
      const model = near?.kind === 'inline' ? near.marked : plainInline({ type: 'text', text: '' });
      const typed = Array.from(edit.text).map((text) =>
        inlineAtom({ ...model, inline: { ...getStyle(model.inline), type: 'text', text } }),
      );
      const meant = typed.map((atom) => (atom.kind === 'inline' ? { ...atom, marked: { ...atom.marked, ins: TYPED, del: [] } } : atom));
      const build = (text: readonly Atom[]) => toBlocks([...atoms.slice(0, from), ...text, ...atoms.slice(to)]);
      return { blocks: build(typed), caret: from + typed.length, meant: build(meant), selected: { from, to } };
    }
    case 'break': {
      const at = place(edit.at);
      const end = atoms.slice(at).find((atom) => atom.kind === 'end')!;
      const isAtEnd = atoms[at]!.kind === 'end';
      const isAtStart = at === 0 || atoms[at - 1]!.kind === 'end';
      const fresh: Atom = {
        ...end,
        block: isAtStart || isAtEnd ? plainParagraph() : { ...plainBlock(end.block.shell), shell: withNewId(end.block.shell) },
      };
      if (!('inlines' in end.block.shell))
        return { blocks: toBlocks([...atoms.slice(0, at), { ...fresh, block: plainParagraph() }, ...atoms.slice(at)]), caret: at + 1 };
      if (isAtStart && !isAtEnd) return { blocks: toBlocks([...atoms.slice(0, at), fresh, ...atoms.slice(at)]), caret: at + 1 };
      // The first half keeps the block's node.
      const rest = atoms.slice(at);
      const endAt = rest.indexOf(end);
      return { blocks: toBlocks([...atoms.slice(0, at), end, ...rest.slice(0, endAt), fresh, ...rest.slice(endAt + 1)]), caret: at + 1 };
    }
    case 'style': {
      const from = place(edit.from);
      const styled = atoms.map((atom, index): Atom => {
        if (atom.kind === 'end' || index < from || index >= from + edit.length) return atom;
        const { bold, ...style } = getStyle(atom.marked.inline);
        return { ...atom, marked: { ...atom.marked, inline: withStyle(atom.marked.inline, bold ? style : { ...style, bold: true }) } };
      });
      return { blocks: toBlocks(styled), caret: from };
    }
    case 'kind': {
      const index = Math.min(blocks.length - 1, Math.floor(edit.at * blocks.length));
      const next = blocks.map((block, at): MarkedBlock => {
        if (at !== index || !('inlines' in block.shell)) return block;
        const { blockId } = block.shell;
        const shell =
          edit.level === null
            ? { type: 'paragraph' as const, blockId, inlines: [] }
            : { type: 'heading' as const, blockId, level: edit.level, inlines: [] };
        return { ...block, shell };
      });
      return { blocks: next, caret: 0 };
    }
    case 'paste': {
      const at = place(edit.at);
      const pasted = edit.texts.flatMap((text): Atom[] => [
        ...Array.from(text).map((character) => inlineAtom(plainInline({ type: 'text', text: character }))),
        { kind: 'end', block: plainParagraph(), index: 0 },
      ]);
      return { blocks: toBlocks([...atoms.slice(0, at), ...pasted, ...atoms.slice(at)]), caret: at + pasted.length };
    }
  }
}

function isObjectEnd(atom: Atom): boolean {
  return atom.kind === 'end' && !('inlines' in atom.block.shell);
}

function inlineAtom(marked: MarkedInline): Atom {
  return { kind: 'inline', marked, index: 0 };
}

function plainParagraph(): MarkedBlock {
  return plainBlock({ type: 'paragraph', blockId: newId<'block'>(), inlines: [] });
}

function withNewId(shell: MarkedBlock['shell']): MarkedBlock['shell'] {
  return { ...shell, blockId: newId<'block'>() as BlockId };
}

/** Blocks again; text that lost its own end stands in the block of the end that follows, under the id of the first when that is gone. */
function toBlocks(atoms: readonly Atom[]): MarkedBlock[] {
  const blocks: MarkedBlock[] = [];
  let inlines: MarkedInline[] = [];
  for (const atom of atoms) {
    if (atom.kind === 'inline') inlines.push(atom.marked);
    else if (!('inlines' in atom.block.shell) && inlines.length > 0) {
      blocks.push({ ...plainParagraph(), inlines: joinMarked(inlines) }, { ...atom.block, inlines: [] });
      inlines = [];
    } else {
      blocks.push({ ...atom.block, inlines: joinMarked(inlines) });
      inlines = [];
    }
  }
  return blocks;
}

/** What would stand if everything were accepted, each block's text on a line. */
export function readAccepted(blocks: readonly MarkedBlock[]): string {
  let text = '';
  for (const block of blocks) {
    for (const { inline, ins, del } of block.inlines) {
      const isGone = del.length > 0 || (block.del.length > 0 && ins === block.ins);
      if (!isGone) text += print(inline);
    }
  }
  return text;
}

function print(inline: Inline): string {
  return inline.type === 'text' ? inline.text : inline.type === 'figure' ? `[${inline.text}]` : '⏎';
}
