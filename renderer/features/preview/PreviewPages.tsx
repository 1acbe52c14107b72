import { type CSSProperties, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PageLook, PageSheet } from '../../../shared/document/page/pageLook';
import { TWIPS_PER_PIXEL } from '../../../shared/document/pageGeometry';
import { PAGE_CSS } from '../../../shared/document/page/pageStyles';
import type { PagePart } from '../../../shared/document/page/writePage';
import { useWords } from '../../ui/language';
import { replaceChanged } from './replaceChanged';

type PreviewPagesProps = { parts: readonly PagePart[]; look: PageLook; followed: string | null; onPages: (count: number) => void };

/** Parts of one direction of paper, one after another. */
type Run = { landscape: boolean; htmls: string[] };

/** The pages one below another. The browser itself breaks them, by the same rules it prints by. */
export function PreviewPages({ parts, look, followed, onPages }: PreviewPagesProps) {
  const desk = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(0.4);
  const [counts, setCounts] = useState<readonly number[]>([]);
  const sheetPx = look.sheet.widthTwips / TWIPS_PER_PIXEL;
  const runs = useMemo(() => groupRuns(parts), [parts]);
  useEffect(() => {
    const element = desk.current;
    if (!element) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setZoom(Math.min(1.2, Math.max(0.2, (entry.contentRect.width - 24) / sheetPx))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [sheetPx]);
  const total = counts.slice(0, runs.length).reduce((sum, count) => sum + count, 0);
  useEffect(() => onPages(total), [total, onPages]);
  const following = useRef<Following>({ question: null, by: 'heading' });
  useEffect(() => {
    if (following.current.question !== followed) following.current = { question: followed, by: 'heading' };
    if (followed === null || total === 0 || following.current.by !== 'heading') return;
    const heading = desk.current?.querySelector(`[id="${CSS.escape(followed)}"]`);
    if (heading && desk.current) scrollTo(desk.current, heading, FOLLOW_MARGIN_PX * zoom);
  }, [followed, total, zoom]);
  const followWriting = (written: readonly Element[]) => {
    const frame = desk.current;
    const [first] = written;
    if (!frame || !first || written.length > WRITTEN_PARTS || following.current.by === 'hand') return;
    following.current.by = 'writing';
    if (!isInView(frame, first)) scrollTo(frame, first, frame.clientHeight / 3);
  };
  const stay = () => void (following.current.by = 'hand');
  return (
    // The pages are read, and scrolled by keyboard as any long text is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="preview-desk" ref={desk} tabIndex={0} onWheel={stay} onPointerDown={stay} onKeyDown={stay}>
      <div style={{ zoom }}>
        {runs.map((run, index) => (
          <PageRun
            key={index}
            run={run}
            look={look}
            onWritten={followWriting}
            firstPage={1 + counts.slice(0, index).reduce((sum, count) => sum + count, 0)}
            onCount={(count) => setCounts((old) => (old[index] === count ? old : Object.assign([...old], { [index]: count })))}
          />
        ))}
      </div>
    </div>
  );
}

/** What decides where the pages stand: the question one came to, what is written in it, or the reader's own scrolling until the next question. */
type Following = { question: string | null; by: 'heading' | 'writing' | 'hand' };

/** The room left above a heading that is followed. */
const FOLLOW_MARGIN_PX = 48;
/** More parts than this are another document, not something written. */
const WRITTEN_PARTS = 6;

function scrollTo(frame: HTMLElement, element: Element, marginPx: number): void {
  frame.scrollTop += element.getBoundingClientRect().top - frame.getBoundingClientRect().top - marginPx;
}

function isInView(frame: HTMLElement, element: Element): boolean {
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}

type PageRunProps = {
  run: Run;
  look: PageLook;
  firstPage: number;
  /** New parts of a run already shown. */
  onWritten: (written: readonly Element[]) => void;
  onCount: (count: number) => void;
};

function PageRun({ run, look, firstPage, onWritten, onCount }: PageRunProps) {
  const { say } = useWords();
  const flow = useRef<HTMLDivElement>(null);
  const shown = useRef<string[]>([]);
  const [count, setCount] = useState(1);
  const recount = useEffectEvent(() => {
    const pages = countPages(flow.current!);
    setCount(pages);
    onCount(pages);
  });
  const tellWritten = useEffectEvent(onWritten);
  useLayoutEffect(() => {
    setPageStyles(look.css);
    const isFirst = shown.current.length === 0;
    const written = replaceChanged(flow.current!, shown.current, run.htmls);
    shown.current = run.htmls;
    recount();
    if (!isFirst) tellWritten(written);
  }, [run, look]);
  useEffect(() => {
    // Fonts arrive after the text and move it.
    const observer = new ResizeObserver(() => recount());
    observer.observe(flow.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div className="page-run" style={measureSheet(look.sheet, run.landscape)}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="page-sheet" role="img" aria-label={say('preview.page', { page: firstPage + index })}>
          <span className="page-number">{firstPage + index}</span>
        </div>
      ))}
      <div ref={flow} className="page page-flow" lang="zh-CN" />
    </div>
  );
}

/** Pages a flow has: its columns, wherever they stand. */
function countPages(flow: HTMLElement): number {
  const { columnHeight, rowGap } = readMeasures(flow);
  return Math.max(1, Math.round((flow.scrollHeight + rowGap) / (columnHeight + rowGap)));
}

function readMeasures(flow: HTMLElement): { columnHeight: number; rowGap: number } {
  const style = getComputedStyle(flow);
  return {
    columnHeight: Number.parseFloat(style.getPropertyValue('column-height')) || flow.clientHeight,
    rowGap: Number.parseFloat(style.rowGap) || 0,
  };
}

function groupRuns(parts: readonly PagePart[]): Run[] {
  const runs: Run[] = [];
  for (const { landscape, html } of parts) {
    const last = runs.at(-1);
    if (last?.landscape === landscape) last.htmls.push(html);
    else runs.push({ landscape, htmls: [html] });
  }
  return runs;
}

/** Sides of a sheet as the stylesheet counts them; a turned one has the margins it had upright. */
function measureSheet({ widthTwips, heightTwips, top, right, bottom, left }: PageSheet, isTurned: boolean): CSSProperties {
  const sides = isTurned ? [heightTwips, widthTwips, left, top, right, bottom] : [widthTwips, heightTwips, top, right, bottom, left];
  const names = ['width', 'height', 'top', 'right', 'bottom', 'left'];
  return Object.fromEntries(names.map((name, at) => [`--sheet-${name}`, `${sides[at]! / TWIPS_PER_PIXEL}px`])) as CSSProperties;
}

let sheet: CSSStyleSheet | null = null;
let shownCss: string | null = null;

/** The styles of pages, kept once for the window, before anything is measured. */
function setPageStyles(css: string): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  if (css !== shownCss) sheet.replaceSync(PAGE_CSS + css);
  shownCss = css;
}
