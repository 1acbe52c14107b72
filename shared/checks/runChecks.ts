import type { Finding } from '../domain/finding';
import type { ProjectSnapshot } from '../domain/snapshot';
import { CheckMemory } from './checkMemory';

/** All checks over one reading of a project, worst first. Pure: the same snapshot gives the same findings in the same order. */
export function runChecks(snapshot: ProjectSnapshot): Finding[] {
  const memory = new CheckMemory(snapshot);
  while (memory.runNext() !== null);
  return memory.listFindings();
}

/**
 * The checks over a part of a project: some replies, the tables they rest on. What needs the whole document (the letter's name, headings referred to, the
 * sentence about tails) is left out.
 */
export function runLocalChecks(snapshot: ProjectSnapshot): Finding[] {
  const memory = new CheckMemory(snapshot);
  while (memory.runNext('document') !== null);
  return memory.listFindings();
}
