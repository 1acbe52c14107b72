import type { FilingInline } from '../../../../../shared/document/filingBlock';
import type { ReviewMarks } from '../../../../../shared/document/reviewCopy/reviewMarks';
import type { StyleChange } from '../../../../../shared/domain/review';
import { toBookmark } from '../../../../../shared/review/word/wordTags';
import { assert } from '../../../../../shared/util/assert';
import { writeInlines } from '../inlines';
import { escapeXml } from '../xml';
import { type ReviewIds, toDeleted, wrapBlock, wrapRuns, writeAuthorship, writeBookmark, writeCommentRange } from './reviewIds';

/** Stands for the runs while the paragraph around them is written as in any other document. */
export const RUNS_MARK = '\ue000';
const MARKED_RUN = new RegExp(`<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>${RUNS_MARK}</w:t></w:r>`);
const PROPERTIES = /^<w:p><w:pPr>.*?<\/w:pPr>/;

/** Id of the character style of figures with a source. */
export const CITED_STYLE = 'CitedFigure';

/** Word cuts a longer tip off. */
const LONGEST_TIP = 250;

/** A paragraph for reviewers. `frame` is the paragraph written with RUNS_MARK as its only text. */
export function writeReviewParagraph(frame: string, inlines: readonly FilingInline[], marks: ReviewMarks, ids: ReviewIds): string {
  const [before, after] = frame.split(MARKED_RUN);
  assert(before !== undefined && after !== undefined, 'a paragraph is written around its runs');
  const properties = PROPERTIES.exec(before)?.[0];
  assert(properties !== undefined, 'a paragraph begins with its properties');
  const parts = new ParagraphWriter(inlines, marks, ids).write();
  const paragraphs = parts.map((runs, index) => {
    const by = index < parts.length - 1 ? marks.splits[index]!.by : marks.mark?.by;
    const change = index < parts.length - 1 ? 'ins' : marks.mark?.change;
    const mark = by === undefined ? '' : `<w:rPr><w:${change} ${writeAuthorship(by, ids)}/></w:rPr>`;
    const start = (index === 0 ? before : properties).replace('</w:pPr>', `${mark}</w:pPr>`);
    return `${start}${runs}${index === 0 ? after : '</w:p>'}`;
  });
  const [first = ''] = paragraphs;
  if (marks.tag === null) return paragraphs.join('');
  const [start, end] = writeBookmark(toBookmark(marks.tag), ids);
  const at = PROPERTIES.exec(first)![0].length;
  paragraphs[0] = first.slice(0, at) + start + first.slice(at);
  const last = paragraphs.at(-1)!;
  paragraphs[paragraphs.length - 1] = `${last.slice(0, -'</w:p>'.length)}${end}</w:p>`;
  return wrapBlock(paragraphs.join(''), marks.tag, ids);
}

/** Writes the runs of a paragraph; each proposed division begins a new part. */
class ParagraphWriter {
  constructor(
    private readonly inlines: readonly FilingInline[],
    private readonly marks: ReviewMarks,
    private readonly ids: ReviewIds,
  ) {}

  write(): string[] {
    const { marks } = this;
    marks.splits.sort((a, b) => a.at - b.at);
    const length = this.inlines.reduce((sum, inline) => sum + getLength(inline), 0);
    const ranges = [...marks.figures, ...marks.comments, ...marks.deletions, ...marks.formats];
    const edges = [...ranges.flatMap(({ from, to }) => [from, to]), ...[...marks.insertions, ...marks.splits].map(({ at }) => at)];
    const places = [...new Set([0, length, ...edges])].toSorted((a, b) => a - b);
    const parts = [''];
    const add = (xml: string) => void (parts[parts.length - 1] += xml);
    let figure = null as { mark: ReviewMarks['figures'][number]; content: string } | null;
    for (const [index, at] of places.entries()) {
      if (figure?.mark.to === at) {
        add(this.wrapFigure(figure.content, figure.mark));
        figure = null;
      }
      const point = this.writePoint(at);
      if (figure) figure.content += point;
      else add(point);
      if (figure === null && marks.splits.some((split) => split.at === at)) parts.push('');
      const starts = this.startComments(at);
      const opened: ReviewMarks['figures'][number] | undefined = marks.figures.find(({ from, to }) => from === at && to > at);
      if (figure) figure.content += starts;
      else add(starts);
      if (opened && figure === null) figure = { mark: opened, content: '' };
      const next = places[index + 1];
      if (next === undefined) break;
      const span = this.writeSpan(at, next, figure !== null);
      if (figure) figure.content += span;
      else add(span);
    }
    return parts;
  }

  private startComments(at: number): string {
    const started = this.marks.comments.filter(({ from, to }) => from === at && to > at);
    return started.map(({ comment }) => writeCommentRange(comment)[0]).join('');
  }

