import { useEffect, useRef } from 'react';
import type { Item, Question } from '../../../shared/domain/letter';
import type { QuotedReply } from '../../../shared/letter/quotedReplies';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';
import { findItemParagraphs } from './itemParagraphs';

type Piece = { words: string; quote: QuotedReply | null };

/** A paragraph beginning at `start` of its question, cut where it quotes a former reply. */
function cutQuotes(paragraph: string, start: number, quotes: readonly QuotedReply[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const quote of quotes) {
    const [from, to] = [quote.from - start, quote.to - start];
    if (from < at || to > paragraph.length) continue;
    pieces.push({ words: paragraph.slice(at, from), quote: null }, { words: paragraph.slice(from, to), quote });
    at = to;
  }
  return [...pieces, { words: paragraph.slice(at), quote: null }].filter(({ words }) => words !== '');
}

/** The question as the letter asks it, character for character; the item in hand is marked at its side. Mount it anew for another item. */
export function AskedText({ question, item }: { question: Question; item: Item | null }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value } = useQuery('letter:quotes', {});
  const quotes = value?.filter(({ questionId }) => questionId === question.questionId) ?? [];
  const paragraphs = question.text.split('\n');
  const starts = paragraphs.map((_, index) => paragraphs.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0));
  const marked = item ? findItemParagraphs(paragraphs, question.items, item) : null;
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Newer engines return a promise here, which must not become the effect's clean-up.
    first.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div id="asked-text" className="asked scroll" lang="zh-CN">
      {question.partHeading === null ? null : <p className="asked-part">{question.partHeading}</p>}
      {paragraphs.map((paragraph, index) => {
        const inItem = marked !== null && index >= marked.from && index < marked.to;
        return (
          <p key={index} ref={index === marked?.from ? first : undefined} className={inItem ? 'asked-item' : undefined}>
            {cutQuotes(paragraph, starts[index]!, quotes).map(({ words, quote }, at) =>
              quote ? (
                <LinkButton
                  key={at}
                  onPress={() => go({ type: 'openQuestion', questionId: quote.source.questionId, blockId: quote.source.blockId })}
                >
                  <span className="asked-quote" title={`${say('rounds.quoted')}：${quote.source.text}`}>
                    {words}
                  </span>
                </LinkButton>
              ) : (
                words
              ),
            )}
          </p>
        );
      })}
    </div>
  );
}
