import type { BlockId } from '../../../shared/domain/ids';
import { getInlineText, isTextBlock, type TextBlock } from '../../../shared/domain/reply';
import type { ReviewChange } from '../../../shared/domain/review';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import type { By, WordEditor } from './wordEditor';

/** What an edit must come back as: kind and block, or cell, and a piece of its words. */
export type Expected = { kind: ReviewChange['payload']['kind']; blockId: string; words: string; isFigure?: true };

/** Numbers that are the same in every run. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const AUTHORS: readonly By[] = [
  { author: '律师甲', date: '2025-06-10T09:30:00Z' },
  { author: '会计师乙', date: '2025-06-11T10:15:00Z' },
  { author: '董事丙', date: '2025-06-12T11:45:00Z' },
];

/** Edits the tables of a project whose cells all differ: cells, tracked and untracked, rows put in and taken out. */
export function editTables(word: WordEditor, project: ProjectSnapshot, seed: number): Expected[] {
  const random = createRandom(seed);
  const blocks = project.replies.flatMap((reply) => reply.sections.flatMap((section) => section.blocks));
  return blocks.flatMap((block): Expected[] => {
    if (block.type !== 'table') return [];
    const { rows } = project.tables.get(block.tableId)!;
    const by = AUTHORS[random(AUTHORS.length)]!;
    const { blockId } = block;
    const [tracked, untracked, gone] = [rows[1]!.cells[1]!.text, rows[1]!.cells[2]!.text, rows[2]!.cells[1]!.text];
    word.replace(tracked, `${tracked}9`, by);
    word.replacePlain(untracked, `${untracked}8`);
    word.insertRow(rows[3]!.cells[1]!.text, ['补充行', '1.00', '2.00'], random(2) === 0 ? by : null);
    word.deleteRow(gone, by);
    return [
      { kind: 'setCell', blockId, words: tracked },
      { kind: 'setCell', blockId, words: untracked },
      { kind: 'insertRow', blockId, words: '' },
      { kind: 'deleteRow', blockId, words: gone },
    ];
  });
}

type Home = { block: TextBlock; text: string };

/** Edits a copy at random, one to three times a paragraph, tracked and untracked; gives what must come back. */
export function editAtRandom(word: WordEditor, project: ProjectSnapshot, seed: number, count: number): Expected[] {
  const random = createRandom(seed);
  const homes = project.replies
    .flatMap((reply) => reply.sections.flatMap((section) => section.blocks))
    .filter(isTextBlock)
    .map((block): Home => ({ block, text: getInlineText(block.inlines) }))
    .filter(({ text }, _index, all) => text.length >= 20 && all.filter((other) => other.text === text).length === 1);
  const expected: Expected[] = [];
  const used = new Set<BlockId>();
  while (expected.length < count && used.size < homes.length) {
    const home = homes[random(homes.length)]!;
    if (used.has(home.block.blockId)) continue;
    used.add(home.block.blockId);
    expected.push(...editParagraph(word, home, random, AUTHORS[random(AUTHORS.length)]!, expected.length));
  }
  return expected;
}

function editParagraph(word: WordEditor, { block, text }: Home, random: (below: number) => number, by: By, number: number): Expected[] {
  const blockId = block.blockId;
  const figure = block.inlines.find((inline) => inline.type === 'figure');
  const plain = block.inlines.filter((inline) => inline.type === 'text').map((inline) => inline.text);
  // Blanks between Chinese and Latin are not printed, so that words with one are not there to be found.
  const tail = plain
    .at(-1)!
    .split(' ')
    .toSorted((a, b) => b.length - a.length)[0]!;
  const start = 2 + random(4);
  const phrase = tail.slice(start, start + 4 + random(3));
  if (phrase.length < 3) return [];
  const isUntracked = random(4) === 0;
  const added = `新增${number}号`;
  // Words of a paragraph must be found in it alone.
  const whole = text;
  const choose = random(10);
  switch (choose) {
    case 0:
      word.inParagraph(whole, () => (isUntracked ? word.replacePlain(phrase, added) : word.replace(phrase, added, by)));
      return [
        { kind: 'delete', blockId, words: phrase },
        { kind: 'insert', blockId, words: added },
      ];
    case 1:
      word.inParagraph(whole, () => word.insertAfter(phrase, added, isUntracked ? null : by));
      return [{ kind: 'insert', blockId, words: added }];
    case 2:
      word.inParagraph(whole, () => (isUntracked ? word.replacePlain(phrase, '') : word.delete(phrase, by)));
      return [{ kind: 'delete', blockId, words: phrase }];
    case 3:
      if (figure?.type !== 'figure') break;
      word.inParagraph(whole, () => {
        const shown = figure.text.replace(/[^\d.,].*$/, '');
        const other = shown.replace(/\d/, (digit) => String((Number(digit) % 9) + 1));
        if (isUntracked) word.replacePlain(shown, other);
        else word.replace(shown, other, by);
      });
      return [{ kind: 'overrideFigure', blockId, words: '', isFigure: true }];
    case 4:
      word.inParagraph(whole, () => word.comment(phrase, `批注${number}`, by));
      return [{ kind: 'comment', blockId, words: `批注${number}` }];
    case 5:
      word.inParagraph(whole, () => word.embolden(phrase, isUntracked ? null : by));
      return [{ kind: 'format', blockId, words: phrase }];
    case 6:
      word.inParagraph(whole, () => word.split(phrase, isUntracked ? null : by));
      return [{ kind: 'splitBlock', blockId, words: '' }];
    case 8:
      word.inParagraph(whole, () => word.join(phrase, by));
      return [{ kind: 'joinBlock', blockId, words: '' }];
    case 7:
      word.inParagraph(whole, () => word.insertParagraph(phrase, `第${number}次补充的说明文字。`, isUntracked ? null : by));
      return [{ kind: 'insertBlock', blockId, words: `第${number}次补充` }];
    default:
      word.inParagraph(whole, () => (isUntracked ? word.deleteParagraphPlain(whole) : word.deleteParagraph(whole, by)));
      return [{ kind: 'deleteBlock', blockId, words: '' }];
  }
  return [];
}

/** How many of the expected changes came back, at their places. */
export function rate(expected: readonly Expected[], changes: readonly ReviewChange[]): { lost: Expected[]; misplaced: Expected[] } {
  const free = new Set(changes);
  const lost: Expected[] = [];
  const misplaced: Expected[] = [];
  const matches = (one: Expected, { payload, anchor }: ReviewChange) => {
    if (payload.kind !== one.kind) return false;
    const words =
      payload.kind === 'comment'
        ? payload.text
        : payload.kind === 'insert'
          ? getInlineText(payload.inlines)
          : payload.kind === 'insertBlock' && 'inlines' in payload.block
            ? getInlineText(payload.block.inlines)
            : anchor.quote;
    return words.includes(one.words);
  };
  for (const one of expected) {
    const found = [...free].filter((change) => matches(one, change));
    const placed = found.find(({ anchor }) => anchor.blockId === one.blockId);
    const chosen = placed ?? (one.words === '' ? undefined : found[0]);
    if (!chosen) lost.push(one);
    else {
      free.delete(chosen);
      if (!placed) misplaced.push(one);
    }
  }
  return { lost, misplaced };
}
