import { diffTexts, mapOffset } from '../textDiff';
import { PLAIN, type Revision } from './reviewedDocument';
import type { TextEdit } from './textEdits';

/** A figure in a sent paragraph; places count in its text. */
export type SentFigure = { tag: string; from: number; to: number };

/** What a reviewer would have a figure say; empty when it is to go, its own words when an editor only wrote it anew. */
export type FigureEdit = { figure: SentFigure; proposed: string; revision: Revision | null; revisions: Revision[] };

type TextChange = Extract<TextEdit, { kind: 'delete' | 'insert' }>;

/** What would make another number of the one it is typed behind: more digits, a unit, a power of ten. */
const GOES_ON = /^(?:[.,]?\d|[%％万亿千百])/;

/**
 * Takes edits that touch figures out of a paragraph's edits: each figure whose words would change, by author; who came later saw what the earlier ones had
 * done. What the same edit does beside the figure stays an edit of text, and a figure an editor only wrote anew stays as it is.
 */
export function separateFigureEdits(
  text: string,
  figures: readonly SentFigure[],
  edits: readonly TextEdit[],
): { edits: TextEdit[]; figureEdits: FigureEdit[] } {
  let rest = [...edits];
  const figureEdits: FigureEdit[] = [];
  for (const figure of figures) {
    let former: TextChange[] = [];
    for (const author of listAuthors(rest)) {
      const own = rest.filter((edit): edit is TextChange => isTextChange(edit) && (edit.revision?.author ?? null) === author);
      const touching = findTouching(text, figure, [...former, ...own]).filter((edit) => own.includes(edit));
      const cuts = former.flatMap(listCuts).filter((revision) => revision.author === author);
      if (touching.length + cuts.length === 0) continue;
      const standing = former.map((edit) => withoutCuts(edit, author));
      const settled = former.length === 0 ? settleFigure(text, figure, touching) : settleAfter(text, figure, standing, touching, cuts);
      if (settled === null) continue;
      former = [...standing, ...touching];
      rest = [...rest.filter((edit) => !touching.includes(edit as TextChange)), ...settled.edits];
      if (settled.edit) figureEdits.push(settled.edit);
    }
  }
  return { edits: rest, figureEdits };
}

/** Who edited a text, in the order in which they began; null first, who did not track. */
function listAuthors(edits: readonly TextEdit[]): (string | null)[] {
  const signed = edits.filter(isTextChange).flatMap((edit) => [...edit.revisions, ...listCuts(edit)]);
  const times = signed.toSorted((a, b) => compareTimes(a.at, b.at)).map(({ author }) => author);
  return [...new Set([null, ...times])];
}

