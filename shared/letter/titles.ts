const FIRST_SENTENCE = /^(关于[^。：:；，\n]{1,40})(?:。|\n|$)/;
const GLUED =
  /^(关于(?:(?!年报|半年报|报告期|本期|截至|根据|你?公司|申请|公开|20\d\d)[^。：:；，\n]){1,24}?)(?=年报|半年报|报告期|本期|截至|根据|你?公司|申请|公开|20\d\d)/;

/** A question's title: its first words 关于…, also where a lost line break glued it to the text; null when it has none. */
export function findTitle(text: string): string | null {
  const match = FIRST_SENTENCE.exec(text) ?? GLUED.exec(text);
  return match ? match[1]!.trim() : null;
}
