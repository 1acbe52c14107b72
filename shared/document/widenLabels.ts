import { getInlineText, type Inline } from '../domain/reply';
import { HEADING_LABELS } from './draft/draftTerms';

/** A line's own label in brackets of any width, before words: not (1)+(2), (1)至(3), or a label alone. */
const BRACKETED = /^(\s*)[(（](\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*)[)）](?=\s*[、.．]?\s*([\p{L}\d《“‘【「①-⑳].*))/u;
const CITED = /^[至和及与到或]\s*[（(]/;
const CALCULATED = /^[\w.\s]*[=+*/×÷≥≤<>]/;
const CHINESE = /\p{Script=Han}/u;

/** Text with the brackets of each line's label full width, as the house format prints them. The length stays; brackets anywhere else do too. */
export function widenLabels(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [label, before, number, words = ''] = BRACKETED.exec(line) ?? [];
      if (label === undefined || !CHINESE.test(words) || CITED.test(words) || CALCULATED.test(words)) return line;
      return `${before}（${number}）${line.slice(label.length)}`;
    })
    .join('\n');
}

/** A label alone, all its brackets full width. */
export function widenBrackets(label: string): string {
  return label.replaceAll('(', '（').replaceAll(')', '）');
}

/** The inlines of a paragraph with labels as the house format prints them (`widenLabels`), no blank between the first and its Chinese words. */
export function tidyLabels(inlines: readonly Inline[]): Inline[] {
  const widened = widenLabels(getInlineText(inlines));
  const [gapFrom, gapTo] = findGap(widened);
  let at = 0;
  return inlines.flatMap((inline): Inline[] => {
    const from = at;
    at += getInlineText([inline]).length;
    if (inline.type !== 'text') return [inline];
    const text = widened.slice(from, Math.min(at, Math.max(from, gapFrom))) + widened.slice(Math.min(at, Math.max(from, gapTo)), at);
    return text === '' && at > from ? [] : [{ ...inline, text }];
  });
}

/** Where blanks stand between the label a text begins with and Chinese words. */
function findGap(text: string): [number, number] {
  for (const { pattern } of HEADING_LABELS) {
    const label = pattern.exec(text)?.[0].trimEnd();
    const gap = label === undefined ? null : /^[ \u00a0\u3000]+(?=[\p{Script=Han}《“])/u.exec(text.slice(label.length));
    if (label !== undefined && gap !== null) return [label.length, label.length + gap[0].length];
  }
  return [0, 0];
}
