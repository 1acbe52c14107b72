const PAGE_LINE =
  /^\s*(?:[-–—]\s*(\d{1,4})\s*[-–—]|第\s*(\d{1,4})\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|(\d{1,4})\s*\/\s*\d{1,4}|(\d{1,4}))\s*$/;
const CANDIDATES_PER_PAGE = 40;
/** What a letter of one page ends with before its page number. */
const ENDS_LETTER = /[日。]$/;
/** What follows or precedes a number that counts something: such a number is a page number only when nothing better is near. */
const COUNTS_FORWARD = /^ (?:[年月日亿万元%％个名家倍股项条号期次款人吨米天层栋辆笔份类种届%]|[-–—至、，。；])/;
/** Month and day: never a page number, unless a page ended between 10 and 月. */
const PART_OF_DATE = /^ (?:月 ?\d|日)/;
const COUNTS_BACKWARD = /[第前近约至和及、，\-–—.客户项目编号]$/;

/** Lines without those that are page numbers: bare numbers that rise from line to line, and forms such as - 3 - or 第 3 页. */
export function dropPageNumberLines(lines: readonly string[]): string[] {
  let expected: number | null = null;
  return lines.filter((line) => {
    if (line.length > 24) return true;
    const match = PAGE_LINE.exec(line);
    if (!match) return true;
    const page = Number(match[1] ?? match[2] ?? match[3] ?? match[4]);
    if (match[4] === undefined) return false;
    if (page !== (expected ?? 1)) return true;
    expected = page + 1;
    return false;
  });
}

/**
 * The text without page numbers that stand in the running text between spaces. They must form a whole series 1, 2, 3… (or 2, 3…) at page-like
 * distances that ends with the text; else nothing is removed.
 */
export function dropPageNumberTokens(text: string): string {
  const end = /(?:^|\s)(\d{1,3})\s*$/.exec(text.slice(-8));
  if (!end) return text;
  const pages = Number(end[1]);
  const body = text.trimEnd();
  const lastStart = body.length - end[1]!.length;
  if (pages < 1 || pages > 300 || body.length / pages < 120) return text;
  const places = pages === 1 ? (ENDS_LETTER.test(body.slice(0, lastStart).trimEnd()) ? [] : null) : placeSeries(body, pages, lastStart);
  if (!places) return text;
  let kept = '';
  let from = 0;
  for (const { start, length } of places) {
    kept += body.slice(from, start).trimEnd();
    const before = kept.charAt(kept.length - 1);
    const after = body
      .slice(start + length)
      .trimStart()
      .charAt(0);
    kept += /[。；：！？]/.test(before) || isNarrow(before) || isNarrow(after) ? ' ' : '';
    from = start + length;
    while (body.charAt(from) === ' ') from++;
  }
  return kept + body.slice(from, lastStart).trimEnd();
}

type Candidate = { start: number; length: number; penalty: number; cost: number; from: Candidate | null };

/** A first page may be printed without its number, when others show the series. */
function placeSeries(text: string, pages: number, lastStart: number): { start: number; length: number }[] | null {
  return placePages(text, 1, pages, lastStart) ?? (pages > 2 ? placePages(text, 2, pages, lastStart) : null);
}

/** Places of the numbers from `first` to the last but one; a first page may be printed without its number. */
function placePages(text: string, first: number, pages: number, lastStart: number): { start: number; length: number }[] | null {
  const byPage = new Map<number, Candidate[]>();
  for (const match of text.matchAll(/(?<=\s)\d{1,3}(?=\s)/g)) {
    const page = Number(match[0]);
    if (page < first || page >= pages || match.index >= lastStart) continue;
    const list = byPage.get(page) ?? [];
    byPage.set(page, list);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 4);
    const before = text.slice(Math.max(0, match.index - 3), match.index).trimEnd();
    if (PART_OF_DATE.test(after) && !/\d$/.test(before)) continue;
    const penalty = (COUNTS_FORWARD.test(after) ? 1 : 0) + (COUNTS_BACKWARD.test(before) || /[0-9a-zA-Z]$/.test(before) ? 1 : 0);
    if (list.length < CANDIDATES_PER_PAGE) list.push({ start: match.index, length: match[0].length, penalty, cost: Infinity, from: null });
  }
  const ideal = lastStart / (pages - 0.4);
  let previous: Candidate[] = [{ start: 0, length: 0, penalty: 0, cost: 0, from: null }];
  for (let page = first; page < pages; page++) {
    const candidates = byPage.get(page) ?? [];
    for (const candidate of candidates) {
      for (const before of previous) {
        const stretch = (candidate.start - before.start) / ideal;
        if (stretch < 0.3 || stretch > 2.4) continue;
        const cost = before.cost + Math.log(stretch) ** 2 * 2 + candidate.penalty;
        if (cost < candidate.cost) {
          candidate.cost = cost;
          candidate.from = before;
        }
      }
    }
    previous = candidates.filter((candidate) => candidate.cost < Infinity);
    if (previous.length === 0) return null;
  }
  let best: Candidate | null = previous.reduce((a, b) => (b.cost < a.cost ? b : a));
  const chain: Candidate[] = [];
  for (; best?.from; best = best.from) chain.unshift(best);
  return chain;
}

function isNarrow(character: string): boolean {
  return character !== '' && character.charCodeAt(0) < 0x2000;
}
