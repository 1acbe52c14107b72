import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestCore } from '../../../electron/core/testing/temporaryCore';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { editAtRandom, rate } from './randomReview';
import { WordEditor } from './wordEditor';

const shared = process.env['HUIHAN_SHARED'];
if (shared === undefined) console.info('HUIHAN_SHARED is not set: published replies are not taken back');

test.skipIf(shared === undefined)('a published reply comes back from review complete', { timeout: 180_000 }, async () => {
  const name = readdirSync(join(shared!, 'seeds')).find((one) => one.startsWith('003_'))!;
  const core = startTestCore();
  const seed = readFileSync(join(shared!, 'seeds', name));
  await core.call('project:new', { letter: core.write('letter.txt', seed), target: core.registerFile(join(core.folder, 'p.huihan')) });
  await core.callJob('reply:importDraft', { file: core.write('draft.txt', seed) });
  await core.call('figure:linkAll', { questionId: null });
  const path = join(core.folder, 'review.docx');
  await core.callJob('export:document', { variant: 'review', target: core.registerFile(path) });
  const untouched = await core.callJob('wordReview:takeBack', { file: core.registerFile(path) });
  expect(untouched).toMatchObject({ comments: 0, suggestions: 0, figureOverrides: 0, unplaced: 0 });
  const questions = (await core.call('letter:list', {})).flatMap((letter) => letter.questions);
  const replies = await Promise.all(questions.map(({ questionId }) => core.call('reply:get', { questionId })));
  const word = new WordEditor(readFileSync(path));
  const expected = editAtRandom(word, { replies } as unknown as ProjectSnapshot, 5, 200);
  const begun = performance.now();
  const taken = await core.callJob('wordReview:takeBack', { file: core.write('back.docx', word.save()) });
  const milliseconds = performance.now() - begun;
  const review = await core.call('review:list', { questionId: null });
  const { lost, misplaced } = rate(
    expected,
    review.map(({ change }) => change),
  );
  const more = review.length - expected.length;
  console.info(
    `${name.slice(0, 3)}: ${expected.length} edits, ${lost.length} lost, ${misplaced.length} misplaced, ${more} more, ${milliseconds.toFixed(0)} ms`,
  );
  expect({ lost, misplaced }).toEqual({ lost: [], misplaced: [] });
  expect(more / expected.length).toBeLessThanOrEqual(0.02);
  expect(taken.unplaced).toBe(0);
  expect(review.filter(({ place }) => place === null)).toEqual([]);
});
