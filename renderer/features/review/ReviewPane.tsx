import { type KeyboardEvent, useRef, useState } from 'react';
import type { ChangeId } from '../../../shared/domain/ids';
import type { ReviewChange } from '../../../shared/domain/review';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';
import { useCaretChanges } from '../../workspace/reviewCaret';
import { useNameTarget } from '../../workspace/useLinkTable';
import { ReviewFilters } from './ReviewFilters';
import { filterItems, listDecidable, type ReviewFilter, type ReviewItem, toItems } from './reviewItems';
import { ReviewRow } from './ReviewRow';
import { QuestionComment } from './QuestionComment';
import { useReviewTasks } from './useReviewTasks';
import './review.css';

const COLOURS = 6;
const NOTHING: Omit<ReviewFilter, 'questionId'> = { author: null, kind: null, state: 'open' };

/** Every comment and suggestion, those that found no place included: filtered, followed by the caret, decided one by one or together. */
export function ReviewPane() {
  const { say } = useWords();
  const { at } = useNavigator();
  const { value: review } = useQuery('review:list', { questionId: null });
  const nameTarget = useNameTarget();
  const caret = useCaretChanges();
  const tasks = useReviewTasks();
  const [chosen, setChosen] = useState<{ changeId: ChangeId; caret: readonly ChangeId[] } | null>(null);
  const [scope, setScope] = useState<'question' | 'all'>('question');
  const [filter, setFilter] = useState(NOTHING);
  const list = useRef<HTMLOListElement>(null);
  const here = at.centre.view === 'question' ? at.centre.questionId : null;
  if (review === null) return null;

  const items = toItems(review);
  const shown = filterItems(items, { ...filter, questionId: scope === 'question' ? here : null });
  const authors = [...new Set(review.map(({ change }) => change.author))].sort();
  const others = [...new Set(review.filter(({ mine }) => !mine).map(({ change }) => change.author))];
  const kinds = [...new Set(items.map(({ head }) => head.change.payload.kind))];
  const decidable = listDecidable(shown);
  const atCaret = shown.find(({ head }) => caret.includes(head.change.changeId))?.head.change.changeId;
  // A choice in the list holds until the caret moves on; then the list follows the caret.
  const held = chosen?.caret === caret ? chosen.changeId : atCaret;
  const current = (shown.find(({ head }) => head.change.changeId === held) ?? shown[0])?.head.change.changeId;
  const nameQuestion = ({ anchor: { questionId } }: ReviewChange) =>
    questionId === null ? null : nameTarget({ questionId, itemId: null });

  function show(item: ReviewItem) {
    setChosen({ changeId: item.head.change.changeId, caret });
    tasks.show(item.head);
  }

  function onKey(event: KeyboardEvent) {
    const index = shown.findIndex(({ head }) => head.change.changeId === current);
    const item = shown[index];
    if (!item || event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLLIElement)) return;
    const { change, state } = item.head;
    const isComment = change.payload.kind === 'comment';
    const key = event.key.toLowerCase();
    if (key === 'arrowdown' || key === 'arrowup') {
      const next = shown[Math.min(shown.length - 1, Math.max(0, index + (key === 'arrowdown' ? 1 : -1)))]!;
      setChosen({ changeId: next.head.change.changeId, caret });
      list.current?.querySelector<HTMLElement>(`[data-change="${next.head.change.changeId}"]`)?.focus();
    } else if (key === 'enter') show(item);
    else if (key === 'a' && state === 'open' && !isComment && change.payload.kind !== 'overrideFigure')
      tasks.decide([change.changeId], 'accepted');
    else if (key === 'r' && state === 'open' && !isComment) tasks.decide([change.changeId], 'rejected');
    else if (key === 's' && state === 'open' && isComment) tasks.decide([change.changeId], 'resolved');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="review-pane">
      <ReviewFilters
        filter={{ ...filter, questionId: here }}
        authors={authors}
        kinds={kinds}
        hasQuestion={here !== null}
        scope={scope}
        onScope={setScope}
        onChange={(change) => setFilter((old) => ({ ...old, ...change }))}
      />
      <div className="review-tools">
        <span className="small faint">{say('review.count', { count: shown.length })}</span>
        <span className="title-gap" />
        <Button
          isDisabled={decidable.length === 0}
          aria-label={say('review.acceptShown', { count: decidable.length })}
          onPress={() => tasks.decide(decidable, 'accepted')}
        >
          {say('review.acceptAll')}
        </Button>
        <Button
          isDisabled={decidable.length === 0}
          aria-label={say('review.rejectShown', { count: decidable.length })}
          onPress={() => tasks.decide(decidable, 'rejected')}
        >
          {say('review.rejectAll')}
        </Button>
      </div>
      {here === null ? null : <QuestionComment key={here} onAdd={(text) => tasks.commentQuestion(here, text)} />}
      {shown.length === 0 ? (
        <EmptyState title={say(items.length === 0 ? 'review.none' : 'review.noneFiltered')}>
          {items.length === 0 ? say('review.noneNote', { comment: 'Ctrl+Alt+M', mode: 'Ctrl+Shift+E' }) : undefined}
        </EmptyState>
      ) : (
        <>
          <p className="small faint review-keys">{say('review.keys')}</p>
          <ol ref={list} className="review-list scroll" aria-label={say('review.list')} onKeyDown={onKey}>
            {shown.map((item) => (
              <ReviewRow
                key={item.head.change.changeId}
                item={item}
                isCurrent={item.head.change.changeId === current}
                question={scope === 'all' || here === null ? nameQuestion(item.head.change) : null}
                colour={item.head.mine ? 0 : (1 + others.indexOf(item.head.change.author)) % COLOURS}
                onShow={() => show(item)}
                onDecide={(verdict, override) => tasks.decide([item.head.change.changeId], verdict, override)}
                onAnswer={(text) => tasks.answer(item.head.change, text)}
              />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}
