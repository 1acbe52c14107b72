import type { RefObject } from 'react';
import type { QuestionId } from '../../../../shared/domain/ids';
import type { TextSpan } from '../../../../shared/letter/askedParts';

type OriginalPaneProps = {
  label: string;
  text: string;
  spans: ReadonlyMap<QuestionId, TextSpan>;
  /** The words in hand on the other side. */
  marked: TextSpan | null;
  scrollRef: RefObject<HTMLDivElement | null>;
};
import { scrollIntoSight } from './scrollIntoSight';

/** A letter's text as received, page breaks and all; the words in hand on the other side are marked. */
export function OriginalPane({ label, text, spans, marked, scrollRef }: OriginalPaneProps) {
  const starts = new Map([...spans].map(([questionId, { start }]) => [start, questionId]));
  const cuts = [...new Set([0, text.length, ...starts.keys(), ...(marked ? [marked.start, marked.end] : [])])].sort((a, b) => a - b);
  return (
    <div ref={scrollRef} className="desk-original scroll" role="document" aria-label={label} lang="zh-CN" tabIndex={0}>
      {cuts.slice(0, -1).map((from, index) => {
        const words = text.slice(from, cuts[index + 1]);
        const question = starts.get(from);
        const isMarked = marked !== null && from >= marked.start && from < marked.end;
        return isMarked ? (
          <mark key={`mark${from}`} ref={from === marked.start ? scrollIntoSight : undefined} data-place={question}>
            {words}
          </mark>
        ) : (
          <span key={from} data-place={question}>
            {words}
          </span>
        );
      })}
    </div>
  );
}
