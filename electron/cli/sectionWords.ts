import type { VerifierRole } from '../../shared/domain/letter';
import type { SectionRole } from '../../shared/domain/reply';

/** Words of section headings in a reply's text form. */
export const SECTION_WORDS = {
  roles: { statement: '公司说明', procedures: '核查程序', conclusion: '核查意见' } satisfies Record<SectionRole, string>,
  verifiers: {
    auditor: '会计师',
    lawyer: '律师',
    sponsor: '保荐机构',
    financialAdviser: '独立财务顾问',
    appraiser: '评估师',
    independentDirectors: '独立董事',
    auditCommittee: '审计委员会',
    supervisors: '监事会',
    otherAdviser: '财务顾问',
  } satisfies Record<VerifierRole, string>,
} as const;
