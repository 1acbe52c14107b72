import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { LetterId, QuestionId } from '../../../../shared/domain/ids';
import type { Letter } from '../../../../shared/domain/letter';
import type { TextSpan } from '../../../../shared/letter/askedParts';
import { locateItems } from '../../../../shared/letter/correct/itemPlaces';
import { readOriginal } from '../../../../shared/letter/locateOriginal';
import { getLetterName } from '../../../../shared/letter/getLetterName';
import { useQuery } from '../../../ipc/useQuery';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { useWords } from '../../../ui/language';
import { registerDesk } from '../../../workspace/deskBridge';
import { DESK_COMMANDS, DESK_KEYS } from '../../../workspace/deskKeys';
import { CleaningList } from './CleaningList';
import { DeskDialogs } from './DeskDialogs';
import { LetterFacts } from './LetterFacts';
import { OriginalPane } from './OriginalPane';
import { PagesToConfirm } from './PagesToConfirm';
import { QuestionCard } from './QuestionCard';
import { useDesk } from './useDesk';
import { useScrollTogether } from './useScrollTogether';
import './desk.css';

/** A letter as received beside what was read of it, with every correction one key away. */
export function LetterDesk({ letterId }: { letterId: LetterId }) {
  const { say } = useWords();
  const { value: letters } = useQuery('letter:list', {});
  const letter = letters?.find((one) => one.letterId === letterId);
  if (!letter) return letters ? <EmptyState title={say('letter.gone')} /> : null;
  return <Desk key={letterId} letter={letter} />;
}

function Desk({ letter }: { letter: Letter }) {
  const { say } = useWords();
  const { value: read } = useQuery('letter:text', { letterId: letter.letterId });
  const { value: asks } = useQuery('ask:list', {});
  const desk = useDesk(letter, asks ?? []);
  const original = useRef<HTMLDivElement>(null);
  const parsed = useRef<HTMLDivElement>(null);
  useScrollTogether(original, parsed, read !== null);
  const onCommand = useEffectEvent(desk.runCommand);
  useEffect(() => registerDesk((command) => onCommand(command)), []);

  const text = read?.text ?? '';
  const located = useMemo(() => readOriginal(text), [text]);
  const spans = useMemo(() => locateQuestions(letter, located), [letter, located]);
  const { question, item } = desk.inHand;
  const whole = question ? (spans.get(question.questionId) ?? null) : null;
  const marked = question && item && whole ? located.locate(item.text, whole.start) : whole;
  const name = getLetterName(letter);
  const isUnread = (read?.pages ?? []).some(({ confirmed }) => !confirmed);

  return (
    <div className="desk">
      <header className="desk-head">
        <h2 className="sheet-title">{name}</h2>
        <LetterFacts letter={letter} />
      </header>
      {read && read.pages.length > 0 ? <PagesToConfirm letter={letter} pages={read.pages} /> : null}
      <div className="desk-keys">
        <p className="small faint">{say('desk.keys')}</p>
        <div role="toolbar" aria-label={say('desk.open')}>
          {DESK_COMMANDS.filter((command) => command !== 'setText' || (read?.pages.length ?? 0) > 0).map((command) => (
            <Button key={command} kind="quiet" isDisabled={!question && command !== 'assign'} onPress={() => desk.runCommand(command)}>
              {say(`desk.${command}`)} <kbd className="keys">{DESK_KEYS[command]}</kbd>
            </Button>
          ))}
        </div>
      </div>
      <div className="desk-panes">
        <section className="desk-side" aria-label={say('desk.original', { letter: name })}>
          <h3 className="desk-side-name">{say('desk.original', { letter: name })}</h3>
          <CleaningList cleaned={read?.cleaned ?? []} />
          <OriginalPane label={say('desk.original', { letter: name })} text={text} spans={spans} marked={marked} scrollRef={original} />
        </section>
        <section className="desk-side" aria-label={say('desk.parsed')}>
          <h3 className="desk-side-name">
            {say('desk.parsed')} <span className="faint small">{letter.questions.length}</span>
          </h3>
          <div ref={parsed} className="desk-parsed scroll">
            {letter.questions.map((one) => (
              <QuestionCard
                key={one.questionId}
                question={one}
                at={question?.questionId === one.questionId ? desk.caret!.at : null}
                asks={question?.questionId === one.questionId ? desk.inHand.asks : []}
                toConfirm={isUnread}
                onCaret={(at) => desk.setCaret({ questionId: one.questionId, at })}
                onCommand={desk.runCommand}
                onVerification={(verification) => desk.openVerification(one.questionId, verification)}
                onAsk={desk.runAskAction}
              />
            ))}
          </div>
        </section>
      </div>
      <DeskDialogs letter={letter} desk={desk} />
    </div>
  );
}

/** Where each question's words stand in the text as received. */
function locateQuestions({ questions }: Letter, original: ReturnType<typeof readOriginal>): ReadonlyMap<QuestionId, TextSpan> {
  const spans = new Map<QuestionId, TextSpan>();
  let from = 0;
  for (const { questionId, text, items } of questions) {
    // Words of a reply that answers item by item stand apart: the first piece tells where the question begins.
    const span = original.locate(text, from) ?? original.locate(text.slice(0, locateItems({ text, items })[0]?.start ?? 60), from);
    if (!span) continue;
    spans.set(questionId, span);
    from = span.start + 1;
  }
  return spans;
}
