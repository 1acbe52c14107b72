import { VERIFIER_NAMES } from '../../shared/document/filingWords';
import type { SectionRole } from '../../shared/domain/reply';

/** Words of section headings in a reply's text form. */
export const SECTION_WORDS = {
  roles: { statement: '公司说明', procedures: '核查程序', conclusion: '核查意见' } satisfies Record<SectionRole, string>,
  verifiers: VERIFIER_NAMES,
} as const;