function compareTimes(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

/** What others take out of what an edit puts in. */
function listCuts(edit: TextChange): Revision[] {
  return edit.kind === 'insert' ? edit.texts.flatMap(({ deleted }) => deleted) : [];
}

function withoutCuts(edit: TextChange, author: string | null): TextChange {
  if (edit.kind === 'delete') return edit;
  return { ...edit, texts: edit.texts.filter(({ deleted }) => !deleted.some((cut) => cut.author === author)) };
}

/** What somebody would have a figure say that others changed before. */
function settleAfter(
  text: string,
  figure: SentFigure,
  former: readonly TextChange[],
  touching: readonly TextChange[],
  cuts: readonly Revision[],
): { edits: TextEdit[]; edit: FigureEdit } {
  const { from, to } = figure;
  const start = Math.min(from, ...[...former, ...touching].map(getStart));
  const end = Math.max(to, ...[...former, ...touching].map(getEnd));
  const proposed = findImage(text, { start, end }, figure, applyTo(text, start, end, [...former, ...touching])).trim();
  const revisions = [...touching.flatMap((edit) => edit.revisions), ...cuts];
  const edits = touching.flatMap((edit): TextEdit[] => {
    if (edit.kind === 'insert') return edit.at < from || edit.at > to ? [edit] : [];
    const rests = [
      { ...edit, to: Math.min(edit.to, from) },
      { ...edit, from: Math.max(edit.from, to) },
    ];
    return rests.filter((rest) => rest.from < rest.to);
  });
  return { edits, edit: { figure, proposed, revision: revisions[0] ?? null, revisions } };
}

function getStart(edit: TextChange): number {
  return edit.kind === 'delete' ? edit.from : edit.at;
}

function getEnd(edit: TextChange): number {
  return edit.kind === 'delete' ? edit.to : edit.at;
}

/** What stands in a figure's place once a range around it reads otherwise. */
function findImage(text: string, { start, end }: { start: number; end: number }, { from, to }: SentFigure, after: string): string {
  const hunks = diffTexts(text.slice(start, end), after);
  const image = extendNumber(after, mapOffset(hunks, from - start, 'before'), mapOffset(hunks, to - start, 'after'));
  return after.slice(image.from, image.to);
}

function isTextChange(edit: TextEdit): edit is TextChange {
  return edit.kind === 'delete' || edit.kind === 'insert';
}

function getText(edit: Extract<TextEdit, { kind: 'insert' }>): string {
  return edit.texts.map((one) => one.text).join('');
}

/** Deletions that reach into a figure, and insertions inside it, in its place, or glued to it so that it would read as another number. */
function findTouching(text: string, { from, to, tag }: SentFigure, edits: readonly TextChange[]): TextChange[] {
  const deletions = edits.filter((edit) => edit.kind === 'delete' && edit.from < to && edit.to > from);
  const insertions = edits.filter((edit) => {
    if (edit.kind !== 'insert') return false;
    if (edit.at > from && edit.at < to) return true;
    if (deletions.some((one) => one.kind === 'delete' && edit.at >= one.from && edit.at <= one.to)) return true;
    if (edit.at !== from && edit.at !== to) return false;
    const added = getText(edit);
    if (edit.at === from) return /[\d.,-]/.test(added.at(-1) ?? '') && /\d/.test(text[from] ?? '');
    return GOES_ON.test(added) && (edit.texts.every(({ figure }) => figure === tag) || /\d/.test(text[to - 1] ?? ''));
  });
  return [...deletions, ...insertions];
}

/** Null: the figure goes with the sentence around it, which is an edit of text. */
function settleFigure(
  text: string,
  figure: SentFigure,
  touching: readonly TextChange[],
): { edits: TextEdit[]; edit: FigureEdit | null } | null {
  const { from, to } = figure;
  const revision = touching.find((edit) => edit.revision)?.revision ?? null;
  const revisions = touching.flatMap((edit) => edit.revisions);
  const start = Math.min(from, ...touching.map(getStart));
  const end = Math.max(to, ...touching.map(getEnd));
  const after = applyTo(text, start, end, touching);
  const before = text.slice(start, end);
  const isGone = after.trim() === '' && touching.every((edit) => edit.kind === 'delete') && start < from && end > to;
  const isInLongCut = after === '' && end - start > 2 * (to - from) + 8;
  if (isGone || isInLongCut) return null;
  const shown = text.slice(from, to);
  const toEdits = (places: readonly { from: number; to: number; text: string }[]) =>
    places.flatMap((place): TextEdit[] => [
      ...(place.from < place.to ? [{ kind: 'delete' as const, from: place.from, to: place.to, revision, revisions }] : []),
      ...(place.text === ''
        ? []
        : [
            {
              kind: 'insert' as const,
              at: place.to,
              texts: [{ text: place.text, style: PLAIN, figure: null, deleted: [] }],
              revision,
              revisions,
            },
          ]),
    ]);
  if (start === from && end === to) {
    return { edits: [], edit: { figure, proposed: after.trim(), revision, revisions } };
  }
  const hunks = diffTexts(before, after);
  const [low, high] = [from - start, to - start];
  const image = extendNumber(after, mapOffset(hunks, low, 'before'), mapOffset(hunks, high, 'after'));
  const inAfter = after.slice(image.from, image.to);
  if (inAfter === shown || (after.includes(shown) && !hunks.some((hunk) => hunk.from < high && hunk.to > low))) {
    const outside = hunks.filter((hunk) => hunk.to <= low || hunk.from >= high);
    return { edits: toEdits(outside.map((hunk) => ({ ...hunk, from: hunk.from + start, to: hunk.to + start }))), edit: null };
  }
  const beside = [
    ...diffTexts(before.slice(0, low), after.slice(0, image.from)).map((hunk) => ({
      ...hunk,
      from: hunk.from + start,
      to: hunk.to + start,
    })),
    ...diffTexts(before.slice(high), after.slice(image.to)).map((hunk) => ({ ...hunk, from: hunk.from + to, to: hunk.to + to })),
  ];
  return { edits: toEdits(beside), edit: { figure, proposed: inAfter.trim(), revision, revisions } };
}

/** Words of a range with one author's edits carried out. */
function applyTo(text: string, start: number, end: number, edits: readonly TextChange[]): string {
  let out = '';
  for (let at = start; at <= end; at++) {
    for (const edit of edits) if (edit.kind === 'insert' && edit.at === at) out += getText(edit);
    if (at === end) break;
    const isGone = edits.some((edit) => edit.kind === 'delete' && edit.from <= at && at < edit.to);
    if (!isGone) out += text[at]!;
  }
  return out;
}

/** A range drawn out to the whole of the numbers at its ends. */
function extendNumber(text: string, from: number, to: number): { from: number; to: number } {
  let [low, high] = [Math.min(from, text.length), Math.max(from, Math.min(to, text.length))];
  const isPart = (at: number) =>
    /[\d%％]/.test(text[at] ?? '') || (/[.,]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''));
  if (low < high) {
    while (low > 0 && isPart(low) && isPart(low - 1)) low--;
    while (high < text.length && isPart(high) && isPart(high - 1)) high++;
  }
  return { from: low, to: high };
}
