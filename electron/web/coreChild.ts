import { fork } from 'node:child_process';
import type { FromCore } from '../../shared/ipc/coreMessages';
import type { CoreChild } from '../../shared/ipc/coreSession';

/** Starts core (`coreScript`) as a child of this Node process. Its own standard error stays visible in the terminal. */
export function launchCore(coreScript: string): CoreChild {
  const child = fork(coreScript, [], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
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
