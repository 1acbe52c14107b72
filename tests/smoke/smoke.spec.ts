import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  answerQuestion,
  correctCellAndUndo,
  expectAnswer,
  expectDocument,
  exportAnnouncement,
  linkTable,
  openSample,
} from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { answerSaveDialogs, startProgram } from './program';

for (const kind of ['checkout', 'packaged'] as const) {
  const tag = kind === 'checkout' ? '@electron' : '@packaged';

  test(`the main job in the program itself ${tag}`, async () => {
    const { app, page, folder } = await startProgram(kind);
    const getTrouble = watchPage(page, 'app://huihan/');
    await openSample(page);
    await answerQuestion(page);
    await linkTable(page);
    await correctCellAndUndo(page);
    const file = join(folder, 'out.docx');
    await answerSaveDialogs(app, file);
    await exportAnnouncement(page);
    await expectDocument(file);
    expect(getTrouble()).toEqual([]);
    await app.close();

    const log = readFileSync(join(folder, 'profile', 'logs', 'main.log'), 'utf8');
    expect(log).toContain('"event":"end"');
    expect(log).not.toContain('补充说明');
    const projects = join(folder, 'home', '回函工作台');
    const [project = ''] = readdirSync(projects).filter((name) => name.endsWith('.huihan'));
    const again = await startProgram(kind, folder, [join(projects, project)]);
    await expectAnswer(again.page);
    await again.app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`the window is closed to Node, to other pages and to permissions ${tag}`, async () => {
    const { app, page, folder } = await startProgram(kind);
    await expect(page.getByRole('button', { name: '打开示例项目' })).toBeVisible();
    const settings = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      const { contextIsolation, sandbox, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
      return { contextIsolation, sandbox, nodeIntegration, webSecurity };
    });
    expect(settings).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true });
    const found = await page.evaluate(async () => {
      const names = ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis);
      const opened = window.open('https://example.org/');
      const { state } = await navigator.permissions.query({ name: 'geolocation' });
      return { names, opened: opened !== null, state };
    });
    expect(found).toEqual({ names: [], opened: false, state: 'denied' });
    const judged = await app.evaluateHandle(({ BrowserWindow }) => ({
      isRefused: new Promise<boolean>((resolve) => {
        BrowserWindow.getAllWindows()[0]!.webContents.once('will-frame-navigate', (event) => resolve(event.defaultPrevented));
      }),
    }));
    await page.evaluate(() => void (location.href = 'https://example.org/'));
    expect(await judged.evaluate(({ isRefused }) => isRefused)).toBe(true);
    expect(page.url()).toBe('app://huihan/index.html');
    expect(app.windows()).toHaveLength(1);
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test(`a second start hands its file to the first ${tag}`, async () => {
    const { app, page, folder } = await startProgram(kind);
    await openSample(page);
    await page.evaluate(() => window.host!.call('project:close', {}));
    await page.reload();
    await expect(page.getByRole('button', { name: '打开示例项目' })).toBeVisible();
    const projects = join(folder, 'home', '回函工作台');
    const [project = ''] = readdirSync(projects).filter((name) => name.endsWith('.huihan'));
    expect(existsSync(join(projects, project))).toBe(true);
    await app.evaluate(({ app: first }, path) => void first.emit('second-instance', {}, ['huihan', path], '/'), join(projects, project));
    await expect(page.getByRole('treegrid', { name: '问题树' })).toContainText('问题 3');
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
}
