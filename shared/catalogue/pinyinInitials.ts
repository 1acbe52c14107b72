/** The first character of each letter's part in the order of pinyin; no syllable begins with i, u or v. */
const FIRST = {
  A: '阿',
  B: '八',
  C: '嚓',
  D: '咑',
  E: '妸',
  F: '发',
  G: '旮',
  H: '哈',
  J: '丌',
  K: '咔',
  L: '垃',
  M: '妈',
  N: '拏',
} as const;
const SECOND = { O: '噢', P: '妑', Q: '七', R: '呥', S: '仨', T: '他', W: '屲', X: '夕', Y: '丫', Z: '帀' } as const;
const FIRSTS = Object.entries({ ...FIRST, ...SECOND }).toReversed();
const byPinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** The initials of words as one types them without an input method: 插入图表 is crtb. Other characters stay as they are, in lower case. */
export function takePinyinInitials(words: string): string {
  const initials = Array.from(words, (character) => {
    if (!/\p{Script=Han}/u.test(character)) return character;
    return FIRSTS.find(([, first]) => byPinyin.compare(character, first) >= 0)?.[0] ?? character;
  });
  return initials.join('').toLowerCase();
}
