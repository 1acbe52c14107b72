import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { say } from '../../shared/catalogue/catalogue';
import type { Language } from '../../shared/catalogue/defineWords';
import type { CoreSession } from '../../shared/ipc/coreSession';
import type { ChosenFile, PickPurpose, SavePurpose } from '../../shared/ipc/host';

const EXTENSIONS: Readonly<Record<PickPurpose, string[]>> = {
  letter: ['txt', 'docx', 'pdf', 'png', 'jpg', 'jpeg'],
  source: ['txt', 'xlsx', 'xls', 'csv', 'tsv', 'docx', 'pdf'],
  draft: ['txt', 'docx'],
  template: ['docx', 'dotx'],
  paper: ['pdf', 'docx', 'jpg', 'jpeg', 'png', 'xlsx', 'zip'],
  opinion: ['docx', 'pdf', 'txt'],
  reviewed: ['docx'],
  project: ['huihan'],
};

/** Gives a file a token; folders and files that are gone give null. */
export async function chooseFile(session: CoreSession, path: string): Promise<ChosenFile | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const name = basename(path);
  return { token: session.addFile(path, name), name, size: found.size };
}

/** Gives tokens to several paths, leaving out what is no file. */
export async function chooseFiles(session: CoreSession, paths: readonly string[]): Promise<ChosenFile[]> {
  const chosen: ChosenFile[] = [];
  for (const path of paths) {
    const file = await chooseFile(session, path);
    if (file) chosen.push(file);
  }
  return chosen;
}

/** Opens the system's dialog for a purpose; empty when cancelled. */
export async function pickFiles(
  window: BrowserWindow,
  language: Language,
  session: CoreSession,
  purpose: PickPurpose,
): Promise<ChosenFile[]> {
  const filters: FileFilter[] = [
    { name: say(language, `dialog.kind.${purpose}`), extensions: EXTENSIONS[purpose] },
    { name: say(language, 'dialog.kind.any'), extensions: ['*'] },
  ];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: say(language, `dialog.${purpose}`),
    filters,
    properties: purpose === 'source' ? ['openFile', 'multiSelections'] : ['openFile'],
  });
  return canceled ? [] : chooseFiles(session, filePaths);
}

/** Asks where to write; null when cancelled. The system has asked before replacing a file. A missing extension is added. */
export async function pickSaveTarget(
  window: BrowserWindow,
  language: Language,
  session: CoreSession,
  target: { purpose: SavePurpose; suggestedName: string; folder: string },
): Promise<{ token: string; name: string } | null> {
  const { purpose, suggestedName } = target;
  if (purpose === 'folder') return pickFolder(window, language, session, target);
  const { title, kind, extension } = describeTarget(purpose, suggestedName);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say(language, title),
    defaultPath: join(target.folder, basename(target.suggestedName)),
    filters: [{ name: say(language, kind), extensions: [extension] }],
  });
  if (canceled || !filePath) return null;
  const path = extname(filePath) === '' ? `${filePath}.${extension}` : filePath;
  return { token: session.addFile(path, basename(path)), name: basename(path) };
}

/** How the system's dialog speaks of what is written. A received file keeps its own extension. */
function describeTarget(purpose: Exclude<SavePurpose, 'folder'>, suggestedName: string) {
  switch (purpose) {
    case 'project':
      return { title: 'dialog.saveProject', kind: 'dialog.kind.project', extension: 'huihan' } as const;
    case 'announcement':
      return { title: 'dialog.saveAnnouncement', kind: 'dialog.kind.document', extension: 'docx' } as const;
    case 'pdf':
      return { title: 'dialog.savePdf', kind: 'dialog.kind.pdf', extension: 'pdf' } as const;
    case 'workbook':
      return { title: 'dialog.saveWorkbook', kind: 'dialog.kind.workbook', extension: 'xlsx' } as const;
    case 'original': {
      const extension = extname(suggestedName).slice(1) || '*';
      return { title: 'dialog.saveOriginal', kind: 'dialog.kind.any', extension } as const;
    }
  }
}

/** A folder to be made; its name has no extension and nothing of that name may be there yet. */
async function pickFolder(
  window: BrowserWindow,
  language: Language,
  session: CoreSession,
  { folder, suggestedName }: { suggestedName: string; folder: string },
): Promise<{ token: string; name: string } | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: say(language, 'dialog.saveFolder'),
    defaultPath: join(folder, basename(suggestedName)),
  });
  return canceled || !filePath ? null : { token: session.addFile(filePath, basename(filePath)), name: basename(filePath) };
}
