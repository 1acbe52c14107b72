import type { NoticeHead } from '../document/documentContext';
import type { Warning } from '../domain/place';
import type { Printable } from '../domain/variant';
import type { AnswerMessage, EventName } from './contract';
import type { RecentProject } from './results';
import type { ErrorValue } from './errors';

/** A file the user chose, known to the window by token and name only. */
export type ChosenFile = { token: string; name: string; size: number };

/** What the host needs of a dropped file; the browser's own File satisfies it. */
export type DroppedFile = { readonly name: string; readonly size: number };

/** A document to print, and the file for it. */
export type PrintOrder = { variant: Printable; target: string; notice?: NoticeHead | undefined };

/** What came of printing; an error is said like any other. */
export type PrintAnswer = { ok: true; fileName: string; warnings: Warning[] } | { ok: false; error: ErrorValue };

export type PickPurpose = 'letter' | 'source' | 'draft' | 'paper' | 'opinion' | 'reviewed' | 'template' | 'project';
/** A project, a filed document, a workbook of registers, or a received file as it was. */
export type SavePurpose = 'project' | 'announcement' | 'pdf' | 'folder' | 'workbook' | 'original';

/** Commands of the native menu, also reachable by keyboard in the browser host. */
export const MENU_COMMANDS = [
  'new',
  'open',
  'openSample',
  'save',
  'saveAs',
  'importSource',
  'importDraft',
  'export',
  'filingSet',
  'redact',
  'redactions',
  'compareOpinion',
  'exchange',
  'takeBackWord',
  'addPaperRemark',
  'undo',
  'redo',
  'find',
  'findEverywhere',
  'commands',
  'linkFigure',
  'linkTable',
  'insertTable',
  'insertPicture',
  'insertChart',
  'insertReference',
  'insertFootnote',
  'terms',
  'numbers',
  'template',
  'linkAllFigures',
  'runChecks',
  'nextFinding',
  'previousFinding',
  'nextQuestion',
  'previousQuestion',
  'nextPane',
  'tabEvidence',
  'tabFindings',
  'tabReview',
  'tabVersions',
  'tabPreview',
  'toggleRevision',
  'addComment',
  'nextChange',
  'previousChange',
  'acceptChange',
  'rejectChange',
  'toggleLetter',
  'letterDesk',
  'nextLetter',
  'previousLetter',
  'addLetter',
  'pasteLetter',
  'addOral',
  'exportRegister',
  'saveVersion',
  'about',
  'language',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** State of the core process as main sees it: shown when it died and was started again. */
export type CoreState = { state: 'running' } | { state: 'restarted'; reason: string } | { state: 'stopped'; reason: string };

/**
 * What the window may ask of its host: named functions only. The preload exposes it as `window.host`; in a browser the same is offered over a
 * local socket. Every `on…` returns its unsubscribe.
 */
export type HostApi = {
  readonly kind: 'electron' | 'web';
  readonly platform: string;
  call(method: string, params: unknown): Promise<AnswerMessage>;
  onEvent(listener: (name: EventName, payload: unknown) => void): () => void;
  onMenu(listener: (command: MenuCommand) => void): () => void;
  onCoreState(listener: (state: CoreState) => void): () => void;
  /** A project the system asks to open: double click, second start, recent files of the menu. Requests made before the first listener are kept for it. */
  onOpenRequest(listener: (file: ChosenFile) => void): () => void;
  /** The window is about to close: `write` hands over what is still being typed, and the host waits for it before core publishes. */
  onClosing(write: () => Promise<void>): () => void;
  /** Opens the system's dialog (a file input in a browser); empty when cancelled. */
  pickFiles(purpose: PickPurpose): Promise<ChosenFile[]>;
  /** Files dropped on the window. */
  registerDroppedFiles(files: readonly DroppedFile[]): Promise<ChosenFile[]>;
  /** Null when cancelled. In a browser the finished file is offered as a download. */
  pickSaveTarget(purpose: SavePurpose, suggestedName: string): Promise<{ token: string; name: string } | null>;
  /** Prints a document into the file a token names. */
  printPdf(document: PrintOrder): Promise<PrintAnswer>;
  /** Shows a written file in the system's file manager; downloads it in a browser. */
  revealFile(token: string): Promise<void>;
  listRecent(): Promise<RecentProject[]>;
  getLanguage(): Promise<'zh-CN' | 'en'>;
  setLanguage(language: 'zh-CN' | 'en'): Promise<void>;
  /** Tells the host what the title bar and the close question should say. */
  setWindowState(state: { title: string; unsaved: boolean }): Promise<void>;
};
