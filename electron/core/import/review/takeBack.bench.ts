import { expect, test } from 'vitest';
import { editAtRandom } from '../../../../tests/document/review/randomReview';
import { buildReviewProject } from '../../../../tests/document/review/reviewProject';
import { sendCopy, takeCopy } from '../../../../tests/document/review/sentCopy';
import { WordEditor } from '../../../../tests/document/review/wordEditor';

const RUNS = 8;

test('a document of 76 pages with 500 changes is taken back in under a second', async () => {
  // About the mass of a published reply: 46 questions with a table each, 900 paragraphs; three authors.
  const sent = await sendCopy(buildReviewProject(46, 18));
  const word = new WordEditor(sent.docx);
  const expected = editAtRandom(word, sent.project, 7, 500);
  const returned = word.save();
  // The fastest of several runs: what the machine does besides only ever adds.
  const times = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    expect(takeCopy(sent, returned).changes.length).toBeGreaterThanOrEqual(expected.length);
    return performance.now() - begun;
  });
  console.info(`reading what was sent and what came back, placing ${expected.length} changes: ${Math.min(...times).toFixed(0)} ms`);
  expect(Math.min(...times)).toBeLessThan(1_000);
});
