import { expect, test } from 'vitest';
import { convertInOffice, hasOffice } from './convertInOffice';
import { buildOpenReview } from './openReview';
import { buildReviewProject } from './reviewProject';
import { editAtRandom, editTables, type Expected, rate } from './randomReview';
import { readReview } from '../../../electron/core/import/review/readReview';
import { sendCopy, takeCopy } from './sentCopy';
import { WordEditor } from './wordEditor';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

type Tally = { edits: number; lost: Expected[]; misplaced: Expected[]; figures: number; figuresLost: number; unexplained: number };

/** Reviews copies at random, spoils or converts them, and counts what is found again. */
async function tally(
  spoil: (word: WordEditor) => void,
  convert: (docx: Uint8Array) => Uint8Array = (docx) => docx,
  seeds: readonly number[] = SEEDS,
): Promise<Tally> {
  const total: Tally = { edits: 0, lost: [], misplaced: [], figures: 0, figuresLost: 0, unexplained: 0 };
  for (const seed of seeds) {
    const sent = await sendCopy(buildReviewProject(6, 8));
    const word = new WordEditor(sent.docx);
    const expected = [...editAtRandom(word, sent.project, seed, 40), ...editTables(word, sent.project, seed)];
    spoil(word);
    const { changes } = takeCopy(sent, convert(word.save()));
    const { lost, misplaced } = rate(expected, changes);
    total.edits += expected.length;
    total.lost.push(...lost);
    total.misplaced.push(...misplaced);
    total.figures += expected.filter(({ isFigure }) => isFigure).length;
    total.figuresLost += lost.filter(({ isFigure }) => isFigure).length;
    total.unexplained += Math.max(0, changes.length - expected.length);
  }
  return total;
}

function print(name: string, { edits, lost, misplaced, figures, figuresLost, unexplained }: Tally): void {
  const placed = ((edits - lost.length - misplaced.length) / edits) * 100;
  console.info(
    `${name}: ${edits} edits, ${lost.length} lost, ${placed.toFixed(1)} % placed right, figures ${figures - figuresLost}/${figures}, ${unexplained} more`,
  );
}

function expectRates({ edits, lost, misplaced, figuresLost, unexplained }: Tally): void {
  expect({ lost, figuresLost }).toEqual({ lost: [], figuresLost: 0 });
  expect(misplaced.length / edits).toBeLessThanOrEqual(0.02);
  expect(unexplained / edits).toBeLessThanOrEqual(0.02);
}

test.each([
  ['as Word writes it', () => {}],
  ['names rewritten', (word: WordEditor) => word.rewriteNames()],
  ['names dropped', (word: WordEditor) => word.dropNames()],
  ['runs cut to pieces', (word: WordEditor) => word.splitRuns()],
])('nothing is lost and all is placed in copies %s', async (name, spoil) => {
  const found = await tally(spoil);
  print(name, found);
  expectRates(found);
});

test('every tracked change of a file is told by some change', async () => {
  const sent = await sendCopy(buildReviewProject(6, 8));
  const word = new WordEditor(sent.docx);
  editAtRandom(word, sent.project, 99, 40);
  const docx = word.save();
  const authors = new Set(readReview(docx, '收回.docx').revisions.map(({ author }) => author));
  expect(
    new Set(
      takeCopy(sent, docx)
        .changes.filter(({ at }) => at.startsWith('2025-06-1'))
        .map(({ author }) => author),
    ),
  ).toEqual(authors);
});

test.skipIf(!hasOffice)(
  'a copy with proposals of every kind, saved by LibreOffice unchanged, says nothing new',
  { timeout: 120_000 },
  async () => {
    const project = buildReviewProject(2);
    const sent = await sendCopy(project, buildOpenReview(project));
    expect(takeCopy(sent, convertInOffice([sent.docx])[0]!)).toMatchObject({ changes: [], decisions: [] });
  },
);

test.skipIf(!hasOffice)('copies saved by LibreOffice bring the same', { timeout: 240_000 }, async () => {
  const found = await tally(
    () => {},
    (docx) => convertInOffice([docx])[0]!,
    SEEDS.slice(0, 3),
  );
  print('saved by LibreOffice', found);
  expectRates(found);
});