  /** What stands between two characters: ends of remarks, then proposed text. */
  private writePoint(at: number): string {
    const { marks, ids } = this;
    const ended = marks.comments.filter(({ to }) => to === at);
    const ends = ended.map(({ from, to, comment }) =>
      writeCommentRange(comment)
        .slice(from === to ? 0 : 1)
        .join(''),
    );
    const inserted = marks.insertions
      .filter((one) => one.at === at)
      .map(({ inlines, by }) => `<w:ins ${writeAuthorship(by, ids)}>${writeInlines(inlines)}</w:ins>`);
    return ends.join('') + inserted.join('');
  }

  private writeSpan(from: number, to: number, isFigure: boolean): string {
    const { marks, ids } = this;
    const covers = (range: { from: number; to: number }) => range.from <= from && to <= range.to;
    const deletion = marks.deletions.find(covers);
    const inlines = sliceInlines(this.inlines, from, to);
    let runs = writeInlines(deletion ? inlines.map(dropReference) : inlines);
    if (isFigure) runs = addToRuns(runs, (properties) => `<w:rStyle w:val="${CITED_STYLE}"/>${properties}`);
    const format = marks.formats.find(covers);
    if (format) {
      runs = addToRuns(
        runs,
        (old) => `${applyStyle(old, format.style)}<w:rPrChange ${writeAuthorship(format.by, ids)}><w:rPr>${old}</w:rPr></w:rPrChange>`,
      );
    }
    return deletion ? `<w:del ${writeAuthorship(deletion.by, ids)}>${toDeleted(runs)}</w:del>` : runs;
  }

  /** A figure's name twice, and its source as a tip; the tip belongs to a link that leads to the figure itself. */
  private wrapFigure(content: string, { tag, tip }: ReviewMarks['figures'][number]): string {
    const bookmark = toBookmark(tag);
    const [start, end] = writeBookmark(bookmark, this.ids);
    const text = tip.length > LONGEST_TIP ? `${tip.slice(0, LONGEST_TIP - 1)}…` : tip;
    const linked = text === '' ? content : `<w:hyperlink w:anchor="${bookmark}" w:tooltip="${escapeXml(text)}">${content}</w:hyperlink>`;
    return wrapRuns(start + linked + end, tag, text.slice(0, 60), this.ids);
  }
}

/** Words that are proposed to go are no longer a field. */
function dropReference(inline: FilingInline): FilingInline {
  if (inline.type !== 'text') return inline;
  const { refersTo: _, ...text } = inline;
  return text;
}

function getLength(inline: FilingInline): number {
  return inline.type === 'text' ? inline.text.length : 1;
}

function sliceInlines(inlines: readonly FilingInline[], from: number, to: number): FilingInline[] {
  let start = 0;
  return inlines.flatMap((inline): FilingInline[] => {
    const own = start;
    start += getLength(inline);
    if (start <= from || own >= to) return [];
    return [inline.type === 'text' ? { ...inline, text: inline.text.slice(Math.max(0, from - own), to - own) } : inline];
  });
}

const RUN_START = /<w:r>(?:<w:rPr>((?:(?!<\/w:rPr>).)*)<\/w:rPr>)?/g;

/** The runs with their properties changed. */
function addToRuns(runs: string, change: (properties: string) => string): string {
  return runs.replace(RUN_START, (_, properties: string | undefined) => `<w:r><w:rPr>${change(properties ?? '')}</w:rPr>`);
}

/** How each style stands among run properties. */
const STYLE_TAGS: Readonly<Record<keyof StyleChange, RegExp>> = {
  bold: /<w:b\/><w:bCs\/>/,
  italic: /<w:i\/><w:iCs\/>/,
  underline: /<w:u w:val="single"\/>/,
  sub: /<w:vertAlign w:val="subscript"\/>/,
  sup: /<w:vertAlign w:val="superscript"\/>/,
};

/** Run properties with styles set or taken away, in the order the schema asks for. */
function applyStyle(properties: string, style: StyleChange): string {
  const has = (name: keyof StyleChange) => style[name] ?? STYLE_TAGS[name].test(properties);
  const kept = Object.values(STYLE_TAGS).reduce((rest, tag) => rest.replace(tag, ''), properties);
  return (
    kept +
    (has('bold') ? '<w:b/><w:bCs/>' : '') +
    (has('italic') ? '<w:i/><w:iCs/>' : '') +
    (has('underline') ? '<w:u w:val="single"/>' : '') +
    (has('sub') ? '<w:vertAlign w:val="subscript"/>' : has('sup') ? '<w:vertAlign w:val="superscript"/>' : '')
  );
}
