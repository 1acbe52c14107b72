import * as fc from 'fast-check';
import type { BlockId, ColId, FigureId, FileHash, ItemId, QuestionId, RowId, SectionId, TableId } from '../../../shared/domain/ids';
import { VERIFIER_ROLES } from '../../../shared/domain/letter';
import { type Block, CHART_KINDS, type Inline, type Section, type TextStyle } from '../../../shared/domain/reply';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'.split('');
const id = fc.array(fc.constantFrom(...ALPHABET), { minLength: 16, maxLength: 16 }).map((letters) => letters.join(''));
const flag = fc.constantFrom(true as const, undefined);

const style: fc.Arbitrary<TextStyle> = fc
  .record({ bold: flag, italic: flag, underline: flag, sub: flag, sup: flag })
  .map((flags) => Object.fromEntries(Object.entries(flags).filter(([, on]) => on)) as TextStyle);

const words = fc.string({
  unit: fc.constantFrom('一', '、', '（', '1', ',', '.', ' ', '万', '元', '\t', '\u3000', '𠮷', '<', '&'),
  minLength: 1,
  maxLength: 12,
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(words, style).map(([text, marks]): Inline => ({ type: 'text', text, ...marks })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(id, words, style)
      .map(
        ([figureId, text, marks]): Inline =>
          Object.keys(marks).length === 0
            ? { type: 'figure', figureId: figureId as FigureId, text }
            : { type: 'figure', figureId: figureId as FigureId, text, style: marks },
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.oneof(
          id.map((questionId) => ({ kind: 'question' as const, questionId: questionId as QuestionId })),
          id.map((itemId) => ({ kind: 'item' as const, itemId: itemId as ItemId })),
          id.map((target) => ({ kind: 'block' as const, blockId: target as BlockId })),
        ),
        words,
        style,
      )
      .map(
        ([target, text, marks]): Inline =>
          Object.keys(marks).length === 0 ? { type: 'reference', target, text } : { type: 'reference', target, text, style: marks },
      ),
  },
  { weight: 1, arbitrary: words.map((note): Inline => ({ type: 'footnote', note })) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
);

/** Inlines in their stored normal form: no two texts of one style side by side. */
const inlines = fc.array(inline, { maxLength: 6 }).map((list) => list.filter((now, index) => !isSameStyle(list[index - 1], now)));

function isSameStyle(a: Inline | undefined, b: Inline): boolean {
  if (a?.type !== 'text' || b.type !== 'text') return false;
  const { text: _a, ...left } = a;
  const { text: _b, ...right } = b;
  return Object.keys(left).sort().join() === Object.keys(right).sort().join();
}

const blockId = id.map((text) => text as BlockId);

/** Any block of a reply. */
export const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    blockId,
    level: fc.constantFrom(2 as const, 3 as const, 4 as const, 5 as const, 6 as const),
    inlines,
  }),
  fc
    .tuple(blockId, inlines, fc.constantFrom('left' as const, 'center' as const, 'right' as const, undefined))
    .map(
      ([blockId, inlines, align]): Block =>
        align ? { type: 'paragraph', blockId, inlines, align } : { type: 'paragraph', blockId, inlines },
    ),
  fc.record({
    type: fc.constant('listItem' as const),
    blockId,
    kind: fc.constantFrom('bullet' as const, 'number' as const),
    depth: fc.integer({ min: 0, max: 8 }),
    inlines,
  }),
  fc.record({ type: fc.constant('table' as const), blockId, tableId: id.map((text) => text as TableId) }),
  fc.record({
    type: fc.constant('picture' as const),
    blockId,
    file: fc
      .array(fc.constantFrom(...'0123456789abcdef'.split('')), { minLength: 64, maxLength: 64 })
      .map((hex) => hex.join('') as FileHash),
    mime: fc.constantFrom('image/png', 'image/jpeg'),
    alt: fc.string({ maxLength: 8 }),
    widthPx: fc.integer({ min: 1, max: 20_000 }),
    heightPx: fc.integer({ min: 1, max: 20_000 }),
  }),
  fc.record({
    type: fc.constant('chart' as const),
    blockId,
    tableId: id.map((text) => text as TableId),
    kind: fc.constantFrom(...CHART_KINDS),
    along: fc.constantFrom('rows' as const, 'columns' as const),
    rowIds: fc.array(
      id.map((text) => text as RowId),
      { maxLength: 3 },
    ),
    colIds: fc.array(
      id.map((text) => text as ColId),
      { maxLength: 3 },
    ),
    title: words,
    alt: words,
    source: words,
  }),
);

/** Any sections of a reply: ids unique, every section with at least one block. */
export const anySections: fc.Arbitrary<Section[]> = fc
  .array(
    fc.record({
      sectionId: id.map((text) => text as SectionId),
      role: fc.constantFrom('statement' as const, 'procedures' as const, 'conclusion' as const),
      verifier: fc.constantFrom(null, ...VERIFIER_ROLES),
      itemIds: fc.array(
        id.map((text) => text as ItemId),
        { maxLength: 3 },
      ),
      blocks: fc.array(anyBlock, { minLength: 1, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .filter((sections) => {
    const ids = sections.flatMap((section) => [section.sectionId as string, ...section.blocks.map((block) => block.blockId as string)]);
    return new Set(ids).size === ids.length;
  });
