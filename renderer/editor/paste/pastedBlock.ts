import type { RawCell } from '../../../shared/tables/rawTable';
import type { Block, Inline } from '../../../shared/domain/reply';

type WithoutId<B> = B extends unknown ? Omit<B, 'blockId'> : never;

/** A pasted table before the project holds it: a table of another program, or lines with tabs (`spansKnown` false). */
export type PastedGrid = { type: 'grid'; cells: RawCell[][]; spansKnown: boolean };

/** A block of text as pasted, clean and without an id. */
export type PastedText = WithoutId<Extract<Block, { inlines: Inline[] }>>;

export type PastedBlock = PastedText | PastedGrid;

/** What a paste holds: clean blocks, and how many pictures from elsewhere were left out. */
export type Pasted = { blocks: PastedBlock[]; picturesLeftOut: number };
