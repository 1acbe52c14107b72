import type { VerifierRole } from './letter';

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
export const VARIANTS = ['announcement'] as const;
export type Variant = (typeof VARIANTS)[number];
