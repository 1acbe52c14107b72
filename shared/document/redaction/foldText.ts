import { simplifyCharacters } from '../../util/simplifyCharacters';

/** A text in the one form in which words are looked for; `at` gives the place in the text of every place in the folded one. */
export type FoldedText = { folded: string; at: number[] };

/** Whether a text may hold other characters once folded: letters a mark stands on become one only together with it. */
const MARKED = /\p{M}/u;

/** What `make` gives for a text, kept until it is asked for another: every withheld word is looked for in one text after the other. */
export function keepLast<Made>(make: (text: string) => Made): (text: string) => Made {
  let last: { text: string; made: Made } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}

/** The text in compatibility form (full-width and half-width are one), small letters and simplified characters. */
export const foldText = keepLast((text: string): FoldedText => {
  let folded = '';
  const at: number[] = [];
  let start = 0;
  for (const character of text) {
    const plain = fold(character);
    for (let unit = 0; unit < plain.length; unit++) at.push(start);
    folded += plain;
    start += character.length;
  }
  at.push(start);
  return { folded, at };
});

/** The same without the places: quick, and alike unless the text holds marks that join their letters (`hasMarks`). */
export const foldWhole = keepLast(fold);

function fold(text: string): string {
  return simplifyCharacters(text.normalize('NFKC').toLowerCase());
}

/** Whether `foldWhole` may say another thing than `foldText`. */
export function hasMarks(text: string): boolean {
  return MARKED.test(text);
}
