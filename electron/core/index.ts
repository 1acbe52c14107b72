import { join } from 'node:path';
import type { FromCore, ToCore } from '../../shared/ipc/coreMessages';
import { assert } from '../../shared/util/assert';
import { type Core, createCore } from './createCore';
import { readOnThread } from './import/thread/readOnThread';
import { viewOnThread } from './view/viewOnThread';

/** Electron's own addition to `process` inside a utility process. */
type ParentPort = { postMessage(message: FromCore): void; on(name: 'message', listener: (event: { data: ToCore }) => void): void };

type Host = { post(message: FromCore): void; onMessage(listener: (message: ToCore) => void): void };

function findHost(): Host {
  const port = (process as unknown as { parentPort?: ParentPort }).parentPort;
  if (port)
    return { post: (message) => port.postMessage(message), onMessage: (listener) => port.on('message', (event) => listener(event.data)) };
  assert(process.connected, 'core is started by a host, as a utility process or a child process');
  return {
    // A host that is gone hears nothing more; the disconnection below ends this process in good order.
    post: (message) => {
      if (process.connected) process.send?.(message, undefined, undefined, () => {});
    },
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToCore)),
  };
}

const host = findHost();
let core: Core | null = null;

function getCore(): Core {
  assert(core, 'the host sends settings before anything else');
  return core;
}

async function shutDown(): Promise<void> {
  await core?.shutDown();
  host.post({ kind: 'closed' });
}

host.onMessage((message) => {
  switch (message.kind) {
    case 'settings':
      core = createCore(
        message.settings,
        readOnThread(join(import.meta.dirname, 'reader.js')),
        viewOnThread(join(import.meta.dirname, 'viewer.js')),
      );
      core.onEvent((event) => host.post(event));
      host.post({ kind: 'ready' });
      break;
    case 'file':
      getCore().registerFile(message.path, message.name, message.token);
      break;
    case 'language':
      getCore().setLanguage(message.language);
      break;
    case 'request':
      void getCore()
        .handle(message)
        .then((answer) => host.post(answer));
      break;
    case 'shutdown':
      void shutDown();
      break;
  }
});
// A host that is gone can be told nothing more; what is not published is in the working copy, but publishing it is better.
process.on('disconnect', () => void shutDown().then(() => process.exit(0)));
// Ctrl+C in a terminal reaches every process of the group; the host decides when core ends, after publishing.
process.on('SIGINT', () => {});
