import { BEFORE_NAME, ORGANISATION_NAME } from './verifierTerms';

/** An organisation's full name in a text, at `start`. */
export type NamedOrganisation = { name: string; start: number };

const SHORTEST_NAME = 8;

/** The full names of companies in a text, without the words of the sentence before them; those that begin in a way that cannot be told are left out. */
export function listOrganisations(text: string): NamedOrganisation[] {
  if (!text.includes('有限')) return [];
  return [...text.matchAll(ORGANISATION_NAME)].flatMap((match) => {
    const lead = BEFORE_NAME.exec(match[0].slice(0, -4))?.[0].length ?? 0;
    const name = match[0].slice(lead);
    return name.length < SHORTEST_NAME ? [] : [{ name, start: match.index + lead }];
  });
}
