import type { Letter, VerifierRole } from './letter';

/** Verifiers who file a document of their own. */
export const OPINION_VARIANTS = [
  'auditor',
  'sponsor',
  'financialAdviser',
  'lawyer',
  'appraiser',
] as const satisfies readonly VerifierRole[];
export type OpinionVariant = (typeof OPINION_VARIANTS)[number];

/** 文件类型: every document this program makes of a matter. */
export const VARIANTS = [
  'announcement',
  'redacted',
  'regulator',
  'revision',
  ...OPINION_VARIANTS,
  'receipt',
  'deferral',
  'review',
  'approval',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** What can be printed: every variant, and the 书面回复 of a filing. */
export const PRINTABLES = [...VARIANTS, 'writtenReply'] as const;
export type Printable = (typeof PRINTABLES)[number];

/** Whether a variant is the own document of a verifier. */
export function isOpinionVariant(variant: Variant): variant is OpinionVariant {
  return OPINION_VARIANTS.some((role) => role === variant);
}

/** Documents that go no further than the company, its advisers and the regulator. */
const UNPUBLISHED: ReadonlySet<Variant> = new Set<Variant>(['regulator', 'review', 'approval']);

/** Whether the public gets to read a variant, so that nothing withheld may be in it. */
export function isPublished(variant: Variant): boolean {
  return !UNPUBLISHED.has(variant);
}

/** Whether a variant shows what changed since a former state of the reply. */
export function isCompared(variant: Variant): boolean {
  return variant === 'revision' || variant === 'approval';
}

/** The documents a letter gives reason for: a verifier's own one only where the letter asks that verifier. */
export function listVariants(letter: Letter): Variant[] {
  const asked = new Set(letter.questions.flatMap((question) => question.verifications.map(({ role }) => role)));
  return VARIANTS.filter((variant) => !isOpinionVariant(variant) || asked.has(variant));
}
