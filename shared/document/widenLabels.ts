import { getInlineText, type Inline } from '../domain/reply';

/** A line's own label in brackets of any width, before words: not (1)+(2), (1)至(3), or a label alone. */
const BRACKETED =
  /^(\s*)[(（](\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*)[)）](?=\s*[、.．]?\s*([\p{Script=Han}\p{L}\d《“‘【「①-⑳].*))/u;
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

/** `widenLabels` over the inlines of a paragraph, where a label may be cut by a change of look. */
export function widenInlineLabels(inlines: readonly Inline[]): Inline[] {
  const widened = widenLabels(getInlineText(inlines));
  let at = 0;
  return inlines.map((inline) => {
    const from = at;
    at += getInlineText([inline]).length;
    return inline.type === 'text' ? { ...inline, text: widened.slice(from, at) } : inline;
  });
}
