/** One place where a restated question differs: offsets into both texts as given, and the words on both sides. */
export type VerbatimDifference = { kind: 'format' | 'meaning'; askedAt: number; restatedAt: number; asked: string; restated: string };

/** A visible character in comparable form, with its place in the text it came from. */
type Unit = { form: string; at: number; end: number };

const LOOKAHEAD = 200;
const ANCHOR_LENGTH = 4;

/**
 * Every place where a question as restated differs from the question as asked, in order. White space, line wraps and full- or half-width
 * forms are `format`; anything else is `meaning`: a missing or added word, another character, another figure. Replacing each `asked` by its
 * `restated` turns the one text into the other; empty when they are identical.
 */
export function compareQuestion(asked: string, restated: string): VerbatimDifference[] {
  const left = readUnits(asked);
  const right = readUnits(restated);
  const differences: VerbatimDifference[] = [];
  let askedAt = 0;
  let restatedAt = 0;
  const note = (kind: VerbatimDifference['kind'], askedEnd: number, restatedEnd: number) => {
    const difference = {
      kind,
      askedAt,
      restatedAt,
      asked: asked.slice(askedAt, askedEnd),
      restated: restated.slice(restatedAt, restatedEnd),
    };
    if (difference.asked !== difference.restated) differences.push(difference);
    askedAt = askedEnd;
    restatedAt = restatedEnd;
  };
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    note('format', left[i]?.at ?? askedAt, right[j]?.at ?? restatedAt);
    if (i < left.length && j < right.length && left[i]!.form === right[j]!.form) {
      note('format', left[i++]!.end, right[j++]!.end);
      continue;
    }
    const [nextI, nextJ] = findResumption(left, right, i, j);
    note('meaning', nextI > i ? left[nextI - 1]!.end : askedAt, nextJ > j ? right[nextJ - 1]!.end : restatedAt);
    i = nextI;
    j = nextJ;
  }
  note('format', asked.length, restated.length);
  return differences;
}

/** True when the texts say the same: no difference but format. */
export function saysTheSame(asked: string, restated: string): boolean {
  return compareQuestion(asked, restated).every(({ kind }) => kind === 'format');
}

/** Characters in comparable form: white space left out, full-width forms and their half-width twins made one. */
function readUnits(text: string): Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    const end = at + character.length;
    if (!/[\s\u200b-\u200d\u2060\ufeff]/.test(character)) units.push({ form: foldWidth(character), at, end });
    at = end;
  }
  return units;
}

const TWINS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '－': '-',
  '—': '-',
  '–': '-',
};

function foldWidth(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return TWINS[character] ?? character;
}

/** The nearest places behind (i, j) from where the texts agree again: one wrong character, else a few equal ones; else the ends of both. */
function findResumption(left: Unit[], right: Unit[], i: number, j: number): [number, number] {
  if (i + 1 < left.length && j + 1 < right.length && left[i + 1]!.form === right[j + 1]!.form) return [i + 1, j + 1];
  for (let distance = 1; distance <= LOOKAHEAD * 2; distance++) {
    for (let skipped = Math.max(0, distance - LOOKAHEAD); skipped <= Math.min(distance, LOOKAHEAD); skipped++) {
      const [nextI, nextJ] = [i + skipped, j + distance - skipped];
      if (nextI <= left.length && nextJ <= right.length && agrees(left, right, nextI, nextJ)) return [nextI, nextJ];
    }
  }
  return [left.length, right.length];
}

function agrees(left: Unit[], right: Unit[], i: number, j: number): boolean {
  const remaining = Math.min(left.length - i, right.length - j);
  if (remaining === 0) return left.length - i === right.length - j;
  const length = Math.min(ANCHOR_LENGTH, remaining);
  for (let offset = 0; offset < length; offset++) if (left[i + offset]!.form !== right[j + offset]!.form) return false;
  return length === ANCHOR_LENGTH || left.length - i === right.length - j;
}
