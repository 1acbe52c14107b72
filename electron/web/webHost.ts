import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import { makeContentPolicy } from '../../shared/ipc/contentPolicy';
import type { CoreSettings } from '../../shared/ipc/coreMessages';
import { startCoreSession, type CoreChild, type CoreSession } from '../../shared/ipc/coreSession';
import type { ChosenFile } from '../../shared/ipc/host';
import { hostQuestions, webRequest, type HostAnswers, type HostQuestion, type WebMessage } from '../../shared/ipc/hostMessages';
import { fromWire, toWire } from '../../shared/ipc/jsonWire';
import { isSameSecret, judgeCookie, judgeOrigin, makeCookie, type Access, type Asking } from './accessRules';
import { writeHostState, type HostState } from './hostState';
import { readStaticFile } from './staticFiles';
import { cleanFileName, receiveUpload, UploadTooLarge } from './uploads';

export type WebHostOptions = {
  launch: () => CoreChild;
  settings: CoreSettings;
  state: HostState;
  stateFile: string;
  rendererFolder: string;
  /** Project files named on the command line: the only ones on this computer it opens, apart from those it made itself. */
  files: string[];
  /** Secret of the address; random when the program is started by hand. */
  token: string;
  /** 0 for any free port. */
  port: number;
};

export type WebHost = { url: string; session: CoreSession; close(): Promise<void> };

const RECENT_LIMIT = 10;

