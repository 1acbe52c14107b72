import { Menu, type MenuItemConstructorOptions } from 'electron';
import { say, type WordKey } from '../../shared/catalogue/catalogue';
import type { Language } from '../../shared/catalogue/defineWords';
import type { MenuCommand } from '../../shared/ipc/host';
import { MENU_KEYS } from '../../shared/ipc/menuKeys';

export type MenuOptions = {
  language: Language;
  isMac: boolean;
  /** Developer tools are offered only in a program that is not packaged. */
  isPackaged: boolean;
  recent: readonly { path: string; name: string }[];
  send: (command: MenuCommand) => void;
  openRecent: (path: string) => void;
  showLog: () => void;
};

/** The native menu as a template: File, Edit, Insert, Check, Letter, View, Help, and on macOS the program's own. */
export function makeMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { language, isMac, send } = options;
  const word = (key: WordKey) => say(language, key);
  const command = (name: MenuCommand): MenuItemConstructorOptions => ({
    id: name,
    label: word(`menu.${name}`),
    ...(MENU_KEYS[name] ? { accelerator: MENU_KEYS[name] } : {}),
    click: () => send(name),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const recent: MenuItemConstructorOptions[] = options.recent.map(({ path, name }) => ({
    label: name,
    toolTip: path,
    click: () => options.openRecent(path),
  }));
  const quit: MenuItemConstructorOptions = { label: word('menu.quit'), role: 'quit' };
  const file: MenuItemConstructorOptions[] = [
    command('new'),
    command('open'),
    { label: word('menu.recent'), submenu: recent.length > 0 ? recent : [{ label: word('menu.noRecent'), enabled: false }] },
    command('openSample'),
    line,
    command('save'),
    command('saveAs'),
    command('exportRegister'),
    command('saveVersion'),
    line,
    command('importSource'),
    command('importDraft'),
    command('export'),
    command('template'),
    command('filingSet'),
    command('exchange'),
    ...(isMac ? [] : [line, quit]),
  ];
  const edit: MenuItemConstructorOptions[] = [
    command('undo'),
    command('redo'),
    line,
    { label: word('menu.cut'), role: 'cut' },
    { label: word('menu.copy'), role: 'copy' },
    { label: word('menu.paste'), role: 'paste' },
    { label: word('menu.pastePlain'), role: 'pasteAndMatchStyle' },
    { label: word('menu.selectAll'), role: 'selectAll' },
    line,
    command('find'),
    command('findEverywhere'),
    command('commands'),
  ];
  const view: MenuItemConstructorOptions[] = [
    command('tabEvidence'),
    command('tabFindings'),
    command('tabReview'),
    command('tabVersions'),
    command('tabPreview'),
    line,
    command('previousQuestion'),
    command('nextQuestion'),
    command('nextPane'),
    line,
    { label: word('menu.zoomIn'), role: 'zoomIn' },
    { label: word('menu.zoomOut'), role: 'zoomOut' },
    { label: word('menu.zoomReset'), role: 'resetZoom' },
    { label: word('menu.fullScreen'), role: 'togglefullscreen' },
    ...(options.isPackaged ? [] : [{ role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
  ];
  const help: MenuItemConstructorOptions[] = [
    command('language'),
    { label: word('menu.showLog'), click: options.showLog },
    ...(isMac ? [] : [line, command('about')]),
  ];
  const program: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [command('about'), line, { label: word('menu.hide'), role: 'hide' }, line, quit],
  };
  return [
    ...(isMac ? [program] : []),
    { label: word('menu.file'), submenu: file },
    { label: word('menu.edit'), submenu: edit },
    {
      label: word('menu.insert'),
      submenu: [
        command('linkFigure'),
        command('linkAllFigures'),
        command('linkTable'),
        line,
        command('insertTable'),
        command('insertPicture'),
        command('insertChart'),
        line,
        command('insertReference'),
        command('insertFootnote'),
        command('terms'),
        command('numbers'),
      ],
    },
    {
      label: word('menu.review'),
      submenu: [
        command('runChecks'),
        command('nextFinding'),
        command('previousFinding'),
        line,
        command('redact'),
        command('redactions'),
        command('compareOpinion'),
        line,
        command('toggleRevision'),
        command('addComment'),
        command('nextChange'),
        command('previousChange'),
        command('acceptChange'),
        command('rejectChange'),
        line,
        command('takeBackWord'),
        command('addPaperRemark'),
      ],
    },
    {
      label: word('menu.letter'),
      submenu: [
        command('toggleLetter'),
        command('letterDesk'),
        line,
        command('previousLetter'),
        command('nextLetter'),
        line,
        command('addLetter'),
        command('pasteLetter'),
        command('addOral'),
      ],
    },
    { label: word('menu.view'), submenu: view },
    ...(isMac ? [{ label: word('menu.window'), submenu: [{ label: word('menu.minimize'), role: 'minimize' as const }] }] : []),
    { label: word('menu.help'), submenu: help },
  ];
}

/** Puts the menu up; called again whenever the language or the recent files change. */
export function showApplicationMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(makeMenuTemplate(options)));
}
