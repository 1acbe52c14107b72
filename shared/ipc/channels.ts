/** Channels between the window's preload and main. Questions of `hostQuestions` travel as `host:` and their name. */
export const CHANNELS = {
  call: 'core:call',
  registerDropped: 'host:registerDropped',
  openListening: 'host:openListening',
  event: 'core:event',
  coreState: 'core:state',
  menu: 'host:menu',
  openRequest: 'host:openRequest',
  closing: 'host:closing',
  written: 'host:written',
} as const;