/** Serves the window to a browser on this computer alone: 127.0.0.1, secret address, checked Host, Origin and cookie. Development and tests; never packaged. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const temporary = await mkdtemp(join(options.settings.stateFolder, 'web-'));
  const sockets = new Set<WebSocket>();
  const send = (message: WebMessage) => {
    const text = toWire(message);
    for (const socket of sockets) socket.send(text);
  };
  const session = startCoreSession({
    launch: options.launch,
    settings: options.settings,
    newToken: () => randomBytes(16).toString('hex'),
    onEvent: (name, payload) => send({ kind: 'event', name, payload }),
    onState: (state) => send({ kind: 'coreState', state }),
  });
  const openRequests: ChosenFile[] = [];
  for (const path of options.files) {
    const name = basename(path);
    openRequests.push({ token: session.addFile(path, name), name, size: (await stat(path)).size });
  }

  const access: Access = { token: options.token, port: options.port };
  const server = createServer((request, response) => {
    answerHttp(request, response).catch((error: unknown) => {
      process.stderr.write(`${request.method} ${request.url?.split('?')[0]}: ${String(error)}\n`);
      if (!response.headersSent) refuse(response, 500);
      response.destroy();
    });
  });
  const socketServer = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    const asking = readAsking(request, true);
    const status = judgeOrigin(asking, access) ?? judgeCookie(asking, access) ?? (request.url === '/socket' ? null : 404);
    if (status !== null) socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\n\r\n`);
    else socketServer.handleUpgrade(request, socket, head, serveSocket);
  });

  async function answerHttp(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const asking = readAsking(request, request.method !== 'GET');
    const badOrigin = judgeOrigin(asking, access);
    if (badOrigin !== null) return refuse(response, badOrigin);
    const shown = url.searchParams.get('token');
    if (request.method === 'GET' && url.pathname === '/' && shown !== null) {
      if (!isSameSecret(shown, access.token)) return refuse(response, 401);
      response.writeHead(303, {
        Location: '/',
        'Set-Cookie': makeCookie(access),
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
      });
      response.end();
      return;
    }
    const badCookie = judgeCookie(asking, access);
    if (badCookie !== null) return refuse(response, badCookie);
    if (request.method === 'POST' && url.pathname === '/upload') return takeUpload(request, response, url);
    if (request.method !== 'GET') return refuse(response, 405);
    if (url.pathname === '/download') return sendDownload(response, url);
    const file = await readStaticFile(options.rendererFolder, url.pathname);
    if (!file) return refuse(response, 404);
    response.writeHead(200, {
      'Content-Type': file.contentType,
      'Content-Security-Policy': makeContentPolicy([`ws://127.0.0.1:${access.port}`, `ws://localhost:${access.port}`]),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
    response.end(file.bytes);
  }

  async function takeUpload(request: IncomingMessage, response: ServerResponse, url: URL) {
    const name = cleanFileName(url.searchParams.get('name') ?? '');
    try {
      const { path, size } = await receiveUpload(request, temporary, name);
      const file: ChosenFile = { token: session.addFile(path, name), name, size };
      response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(file));
    } catch (error) {
      if (!(error instanceof UploadTooLarge)) throw error;
      refuse(response, 413);
    }
  }

  /** Only what this host made itself or was given leaves it: the token must be known. */
  async function sendDownload(response: ServerResponse, url: URL) {
    const path = session.getPath(url.searchParams.get('token') ?? '');
    const found = path === null ? null : await stat(path).catch(() => null);
    if (path === null || !found?.isFile()) return refuse(response, 404);
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': found.size,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
    createReadStream(path).pipe(response);
  }

  function serveSocket(socket: WebSocket) {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data: Buffer) => {
      serveMessage(socket, data.toString('utf8')).catch((error: unknown) => {
        process.stderr.write(`socket closed: ${error instanceof Error ? error.name : 'failure'}\n`);
        socket.close(1011);
      });
    });
    for (const file of openRequests.splice(0)) socket.send(toWire({ kind: 'openRequest', file } satisfies WebMessage));
  }

  async function serveMessage(socket: WebSocket, text: string) {
    const request = webRequest.parse(fromWire(text));
    const reply = (message: WebMessage) => {
      if (socket.readyState === socket.OPEN) socket.send(toWire(message));
    };
    if (request.kind === 'host') {
      reply({ kind: 'hostAnswer', id: request.id, value: await answerHost(request.question, request.argument) });
      return;
    }
    const answer = await session.call(request.call.method, request.call.params);
    if (answer.ok) rememberRecent(request.call.method);
    reply({ kind: 'answer', id: request.id, answer });
  }

  async function answerHost(question: string, argument: unknown): Promise<HostAnswers[HostQuestion]> {
    switch (question) {
      case 'listRecent':
        return listRecent();
      case 'getLanguage':
        return options.state.language;
      case 'setLanguage':
        options.state.language = hostQuestions.setLanguage.parse(argument);
        writeHostState(options.stateFile, options.state);
        session.setLanguage(options.state.language);
        return null;
      case 'pickSaveTarget': {
        const name = cleanFileName(hostQuestions.pickSaveTarget.parse(argument).suggestedName);
        const own = await mkdtemp(join(temporary, 'save-'));
        return { token: session.addFile(join(own, name), name), name };
      }
      default:
        throw new Error(`the browser host is not asked “${question}”`);
    }
  }

  /** Remembers the open project when it lies where projects are made or was named on the command line; uploads vanish with this host. */
  function rememberRecent(method: string) {
    if (!['project:new', 'project:open', 'project:openSample', 'project:saveAs'].includes(method)) return;
    const path = session.getProjectPath();
    if (path === null || path.startsWith(temporary)) return;
    const others = options.state.recent.filter((entry) => entry.path !== path);
    options.state.recent = [{ path, openedAt: new Date().toISOString() }, ...others].slice(0, RECENT_LIMIT);
    writeHostState(options.stateFile, options.state);
  }

  async function listRecent(): Promise<HostAnswers['listRecent']> {
    const found: HostAnswers['listRecent'] = [];
    for (const { path, openedAt } of options.state.recent) {
      const exists = await stat(path).then(
        (entry) => entry.isFile(),
        () => false,
      );
      if (exists) found.push({ token: session.addFile(path, basename(path)), fileName: basename(path), folder: dirname(path), openedAt });
    }
    return found;
  }

  access.port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${access.port}/?token=${access.token}`,
    session,
    close: async () => {
      for (const socket of sockets) socket.terminate();
      server.close();
      server.closeAllConnections();
      await session.shutdown();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

function readAsking(request: IncomingMessage, isUpgradeOrPost: boolean): Asking {
  const { host, origin, cookie } = request.headers;
  return { host, origin, cookie, isUpgradeOrPost };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${status}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
