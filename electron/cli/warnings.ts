import { sayMessage } from '../../shared/catalogue/catalogue';
import type { Language } from '../../shared/catalogue/defineWords';
import { sayPlace } from '../../shared/catalogue/sayPlace';
import type { Warning } from '../../shared/domain/place';

/** Warnings with their sentences said, as the terminal's JSON has them. */
export function sayWarnings(language: Language, warnings: readonly Warning[]) {
  return warnings.map((warning) => ({ ...warning, message: sayMessage(language, warning.message) }));
}

/** Warnings as lines for people: file, place, message. */
export function listWarnings(language: Language, warnings: readonly Warning[]): string {
  return sayWarnings(language, warnings)
    .map(({ file, place, message }) => {
      const where = [file, sayPlace(language, place)].filter(Boolean).join(' ');
      return `! ${where}：${message}`;
    })
    .join('\n');
}

/** Joins blocks of text for people, leaving out the empty ones. */
export function joinText(...blocks: readonly string[]): string {
  return blocks.filter(Boolean).join('\n');
}
