import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';

const FULL_NAME = /[\u4e00-\u9fa5（）()]{2,40}?(?:股份有限公司|有限责任公司|有限公司)/g;

/** The company's full name with one or two other characters: a slip of the pen or of a text copied out of a PDF. */
export function checkCompanyName(company: string, prose: readonly ProseBlock[]): Finding[] {
  const name = company.trim();
  if (name.length < 8 || !name.endsWith('有限公司')) return [];
  const stem = name.slice(0, 2);
  const tail = name.slice(-8);
  return prose.flatMap((block) =>
    !block.text.includes('有限公司')
      ? []
      : [...block.text.matchAll(FULL_NAME)].flatMap((match): Finding[] => {
          // The run of characters before the name belongs to the sentence, so names of about the same length are cut from its end.
          const run = match[0];
          for (let length = name.length - 1; length <= name.length + 1; length++) {
            const candidate = run.slice(-length);
            if (run.length < length || candidate === name || run.endsWith(name)) continue;
            if (!candidate.startsWith(stem) && !candidate.endsWith(tail)) continue;
            if (!differsByOne(candidate, name)) continue;
            const end = match.index + run.length;
            return [
              {
                rule: 'company-name',
                severity: 'error',
                message: message('finding.company-name', { candidate, name }),
                expected: null,
                stated: candidate,
                places: [placeInProse(block, end - length, end)],
              },
            ];
          }
          return [];
        }),
  );
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
