import type { VerifierRole } from '../domain/letter';
import { FIRM_ALIAS, FIRM_NAME_BEFORE, VERIFIER_PREFIXES, VERIFIER_TERMS } from './dictionary';

/** How a letter calls those it may ask to verify: patterns of their names, alone and as the subject of a request. */
export type VerifierNames = {
  roleOf: ReadonlyMap<string, VerifierRole>;
  /** Names of firms, as against professions. */
  firms: ReadonlySet<string>;
  /** One name; global. */
  term: RegExp;
  anyTerm: RegExp;
  /** Names with what may stand before and between them, from the start of a clause. */
  subject: RegExp;
  /** Where a request may begin: 请…, or a name at the start of a clause. */
  requestStart: RegExp;
};

const ROLE_OF = new Map<string, VerifierRole>(VERIFIER_TERMS);
const FIRM_TERMS = VERIFIER_TERMS.map(([term]) => term).filter((term) => term.endsWith('事务所'));
const MOST_ALIASES = 20;

/** The names of verifiers in a letter: the general terms, and short names of firms it defines. `isReorganisation` makes 财务顾问 the independent one. */
export function nameVerifiers(text: string, isReorganisation: boolean): VerifierNames {
  const roleOf = new Map(ROLE_OF);
  if (isReorganisation) roleOf.set('财务顾问', 'financialAdviser');
  const aliases: string[] = [];
  for (const [, kind, alias] of text.matchAll(FIRM_ALIAS)) {
    if (roleOf.has(alias!) || aliases.length >= MOST_ALIASES) continue;
    roleOf.set(alias!, kind === '会计师事务所' ? 'auditor' : kind === '律师事务所' ? 'lawyer' : 'appraiser');
    aliases.push(alias!);
  }
  const terms = [...VERIFIER_TERMS.map(([term]) => term), ...aliases].join('|');
  return {
    roleOf,
    firms: new Set([...FIRM_TERMS, ...aliases]),
    term: new RegExp(terms, 'g'),
    anyTerm: new RegExp(terms),
    subject: new RegExp(`^(?:${terms}|${VERIFIER_PREFIXES.join('|')}|${FIRM_NAME_BEFORE}|[（(][^（）()]{1,12}[）)]|[、及和与或并以的 ])+`),
    requestStart: new RegExp(
      `(?<![申敬聘邀提呈报])请|由|督促|要求|(?:^|[，；。：\\n）)]) ?(?:并|同时)?(?=(?:年审|年报|申报|公司|独立)?(?:${terms}))`,
      'g',
    ),
  };
}
