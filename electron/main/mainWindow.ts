import { BrowserWindow, screen } from 'electron';
import { APP_ORIGIN } from './appProtocol';
import type { PreferenceStore } from './preferences';

const FIRST_SIZE = { width: 1440, height: 900 };

/** Opens the one window where it was last, or in the middle when that place is on no screen now. */
export function openMainWindow(preferences: PreferenceStore, preloadScript: string, icon: string): BrowserWindow {
  const { bounds, maximized } = preferences.get();
  const visible = bounds !== null && isOnScreen(bounds);
  const window = new BrowserWindow({
    ...(visible ? bounds : FIRST_SIZE),
    minWidth: 960,
    minHeight: 600,
    show: false,
    icon,
    webPreferences: {
      preload: preloadScript,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries from the network.
      spellcheck: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => preferences.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

function isOnScreen(bounds: { x: number; y: number; width: number; height: number }): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
  const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
  return overlapX >= 200 && overlapY >= 100;
}
