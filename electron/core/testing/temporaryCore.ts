import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EventMessage } from '../../../shared/ipc/contract';
import type { CoreSettings } from '../../../shared/ipc/coreMessages';
import { type Core, createCore } from '../createCore';
import { cleanUpAfterTest, makeTemporaryFolder } from './temporaryFolder';

/** The program's assets in this checkout. */
export const ASSETS = resolve(dirname(fileURLToPath(import.meta.url)), '../../../assets');

/** A core with folders of its own, and every event it sent. */
export type TestCore = Core & {
  folder: string;
  settings: CoreSettings;
  events: EventMessage[];
  write(name: string, content: string | Uint8Array): string;
};

/** Starts a core for one test; closed and its folder removed afterwards. `folder` lets two cores share one. */
export function startTestCore(folder: string = makeTemporaryFolder(), changed: Partial<CoreSettings> = {}): TestCore {
  const settings: CoreSettings = {
    stateFolder: join(folder, 'state'),
    projectsFolder: folder,
    assetsFolder: ASSETS,
    actor: '测试员',
    language: 'zh-CN',
    logFile: join(folder, 'core.log'),
    ...changed,
  };
  const core = createCore(settings);
  const events: TestCore['events'] = [];
  core.onEvent((event) => void events.push(event));
  cleanUpAfterTest(() => core.close());
  return {
    ...core,
    folder,
    settings,
    events,
    write: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return core.registerFile(path);
    },
  };
}
