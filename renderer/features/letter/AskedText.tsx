import { useEffect, useRef } from 'react';
import type { Item, Question } from '../../../shared/domain/letter';
import { findItemParagraphs } from './itemParagraphs';

/** The question as the letter asks it, character for character; the item in hand is marked at its side. Mount it anew for another item. */
export function AskedText({ question, item }: { question: Question; item: Item | null }) {
  const paragraphs = question.text.split('\n');
  const marked = item ? findItemParagraphs(paragraphs, question.items, item) : null;
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Newer engines return a promise here, which must not become the effect's clean-up.
    first.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div id="asked-text" className="asked scroll" lang="zh-CN">
      {paragraphs.map((paragraph, index) => {
        const inItem = marked !== null && index >= marked.from && index < marked.to;
        return (
          <p key={index} ref={index === marked?.from ? first : undefined} className={inItem ? 'asked-item' : undefined}>
            {paragraph}
          </p>
        );
      })}
    </div>
  );
}
