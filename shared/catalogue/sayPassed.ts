import { isOpinionVariant, type Variant } from '../domain/variant';
import { say } from './catalogue';
import type { Language } from './defineWords';

/** That a finished file may be signed; a firm's own is the firm's to fill in and sign. */
export function sayPassed(language: Language, variant: Variant): string {
  return isOpinionVariant(variant)
    ? say(language, 'export.passedFirm', { firm: say(language, `role.${variant}`) })
    : say(language, 'export.passed');
}
