import { spawn } from 'node:child_process';

/** Opens an address in the user's own browser where there is one; where there is none the printed address is enough. */
export function openInBrowser(url) {
  const [program, ...words] = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url.replaceAll('&', '^&')] }[process.platform] ?? [
    'xdg-open',
    url,
  ];
  if (process.platform === 'linux' && !(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)) return;
  const child = spawn(program, words, { stdio: 'ignore', detached: true });
  child.on('error', () => {
    // No such program: the address stands on the terminal.
  });
  child.unref();
}
