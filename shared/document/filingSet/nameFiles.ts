import { DEFAULT_PATTERN, PATTERN_FIELDS } from '../../domain/filingSet';

export type PatternValues = Readonly<Record<(typeof PATTERN_FIELDS)[number], string>>;

/** Longest name a file keeps on every system, its extension left out. */
const LONGEST_NAME = 120;

/** A pattern filled in as a file name without extension: what no system allows is left out, and empty fields with the blanks around them. */
export function fillPattern(pattern: string, values: PatternValues): string {
  const wanted = pattern.trim() === '' ? DEFAULT_PATTERN : pattern;
  const filled = wanted.replaceAll(/\{([^}]*)\}/g, (whole, field: string) =>
    field in values ? values[field as keyof PatternValues] : whole,
  );
  const clean = filled
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return clean === '' ? values['文件'] : clean.slice(0, LONGEST_NAME);
}

/** Names made different from each other by a number at the end. */
export function keepNamesApart(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let count = 2; taken.has(own.toLowerCase()); count++) own = name.replace(/(\.[^.]*)?$/, ` (${count})$1`);
    taken.add(own.toLowerCase());
    return own;
  });
}
