import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';

const FULL_NAME = /[\u4e00-\u9fa5（）()]{2,40}?(?:股份有限公司|有限责任公司|有限公司)/g;
/** So many characters at the beginning tell that the company's own name is meant. */
const OWN_BEGINNING = 4;

/** The company's full name with another character, or one too few or too many: a slip of the pen or of a text copied out of a PDF. */
export function checkCompanyName(company: string, prose: readonly ProseBlock[]): Finding[] {
  const name = company.trim();
  if (name.length < 8 || !name.endsWith('有限公司')) return [];
  return prose.flatMap((block) => {
    const starts = new Set<number>();
    return [...findByEnding(name, block.text), ...findByBeginning(name, block.text)].flatMap(({ start, candidate }): Finding[] => {
      if (starts.has(start)) return [];
      starts.add(start);
      return [
        {
          rule: 'company-name',
          severity: 'error',
          message: message('finding.company-name', { candidate, name }),
          expected: null,
          stated: candidate,
          places: [placeInProse(block, start, start + candidate.length)],
        },
      ];
    });
  });
}

type Candidate = { start: number; candidate: string };

/** Names that end as a company's does. */
function findByEnding(name: string, text: string): Candidate[] {
  if (!text.includes('有限公司')) return [];
  const stem = name.slice(0, 2);
  const tail = name.slice(-8);
  return [...text.matchAll(FULL_NAME)].flatMap((match) => {
    // The run of characters before the name belongs to the sentence, so names of about the same length are cut from its end.
    const run = match[0];
    if (run.endsWith(name)) return [];
    for (let length = name.length - 1; length <= name.length + 1; length++) {
      const candidate = run.slice(-length);
      const isNamed = run.length >= length && (candidate.startsWith(stem) || candidate.endsWith(tail));
      if (isNamed && candidate !== name && differsByOne(candidate, name)) return [{ start: match.index + run.length - length, candidate }];
    }
    return [];
  });
}

/** Names that begin as the company's does, with another character further on: 青禾精工股份有跟公司. */
function findByBeginning(name: string, text: string): Candidate[] {
  const found: Candidate[] = [];
  const beginning = name.slice(0, OWN_BEGINNING);
  for (let start = text.indexOf(beginning); start >= 0; start = text.indexOf(beginning, start + 1)) {
    const candidate = text.slice(start, start + name.length);
    if (candidate.length === name.length && candidate !== name && differsByOne(candidate, name)) found.push({ start, candidate });
  }
  return found;
}

/** True when one character is another, missing or too many. */
function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end === 1;
}
