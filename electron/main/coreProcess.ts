import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { FromCore } from '../../shared/ipc/coreMessages';
import type { CoreChild } from '../../shared/ipc/coreSession';

/** Starts core from its built script: the only file that knows how. */
export function launchCore(coreScript: string): CoreChild {
  return __CORE_LAUNCH__ === 'child' ? launchChild(coreScript) : launchUtility(coreScript);
}

function launchUtility(coreScript: string): CoreChild {
  const child = utilityProcess.fork(coreScript, [], { serviceName: 'Huihan core', execArgv: [], stdio: 'inherit' });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => child.on('exit', (code) => listener(`exit ${code}`)),
  };
}

/** The same script on the Node that made this build: for an Electron whose own Node cannot load the database. */
function launchChild(coreScript: string): CoreChild {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...env } = process.env;
  const child = fork(coreScript, [], {
    execPath: __CORE_NODE__,
    execArgv: [],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    post: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => {
      let told = false;
      const tell = (reason: string) => {
        if (!told) listener(reason);
        told = true;
      };
      child.on('exit', (code, signal) => tell(signal ? `signal ${signal}` : `exit ${code}`));
      child.on('error', (error) => tell(error.message));
    },
  };
}
