import type { LetterHeader } from '../../shared/domain/letter';

/** The head of a letter in one line for people; what the letter does not say is left out. */
export function describeHeader(header: LetterHeader): string {
  return [header.kind, header.letterNo, header.company, header.code, header.issuedOn, header.dueOn && `→ ${header.dueOn}`]
    .filter(Boolean)
    .join('  ');
}
