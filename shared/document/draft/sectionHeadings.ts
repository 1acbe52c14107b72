import type { Question, VerifierRole } from '../../domain/letter';
import type { SectionRole } from '../../domain/reply';
import type { AskedQuestion } from './draftSplit';
import {
  COMPANY,
  CONCLUSION_HEADING,
  CONCLUSION_SENTENCE,
  PROCEDURES_HEADING,
  PROCEDURES_SENTENCE,
  STATEMENT_HEADING,
  UNNAMED_STATEMENT_HEADING,
  VERIFICATION_WORD,
  WE,
} from './draftTerms';
import { splitLabel } from './headings';
import { listVerifiers } from './listVerifiers';

/** What a heading opens. `verifier` null for the company's statement, and where the heading does not say whose it is. */
export type SectionHeading = { role: SectionRole; verifier: VerifierRole | null };

const LONGEST_SECTION_HEADING = 40;
/** Behind a colon it must be the verifier who goes on, or it would be a word of a list. */
const RUN_IN = /^(?:(【[^】]{2,30}】)\s*\S|([^，。；：:]{2,30}[：:])\s*(?=经|我们|本所))/;
const BETWEEN_SPEAKERS = /[、和与及]/;

/** Reads 一、公司说明及分析, 【核查情况】, 会计师核查意见：…; null for any other paragraph. */
export function findSectionHeading(text: string, question: AskedQuestion): SectionHeading | null {
  if (text.length > LONGEST_SECTION_HEADING || /[。；;，,]/.test(text) || PROCEDURES_SENTENCE.test(text)) return null;
  const { level, rest } = splitLabel(text);
  const name = rest.replace(/^[【[\s]+|[】\]:：\s]+$/g, '').replace(/\s+/g, '');
  if (STATEMENT_HEADING.test(name) || (level !== null && UNNAMED_STATEMENT_HEADING.test(name)))
    return { role: 'statement', verifier: null };
  const verifier = findVerifier(name, question);
  const isAsked = verifier !== null && question.verifications.some((verification) => verification.role === verifier);
  const verifies = VERIFICATION_WORD.test(name) && (verifier !== null || !COMPANY.test(name));
  if (!verifies && !isAsked) return null;
  if (PROCEDURES_HEADING.test(name)) return { role: 'procedures', verifier };
  if (CONCLUSION_HEADING.test(name)) return { role: 'conclusion', verifier };
  return null;
}

/** Reads a heading that goes on in its paragraph (【会计师核查意见】经核查，…); null where none of a verifier's stands there. */
export function findRunInHeading(text: string, question: AskedQuestion): SectionHeading | null {
  const [, bracketed, named] = RUN_IN.exec(text) ?? [];
  const heading = findSectionHeading(bracketed ?? named ?? '', question);
  return heading?.role === 'statement' ? null : heading;
}

/** Reads the sentence a conclusion begins with (经核查，会计师认为：), numbered or not; null for any other paragraph. `verifier` null for 我们. */
export function findConclusionSentence(text: string, question: AskedQuestion): { verifier: VerifierRole | null } | null {
  const subject = CONCLUSION_SENTENCE.exec(splitLabel(text).rest)?.[1];
  if (subject === undefined) return null;
  const verifier = findVerifier(subject, question);
  return verifier !== null || subject === WE ? { verifier } : null;
}

/** Reads the sentence procedures begin with (会计师执行了以下核查程序：); null for any other paragraph. `verifier` null for 我们. */
export function findProceduresSentence(text: string, question: AskedQuestion): { verifier: VerifierRole | null } | null {
  const subject = PROCEDURES_SENTENCE.exec(text)?.[1];
  if (subject === undefined) return null;
  const verifier = findVerifier(subject, question);
  return verifier !== null || (subject.endsWith(WE) && question.verifications.length > 0) ? { verifier } : null;
}

/** Who speaks in a section's heading or first sentence, where several do so together: 保荐机构、申报会计师认为：. */
export function listSpeakers(text: string, question: Pick<Question, 'verifications'>): VerifierRole[] {
  const { level, rest } = splitLabel(text);
  const isHeading = text.length <= LONGEST_SECTION_HEADING && (level !== null || /[:：】]$/.test(text));
  const subject = CONCLUSION_SENTENCE.exec(rest)?.[1] ?? PROCEDURES_SENTENCE.exec(rest)?.[1] ?? (isHeading ? rest : '');
  return subject.split(BETWEEN_SPEAKERS).flatMap((piece) => listVerifiers(piece, question).slice(0, 1));
}

/** The verifier a text names, as the question calls its role: of several the first that is asked. Null when it names none. */
export function findVerifier(text: string, question: AskedQuestion): VerifierRole | null {
  const named = listVerifiers(text, question);
  return named.find((role) => question.verifications.some((verification) => verification.role === role)) ?? named[0] ?? null;
}
