/** A stretch of a formula on one line of text. */
export type FormulaPiece = { text: string; stands: 'line' | 'sub' | 'sup' };

/** Signs by their names in TeX, as texts converted from PDF write formulas: $A \geq A_m$. */
const SIGNS: Readonly<Record<string, string>> = {
  geq: '≥',
  ge: '≥',
  leq: '≤',
  le: '≤',
  neq: '≠',
  ne: '≠',
  approx: '≈',
  times: '×',
  div: '÷',
  cdot: '·',
  pm: '±',
  sum: 'Σ',
  prod: 'Π',
  Delta: 'Δ',
  delta: 'δ',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  infty: '∞',
  rightarrow: '→',
  ldots: '…',
  cdots: '…',
  sim: '～',
  circ: '°',
  quad: ' ',
  left: '',
  right: '',
};

/** Commands whose braces hold plain words. */
const WORDS: ReadonlySet<string> = new Set(['text', 'mathrm', 'mathbf', 'mathit', 'operatorname', 'textbf']);

const FORMULA = /\$([^$\n]{1,300})\$/g;
/** What makes a stretch between dollar signs a formula and no sums of money: a command, something raised or lowered, one letter alone. */
const MATHEMATICAL = /\\[A-Za-z]|[\p{L})}]\s*[_^]|^\s*[A-Za-z]\s*$/u;

/** Small raised and lowered characters few fonts have; ¹²³ every font has. */
const SMALL = /([\u2080-\u2089\u2090-\u209c]+)|([\u2070\u2074-\u2079\u207f]+)/g;

/** What every formula has: a dollar sign, or a character small by itself. */
const HINT = /[$\u2070\u2074-\u2079\u207f\u2080-\u2089\u2090-\u209c]/;

/** Whether a text may hold a formula; most do not, and are told so at once. */
export function mayHoldFormula(text: string): boolean {
  return HINT.test(text);
}

/** A text with its formulas, and characters that are small by themselves, in pieces; null when it has none. What holds a sign nobody knows stays. */
export function splitFormulas(text: string): FormulaPiece[] | null {
  if (!mayHoldFormula(text)) return null;
  const pieces = splitMath(text) ?? [{ text, stands: 'line' }];
  const small = pieces.flatMap((piece) => (piece.stands === 'line' ? splitSmall(piece.text) : [piece]));
  return small.length === 1 && small[0]!.stands === 'line' && small[0]!.text === text ? null : joinAlike(small);
}

/** A text as it reads once its formulas are printed, lowered and raised signs beside the others. */
export function printFormulas(text: string): string {
  return (
    splitFormulas(text)
      ?.map((piece) => piece.text)
      .join('') ?? text
  );
}

function splitSmall(text: string): FormulaPiece[] {
  const pieces: FormulaPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(SMALL)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), stands: 'line' });
    pieces.push({ text: match[0].normalize('NFKC'), stands: match[1] === undefined ? 'sup' : 'sub' });
    at = match.index + match[0].length;
  }
  return at < text.length ? [...pieces, { text: text.slice(at), stands: 'line' }] : pieces;
}

const LOWERED = nameSmall([...range(0x2080, 0x2089), ...range(0x2090, 0x209c)]);
const RAISED = nameSmall([0x2070, 0xb9, 0xb2, 0xb3, ...range(0x2074, 0x2079), 0x207f]);

function* range(from: number, to: number): Generator<number> {
  for (let code = from; code <= to; code++) yield code;
}

function nameSmall(codes: readonly number[]): ReadonlyMap<string, string> {
  const small = codes.map((code) => String.fromCodePoint(code));
  return new Map(small.map((character) => [character.normalize('NFKC'), character]));
}

/** Raised or lowered text in characters that are small by themselves, as where no look can be kept; as it is where one of them does not exist. */
export function writeSmall(text: string, stands: 'sub' | 'sup'): string {
  const small = Array.from(text, (character) => (stands === 'sub' ? LOWERED : RAISED).get(character));
  return small.every((character) => character !== undefined) ? small.join('') : text;
}

