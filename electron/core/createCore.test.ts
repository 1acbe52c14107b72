import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTestCore } from './testing/temporaryCore';

describe('the sample project', () => {
  it('is made once by the steps a user takes, and opened as it was afterwards', async () => {
    const core = startTestCore();
    const made = await core.call('project:openSample', {});
    expect(made.questions.map((question) => question.no)).toEqual(['1', '2', '3']);
    expect(existsSync(join(core.folder, made.fileName))).toBe(true);
    await core.call('project:close', {});
    const opened = await core.call('project:openSample', {});
    expect(opened).toEqual(made);
    expect(opened.questions.every((question) => question.characters > 0)).toBe(true);
    expect((await core.call('source:list', {})).map((source) => source.role)).toEqual(['evidence', 'evidence', 'draft']);
  });
});

describe('the language', () => {
  it('is the one last chosen in everything core says, what happened before included', async () => {
    const core = startTestCore();
    await core.call('project:openSample', {});
    const [link] = await core.call('link:list', {});
    await core.call('link:remove', { linkId: link!.linkId });
    const events: string[] = [];
    core.onEvent(({ name }) => void events.push(name));
    const nameLast = async () => (await core.call('history:list', { limit: 1 }))[0]!.label;
    expect(await nameLast()).toMatch(/\p{Script=Han}/u);
    core.setLanguage('en');
    expect(await nameLast()).toMatch(/^[A-Z]/);
    core.setLanguage('zh-CN');
    expect(await nameLast()).toMatch(/^\p{Script=Han}/u);
    expect(events, 'is no change of the project').not.toContain('project:changed');
  });
});
