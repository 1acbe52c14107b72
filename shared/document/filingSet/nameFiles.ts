import { DEFAULT_PATTERN, PATTERN_FIELDS } from '../../domain/filingSet';

export type PatternValues = Readonly<Record<(typeof PATTERN_FIELDS)[number], string>>;

/** Longest name a file keeps on every system in bytes of UTF-8, with room for its extension and a number. */
const LONGEST_NAME_BYTES = 200;

/** Names Windows keeps for devices, whatever the extension. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|[\s.])/i;

/** A pattern filled in as a file name without extension: what no system allows is left out, and empty fields with the blanks around them. */
export function fillPattern(pattern: string, values: PatternValues): string {
  const fill = (template: string) =>
    template.replaceAll(/\{([^}]*)\}/g, (whole, field: string) => (field in values ? values[field as keyof PatternValues] : whole));
  const name = cleanName(fill(pattern.trim() === '' ? DEFAULT_PATTERN : pattern));
  if (name === '') return cleanName(values['文件']);
  // What tells the files of a set apart is kept when a name is too long.
  return countBytes(name) > LONGEST_NAME_BYTES ? cutName(cleanName(fill(SHORT_PATTERN))) : name;
}

const SHORT_PATTERN = '{序号} {文件}';

/** A name every system takes: no character it keeps for itself, no dot or blank at the ends, no extension of ours, which is added to it. */
function cleanName(name: string): string {
  return name
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '')
    .replace(/\.(?:docx|pdf|xlsx)\s*$/i, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .replace(DEVICES, '_$&');
}

function countBytes(text: string): number {
  return Array.from(text, (character) => character.codePointAt(0)!).reduce(
    (sum, point) => sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4),
    0,
  );
}

function cutName(name: string): string {
  let short = '';
  for (const character of name) {
    if (countBytes(short + character) > LONGEST_NAME_BYTES) break;
    short += character;
  }
  return short.trimEnd();
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
