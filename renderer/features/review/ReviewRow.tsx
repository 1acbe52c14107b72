import { useEffect, useRef, useState } from 'react';
import type { OverrideChoice, ReviewPayload, Verdict } from '../../../shared/domain/review';
import { Button } from '../../ui/Button';
import { formatDayAndTime } from '../../ui/clock';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { OverrideChoices } from '../../workspace/OverrideChoices';
import { type Reviewed, type ReviewItem, readWords } from './reviewItems';

type ReviewRowProps = {
  item: ReviewItem;
  isCurrent: boolean;
  /** Name of its question, where rows of several stand together. */
  question: string | null;
  colour: number;
  onShow: () => void;
  onDecide: (verdict: Verdict, override?: { choice: OverrideChoice; note: string }) => void;
  onAnswer: (text: string) => void;
};

/** One comment with its thread, or one suggestion: who, when, what, where, and what can be done with it. */
export function ReviewRow({ item, isCurrent, question, colour, onShow, onDecide, onAnswer }: ReviewRowProps) {
  const { say, language } = useWords();
  const row = useRef<HTMLLIElement>(null);
  const [isAnswering, setIsAnswering] = useState(false);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const { head, answers } = item;
  const { change, state, mine, place, conflictsWith } = head;
  const { payload, anchor } = change;
  const kind = say(`review.kind.${payload.kind}`);
  const { about = '', before, after } = readWords(language, payload, anchor);
  const isOpen = state === 'open';
  const isComment = payload.kind === 'comment';
  const name = say('review.itemName', {
    author: mine ? say('review.me') : change.author,
    kind,
    state: say(`review.state.${state}`),
    words: [[about, before].filter(Boolean).join(' '), after].filter(Boolean).join(' → ').slice(0, 80),
  });
  return (
    <li
      ref={row}
      className={`review-row${isCurrent ? ' current' : ''}`}
      data-change={change.changeId}
      data-author={colour}
      data-state={state}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={name}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onShow}
    >
      <Head one={head} kind={kind} question={question} />
      {about === '' ? null : <p>{about}</p>}
      <Words payload={payload} before={before} after={after} />
      {answers.map((one) => (
        <div key={one.change.changeId} className="review-answer">
          <Head one={one} kind="" question={null} />
          <p>{one.change.payload.kind === 'comment' ? one.change.payload.text : ''}</p>
        </div>
      ))}
      {place === null && isOpen ? <p className="text-doubt small">{say('review.unplaced')}</p> : null}
      {place !== null && 'changed' in place && place.changed && isOpen ? <p className="text-doubt small">{say('review.changed')}</p> : null}
      {conflictsWith.length > 0 && isOpen ? (
        <p className="text-doubt small">{say('review.conflict', { count: conflictsWith.length })}</p>
      ) : null}
      {payload.kind === 'overrideFigure' && isOpen ? (
        <OverrideChoices onChoose={(choice, note) => onDecide(choice === 'keep' ? 'rejected' : 'accepted', { choice, note })} />
      ) : null}
      {/* Pressing a button is not choosing the row. */}
      <div className="review-actions" onClick={(event) => event.stopPropagation()}>
        {isOpen && !isComment && payload.kind !== 'overrideFigure' ? (
          <>
            <Button onPress={() => onDecide('accepted')}>{say('review.accept')}</Button>
            <Button onPress={() => onDecide('rejected')}>{say('review.reject')}</Button>
          </>
        ) : null}
        {isOpen && isComment ? <Button onPress={() => onDecide('resolved')}>{say('review.resolve')}</Button> : null}
        {isOpen ? (
          <Button kind="quiet" onPress={() => setIsAnswering(true)}>
            {say('review.reply')}
          </Button>
        ) : (
          <Button kind="quiet" onPress={() => onDecide('reopened')}>
            {say('review.reopen')}
          </Button>
        )}
        {isOpen && mine ? (
          <Button kind="quiet" onPress={() => onDecide('withdrawn')}>
            {say('review.withdraw')}
          </Button>
        ) : null}
      </div>
      {isAnswering ? (
        <AnswerBox
          onCancel={() => setIsAnswering(false)}
          onSend={(text) => {
            setIsAnswering(false);
            onAnswer(text);
          }}
        />
      ) : null}
    </li>
  );
}

function Head({ one: { change, mine, state }, kind, question }: { one: Reviewed; kind: string; question: string | null }) {
  const { say } = useWords();
  return (
    <div className="review-head">
      <span className="review-author">{mine ? say('review.me') : change.author}</span>
      {kind === '' ? null : <span className="review-kind">{kind}</span>}
      {question === null ? null : <span className="small faint">{question}</span>}
      <span className="small faint">{formatDayAndTime(change.at)}</span>
      {state === 'open' ? null : <span className="small review-state">{say(`review.state.${state}`)}</span>}
    </div>
  );
}

function Words({ payload, before, after }: { payload: ReviewPayload; before: string; after: string }) {
  const { say } = useWords();
  if (payload.kind === 'comment') {
    return (
      <>
        {before === '' ? null : <blockquote className="review-quote">{before}</blockquote>}
        <p>{after}</p>
      </>
    );
  }
  if (payload.kind === 'format') {
    const styles = Object.entries(payload.style).map(([name, on]) => {
      const style = say(`review.style.${name as 'bold'}`);
      return on ? style : say('review.styleOff', { style });
    });
    return (
      <p>
        <span className="review-quote-inline">{before}</span> {styles.join('、')}
      </p>
    );
  }
  if (payload.kind === 'splitBlock' || payload.kind === 'joinBlock') return <p className="faint">{`¶ ${say('review.paragraphMark')}`}</p>;
  const isGone = payload.kind !== 'setBlock';
  return (
    <p className="review-words">
      {before === '' ? null : isGone ? <del>{before}</del> : <span className="review-quote-inline">{before}</span>}
      {before !== '' && after !== '' ? ' → ' : null}
      {after === '' ? null : <ins>{after}</ins>}
    </p>
  );
}

function AnswerBox({ onSend, onCancel }: { onSend: (text: string) => void; onCancel: () => void }) {
  const { say } = useWords();
  const [text, setText] = useState('');
  return (
    <div className="review-answer-box" onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <TextInput label={say('review.replyText')} value={text} onChange={setText} long autoFocus />
      <div className="review-actions">
        <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => onSend(text.trim())}>
          {say('review.send')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {say('review.cancel')}
        </Button>
      </div>
    </div>
  );
}
