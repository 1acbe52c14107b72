import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { FromCore, ToCore } from '../../shared/ipc/coreMessages';
import type { CoreChild } from '../../shared/ipc/coreSession';
import type { WebMessage, WebRequest } from '../../shared/ipc/hostMessages';
import { fromWire, toWire } from '../../shared/ipc/jsonWire';
import { startWebHost, type WebHost } from './webHost';

const TOKEN = 'f'.repeat(48);
let folder = '';
let host: WebHost;
let base: URL;
let cookie = '';

/** A core that answers every call with what it was asked, bytes included. */
function launchEcho(): CoreChild {
  let toHost: (message: FromCore) => void = () => {};
  return {
    post: (message: ToCore) => {
      if (message.kind === 'settings') queueMicrotask(() => toHost({ kind: 'ready' }));
      if (message.kind === 'request')
        toHost({ kind: 'answer', id: message.id, ok: true, value: { method: message.method, params: message.params } });
      if (message.kind === 'shutdown') toHost({ kind: 'closed' });
    },
    onMessage: (listener) => (toHost = listener),
    onExit: () => {},
  };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-host-'));
  mkdirSync(join(folder, 'renderer'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>x</title>');
  writeFileSync(join(folder, 'secret.json'), '{}');
  host = await startWebHost({
    launch: launchEcho,
    settings: { stateFolder: folder, projectsFolder: folder, assetsFolder: folder, actor: '甲', language: 'zh-CN', logFile: null },
    state: { language: 'zh-CN', recent: [] },
    stateFile: join(folder, 'state.json'),
    rendererFolder: join(folder, 'renderer'),
    files: [join(folder, 'secret.json')],
    token: TOKEN,
    port: 0,
  });
  base = new URL(host.url);
  const entered = await ask('GET', `/?token=${TOKEN}`, {});
  cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, unknown>; body: string };

/** A raw request, so that Host, Origin and path go out exactly as given. */
function ask(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: base.port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Opens the socket; resolves with it, or with the status of its refusal. */
function openSocket(headers: Record<string, string>): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${base.port}/socket`, { headers });
    socket.on('open', () => resolve(socket));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

/** Sends one message and resolves with the first that satisfies `wanted`. */
function exchange(socket: WebSocket, message: WebRequest, wanted: (message: WebMessage) => boolean): Promise<WebMessage> {
  return new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      const received = fromWire(data.toString('utf8')) as WebMessage;
      if (wanted(received)) resolve(received);
    });
    socket.send(toWire(message));
  });
}

test('without the token or with a wrong one nothing is served', async () => {
  expect((await ask('GET', '/', {})).status).toBe(401);
  expect((await ask('GET', '/?token=wrong', {})).status).toBe(401);
  expect((await ask('GET', '/index.html', { Cookie: `huihan-${base.port}=wrong` })).status).toBe(403);
});

test('the token becomes a cookie that no script reads, and leaves the address', async () => {
  const entered = await ask('GET', `/?token=${TOKEN}`, {});
  expect(entered.status).toBe(303);
  expect(entered.headers['location']).toBe('/');
  expect(String(entered.headers['set-cookie'])).toContain('HttpOnly; SameSite=Strict');
});

test('the page comes with a policy without inline code, eval or foreign places', async () => {
  const page = await ask('GET', '/', { Cookie: cookie });
  expect(page.status).toBe(200);
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|https:|\*/);
});

test('a foreign host or origin is refused even with the right cookie', async () => {
  expect((await ask('GET', '/', { Cookie: cookie, Host: 'evil.example' })).status).toBe(403);
  expect((await ask('GET', '/', { Cookie: cookie, Origin: 'http://evil.example' })).status).toBe(403);
  expect(await openSocket({ Cookie: cookie, Origin: 'http://evil.example' })).toBe(403);
  expect(await openSocket({ Origin: base.origin })).toBe(401);
  expect((await ask('POST', '/upload?name=a', { Cookie: cookie }, 'x')).status).toBe(403);
});

test('no path leaves the folder of the window', async () => {
  for (const path of ['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/%00', '/%', '//etc/passwd']) {
    expect([path, (await ask('GET', path, { Cookie: cookie })).status]).toEqual([path, 404]);
  }
});

test('an upload gets a token under its plain name, and only known tokens can be downloaded', async () => {
  const headers = { Cookie: cookie, Origin: base.origin };
  const uploaded = await ask('POST', `/upload?name=${encodeURIComponent('../../函件.txt')}`, headers, '一、说明');
  expect(JSON.parse(uploaded.body)).toMatchObject({ name: '函件.txt', size: 12 });
  const { token } = JSON.parse(uploaded.body) as { token: string };
  const downloaded = await ask('GET', `/download?token=${token}`, { Cookie: cookie });
  expect([downloaded.status, downloaded.body]).toEqual([200, '一、说明']);
  expect((await ask('GET', '/download?token=guess', { Cookie: cookie })).status).toBe(404);
});

test('a call reaches core and its answer comes back with bytes; the named file is offered to open', async () => {
  const socket = await openSocket({ Cookie: cookie, Origin: base.origin });
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  const params = { bytes: Uint8Array.of(1, 2, 3), name: '图.png' };
  const answer = await exchange(socket, { kind: 'call', id: 7, call: { method: 'picture:add', params } }, ({ kind }) => kind === 'answer');
  expect(answer).toEqual({ kind: 'answer', id: 7, answer: { kind: 'answer', id: 1, ok: true, value: { method: 'picture:add', params } } });
  socket.close();
});

test('a message that is not of the contract closes the socket', async () => {
  const socket = await openSocket({ Cookie: cookie, Origin: base.origin });
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.send('{"kind":"call","id":1,"call":{"method":"__proto__","params":{}}}');
  expect(await closed).toBe(1011);
});
