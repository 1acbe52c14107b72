import type { ProjectOverview } from '../../shared/domain/project';
import { call, toErrorValue } from '../ipc/client';
import { askPassword } from './passwordPrompt';

/** Does something with a file, asking for its password as often as it is wanted; null when the user gave up. */
export async function withPassword<Value>(work: (password?: string) => Promise<Value>): Promise<Value | null> {
  let password: string | undefined;
  for (;;) {
    try {
      return await work(password);
    } catch (error) {
      const { code, data } = toErrorValue(error);
      if (code !== 'password-needed' && code !== 'password-wrong') throw error;
      const given = await askPassword(typeof data['file'] === 'string' ? data['file'] : '', code === 'password-wrong');
      if (given === null) return null;
      password = given;
    }
  }
}

/** Opens a project, asking for its password where it has one; null when the user gave up. */
export function openProject(file: string): Promise<ProjectOverview | null> {
  return withPassword((password) => call('project:open', { file, password }));
}
