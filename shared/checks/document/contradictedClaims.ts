import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { AFFIRMATION, DENIAL, HYPOTHETICAL, OBJECT_LEAD, OBJECT_TAIL } from './verifierTerms';

type Claim = { object: string; years: string[]; block: ProseBlock; start: number; text: string };

/** 不存在 X in one place and 存在 X in another, in the same words and not of different years. A doubt: the two may speak of different things. */
export function checkContradictedClaims(prose: readonly ProseBlock[]): Finding[] {
  const denied = new Map<string, Claim>();
  for (const block of prose) {
    if (!/不存在|未发现|未发生|不涉及/.test(block.text)) continue;
    for (const claim of listClaims(block, DENIAL, /是否|若|如果|如存在|假设/))
      if (!denied.has(claim.object)) denied.set(claim.object, claim);
  }
  if (denied.size === 0) return [];
  return prose.flatMap((block) =>
    !block.text.includes('存在')
      ? []
      : listClaims(block, AFFIRMATION, HYPOTHETICAL).flatMap((claim): Finding[] => {
          const other = denied.get(claim.object);
          if (!other || (claim.years.length > 0 && other.years.length > 0 && !claim.years.some((year) => other.years.includes(year))))
            return [];
          return [
            {
              rule: 'claim-contradicted',
              severity: 'warning',
              message: message('finding.claim-contradicted', { denied: other.text, stated: claim.text }),
              expected: null,
              stated: claim.text,
              places: [claim, other].map(({ block: at, start, text }) => placeInProse(at, start, start + text.length)),
            },
          ];
        }),
  );
}

function listClaims(block: ProseBlock, pattern: RegExp, hypothetical: RegExp): Claim[] {
  return [...block.text.matchAll(pattern)].flatMap((match) => {
    const sentence = sentenceAt(block.text, match.index);
    // 存在活跃市场的，… names a case, it says nothing of it.
    if (/的\s*$/.test(match[0])) return [];
    const object = match.groups!['object']!.replace(/\s+/g, '').replace(OBJECT_TAIL, '').replace(OBJECT_LEAD, '');
    if (object.length < 4 || hypothetical.test(sentence)) return [];
    const years = [...sentence.matchAll(/(?:19|20)\d\d/g)].map(([year]) => year);
    return [{ object, years, block, start: match.index, text: match[0] }];
  });
}

function sentenceAt(text: string, at: number): string {
  const start = Math.max(...['。', '；', ';', '\n'].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const end = /[。；;\n]|$/.exec(text.slice(at))!.index + at;
  return text.slice(start, end);
}
