import { expect, test } from 'vitest';
import type { FromCore, ToCore } from './coreMessages';
import { startCoreSession, type CoreChild } from './coreSession';
import type { CoreState } from './host';

const settings = { stateFolder: '/s', projectsFolder: '/p', assetsFolder: '/a', actor: '甲', language: 'zh-CN' as const, logFile: null };

/** A core in this process whose messages the test reads and writes. */
function makeCores() {
  const cores: { received: ToCore[]; send: (message: FromCore) => void; die: (reason: string) => void }[] = [];
  const states: CoreState[] = [];
  const launch = (): CoreChild => {
    let toHost: (message: FromCore) => void = () => {};
    let exit: (reason: string) => void = () => {};
    const received: ToCore[] = [];
    cores.push({ received, send: (message) => toHost(message), die: (reason) => exit(reason) });
    return {
      post: (message) => received.push(message),
      onMessage: (listener) => (toHost = listener),
      onExit: (listener) => (exit = listener),
    };
  };
  let tokens = 0;
  const newToken = () => `token000${++tokens}`;
  const session = startCoreSession({ launch, settings, newToken, onEvent: () => {}, onState: (state) => states.push(state) });
  return { cores, states, session };
}

const requests = (received: ToCore[]) => received.filter((message) => message.kind === 'request');

test('settings and files go first, and calls wait until core is ready', async () => {
  const { cores, session } = makeCores();
  const answer = session.call('project:get', {});
  expect(cores[0]?.received).toEqual([{ kind: 'settings', settings }]);
  cores[0]?.send({ kind: 'ready' });
  const [request] = requests(cores[0]?.received ?? []);
  expect(request).toMatchObject({ method: 'project:get', params: {} });
  cores[0]?.send({ kind: 'answer', id: request?.id ?? 0, ok: true, value: null });
  expect(await answer).toMatchObject({ ok: true, value: null });
});

test('a core that dies answers what was asked and comes back with its files and its open project', async () => {
  const { cores, states, session } = makeCores();
  cores[0]?.send({ kind: 'ready' });
  const token = session.addFile('/x/一.huihan', '一.huihan');
  const opened = session.call('project:open', { file: token });
  cores[0]?.send({ kind: 'answer', id: requests(cores[0].received)[0]?.id ?? 0, ok: true, value: { fileName: '一.huihan' } });
  await opened;
  expect(session.getProjectPath()).toBe('/x/一.huihan');
  const lost = session.call('reply:get', { questionId: 'q1' });
  cores[0]?.die('exit 139');
  expect(await lost).toMatchObject({ ok: false, error: { code: 'core-stopped' } });

  const later = session.call('letter:list', {});
  cores[1]?.send({ kind: 'ready' });
  expect(cores[1]?.received.slice(0, 2)).toEqual([
    { kind: 'settings', settings },
    { kind: 'file', token, path: '/x/一.huihan', name: '一.huihan' },
  ]);
  const [reopen] = requests(cores[1]?.received ?? []);
  expect(reopen).toMatchObject({ method: 'project:open', params: { file: token } });
  cores[1]?.send({ kind: 'answer', id: reopen?.id ?? 0, ok: true, value: {} });
  expect(states).toEqual([{ state: 'restarted', reason: 'exit 139' }]);
  const held = requests(cores[1]?.received ?? [])[1];
  expect(held).toMatchObject({ method: 'letter:list' });
  cores[1]?.send({ kind: 'answer', id: held?.id ?? 0, ok: true, value: [] });
  expect(await later).toMatchObject({ ok: true, value: [] });
});

test('a new project without a target is opened again from the projects folder', async () => {
  const { cores, session } = makeCores();
  cores[0]?.send({ kind: 'ready' });
  const made = session.call('project:new', { letter: 'l', target: null });
  cores[0]?.send({ kind: 'answer', id: requests(cores[0].received)[0]?.id ?? 0, ok: true, value: { fileName: '二.huihan' } });
  await made;
  expect(session.getProjectPath()).toBe('/p/二.huihan');
});

test('a core that dies while starting stays stopped until the next call', async () => {
  const { cores, states, session } = makeCores();
  const asked = session.call('project:get', {});
  cores[0]?.die('exit 6');
  expect(await asked).toMatchObject({ ok: false, error: { code: 'core-stopped' } });
  expect(states).toEqual([{ state: 'stopped', reason: 'exit 6' }]);
  expect(cores).toHaveLength(1);
  void session.call('project:get', {});
  expect(cores).toHaveLength(2);
});

test('a project that kills core is not opened a third time', async () => {
  const { cores, states, session } = makeCores();
  cores[0]?.send({ kind: 'ready' });
  const opened = session.call('project:open', { file: session.addFile('/x/坏.huihan', '坏.huihan') });
  cores[0]?.send({ kind: 'answer', id: requests(cores[0].received)[0]?.id ?? 0, ok: true, value: {} });
  await opened;
  cores[0]?.die('first');
  cores[1]?.send({ kind: 'ready' });
  cores[1]?.die('second');
  expect(states).toEqual([{ state: 'stopped', reason: 'second' }]);
  void session.call('project:get', {});
  cores[2]?.send({ kind: 'ready' });
  expect(requests(cores[2]?.received ?? [])).toMatchObject([{ method: 'project:get' }]);
});

test('shutting down waits for core to say that it has closed', async () => {
  const { cores, session } = makeCores();
  cores[0]?.send({ kind: 'ready' });
  const end = session.shutdown();
  expect(cores[0]?.received.at(-1)).toEqual({ kind: 'shutdown' });
  cores[0]?.send({ kind: 'closed' });
  expect(await end).toBe('closed');
});

test('a core that dies while shutting down is reported, not started again', async () => {
  const { cores, session } = makeCores();
  cores[0]?.send({ kind: 'ready' });
  const end = session.shutdown();
  cores[0]?.die('killed');
  expect(await end).toBe('died');
  expect(cores).toHaveLength(1);
});

test('a language switched on screen reaches a running core, and the one started after its death', () => {
  const { cores, session } = makeCores();
  cores[0]?.send({ kind: 'ready' });
  session.setLanguage('en');
  expect(cores[0]?.received.at(-1)).toEqual({ kind: 'language', language: 'en' });
  cores[0]?.die('exit 139');
  expect(cores[1]?.received[0]).toEqual({ kind: 'settings', settings: { ...settings, language: 'en' } });
});

test('a project under a password that was saved elsewhere is opened again there, under the password it was opened with', async () => {
  const { cores, session } = makeCores();
  cores[0]?.send({ kind: 'ready' });
  const answerLast = () => cores[0]?.send({ kind: 'answer', id: requests(cores[0].received).at(-1)?.id ?? 0, ok: true, value: {} });
  const opened = session.call('project:open', { file: session.addFile('/x/一.huihan', '一.huihan'), password: '四季' });
  answerLast();
  await opened;
  const target = session.addFile('/x/二.huihan', '二.huihan');
  const saved = session.call('project:saveAs', { target });
  answerLast();
  await saved;
  cores[0]?.die('exit 139');
  cores[1]?.send({ kind: 'ready' });
  expect(requests(cores[1]?.received ?? [])[0]).toMatchObject({ method: 'project:open', params: { file: target, password: '四季' } });
});
