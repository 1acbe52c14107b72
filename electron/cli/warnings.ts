import { describePlace, type Warning } from '../../shared/domain/place';

/** Warnings as lines for people: file, place, message. */
export function listWarnings(warnings: readonly Warning[]): string {
  return warnings.map(({ file, place, message }) => `! ${[file, describePlace(place)].filter(Boolean).join(' ')}：${message}`).join('\n');
}

/** Joins blocks of text for people, leaving out the empty ones. */
export function joinText(...blocks: readonly string[]): string {
  return blocks.filter(Boolean).join('\n');
}
