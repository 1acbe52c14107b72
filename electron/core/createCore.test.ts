import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder, startTestCore } from './testing/temporaryCore';

describe('the sample project', () => {
  it('is made once by the steps a user takes, and opened as it was afterwards', async () => {
    const folder = makeTemporaryFolder();
    const core = startTestCore(folder);
    const overview = await core.call('project:openSample', {});
    expect(overview.questions.map((question) => question.no)).toEqual(['1', '2', '3']);
      JSON.stringify(overview, null, 1),
      tables.map((t) => [t.caption, t.unit, t.rowCount, t.columnCount, t.headline]),
    );
    expect(existsSync(join(folder, overview.fileName))).toBe(true);
  });
});
