import { takePinyinInitials } from '../../shared/catalogue/pinyinInitials';

/** What an entry of the palette is found by: its name, and other words for the same. */
export type Findable = { name: string; keywords: string };

/** The entries that what is typed means, best first: by name, then by other words, then by the initials of the name's pinyin. Of several words each must fit. */
export function rankEntries<Entry extends Findable>(typed: string, entries: readonly Entry[]): Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const ranked = entries.flatMap((entry) => {
    const ranks = words.map((word) => rankWord(word, entry));
    return ranks.includes(null) ? [] : [{ entry, rank: Math.max(0, ...ranks.map(Number)) }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

function rankWord(word: string, { name, keywords }: Findable): number | null {
  if (name.toLowerCase().includes(word)) return 0;
  if (keywords.toLowerCase().includes(word)) return 1;
  return /^[a-z]+$/.test(word) && takePinyinInitials(name).includes(word) ? 2 : null;
}
