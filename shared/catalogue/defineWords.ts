/** The languages of the screen; Chinese is the first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words of one area of the program in both languages, side by side; a word missing in either does not compile. `{name}` is filled in by `say`. */
export function defineWords<const Zh extends Readonly<Record<string, string>>>(words: {
  'zh-CN': Zh;
  en: { readonly [Key in keyof Zh]: string };
}) {
  return words;
}