function splitMath(text: string): FormulaPiece[] | null {
  if (!text.includes('$')) return null;
  const pieces: FormulaPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(FORMULA)) {
    const formula = MATHEMATICAL.test(match[1]!) ? readFormula(match[1]!) : null;
    if (formula === null) continue;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), stands: 'line' });
    pieces.push(...formula);
    at = match.index + match[0].length;
  }
  if (pieces.length === 0) return null;
  if (at < text.length) pieces.push({ text: text.slice(at), stands: 'line' });
  return pieces;
}

/** A formula in pieces; null when it holds a command nobody knows or braces that do not close. */
function readFormula(source: string): FormulaPiece[] | null {
  const reader = new FormulaReader(source);
  const pieces = reader.readGroup('line');
  return reader.isAtEnd() && !reader.failed ? pieces : null;
}

class FormulaReader {
  failed = false;
  private at = 0;

  constructor(private readonly source: string) {}

  isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  /** Everything up to a closing brace or the end. */
  readGroup(stands: FormulaPiece['stands']): FormulaPiece[] {
    const pieces: FormulaPiece[] = [];
    while (!this.isAtEnd() && this.source[this.at] !== '}') pieces.push(...this.readToken(stands));
    return pieces;
  }

  private readToken(stands: FormulaPiece['stands']): FormulaPiece[] {
    const character = this.source[this.at++]!;
    if (/\s/.test(character)) return [];
    if (character === '{') return this.closeGroup(stands);
    if (character === '_' || character === '^') return this.readRaised(character === '_' ? 'sub' : 'sup');
    if (character === '\\') return this.readCommand(stands);
    return [{ text: character, stands }];
  }

  private closeGroup(stands: FormulaPiece['stands']): FormulaPiece[] {
    const pieces = this.readGroup(stands);
    if (this.source[this.at] === '}') this.at += 1;
    else this.failed = true;
    return pieces;
  }

  private readRaised(stands: 'sub' | 'sup'): FormulaPiece[] {
    while (this.source[this.at] === ' ') this.at += 1;
    if (!this.isAtEnd()) return this.readToken(stands);
    this.failed = true;
    return [];
  }

  private readCommand(stands: FormulaPiece['stands']): FormulaPiece[] {
    const name = /^[A-Za-z]+/.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += Math.max(1, name.length);
    if (name === '') return [{ text: this.source[this.at - 1] ?? '', stands }];
    const sign = SIGNS[name];
    if (sign !== undefined) return sign === '' ? [] : [{ text: sign, stands }];
    if (WORDS.has(name)) return this.readWords(stands);
    if (name === 'frac') return [...this.readPart(stands), { text: '/', stands }, ...this.readPart(stands)];
    if (name === 'sqrt') return [{ text: '√', stands }, ...this.readPart(stands)];
    this.failed = true;
    return [];
  }

  /** Words between braces, blanks kept. */
  private readWords(stands: FormulaPiece['stands']): FormulaPiece[] {
    const words = /^\s*\{([^{}]*)\}/.exec(this.source.slice(this.at));
    if (words === null) this.failed = true;
    this.at += words?.[0].length ?? 0;
    return [{ text: words?.[1] ?? '', stands }];
  }

  /** A part of a fraction or under a root, in brackets where it is more than one sign or number. */
  private readPart(stands: FormulaPiece['stands']): FormulaPiece[] {
    while (this.source[this.at] === ' ') this.at += 1;
    const pieces = this.isAtEnd() ? [] : this.readToken(stands);
    if (pieces.length === 0) this.failed = true;
    const isPlain = /^[\p{L}\p{N}.]*$/u.test(pieces.map(({ text }) => text).join(''));
    return isPlain ? pieces : [{ text: '(', stands }, ...pieces, { text: ')', stands }];
  }
}

function joinAlike(pieces: readonly FormulaPiece[]): FormulaPiece[] {
  const joined: FormulaPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.stands === piece.stands) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
