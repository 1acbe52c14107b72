import type { Language } from '../catalogue/defineWords';
import type { AnswerMessage, EventMessage, RequestMessage } from './contract';

/** What the host (main, web host or terminal) tells core before anything else. Folders are absolute paths; the window never sees them. */
export type CoreSettings = {
  /** Where working copies, locks of this machine and backups live. */
  stateFolder: string;
  /** Where a new project goes when no target was chosen. */
  projectsFolder: string;
  /** The program's own assets: sample material, trading calendar. */
  assetsFolder: string;
  /** Who is working: the operation log's actor and the lock's owner. */
  actor: string;
  language: Language;
  /** Local log without any draft text; null for none. */
  logFile: string | null;
};

/** Messages from the host to core: settings first, then file tokens as the user chooses files, requests of the window, and its language when switched. */
export type ToCore =
  | { kind: 'settings'; settings: CoreSettings }
  | { kind: 'file'; token: string; path: string; name: string }
  | RequestMessage
  | { kind: 'language'; language: Language }
  | { kind: 'shutdown' };

/** Messages from core to the host: readiness, answers, events; and after `shutdown` that everything is published. */
export type FromCore = { kind: 'ready' } | AnswerMessage | EventMessage | { kind: 'closed' };
