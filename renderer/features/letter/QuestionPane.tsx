import { nameTarget } from '../../../shared/catalogue/nameTarget';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Centre } from '../../workspace/navigation';
import { useNavigator } from '../../workspace/navigation';
import { getLetterName } from '../../../shared/letter/getLetterName';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useWords } from '../../ui/language';
import { AskedText } from './AskedText';
import { StatusLine } from './StatusLine';
import './letter.css';

type QuestionPaneProps = {
  place: Extract<Centre, { view: 'question' }>;
  /** The reply. */
  children: ReactNode;
};

/** One question: who must do what, the letter's text as it was asked, and the reply under it. */
export function QuestionPane({ place, children }: QuestionPaneProps) {
  const { say } = useWords();
  const { at, go } = useNavigator();
  const { value: letters } = useQuery('letter:list', {});
  const letter = letters?.find(({ questions }) => questions.some(({ questionId }) => questionId === place.questionId));
  const question = letter?.questions.find(({ questionId }) => questionId === place.questionId);
  if (!letter || !question) return letters ? <EmptyState title={say('letter.gone')} /> : null;
  const item = question.items.find((candidate) => candidate.itemId === place.itemId) ?? null;
  const Icon = at.letterOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <section className="question-head" aria-labelledby="question-name">
        <div className="question-line">
          <h2 id="question-name" className="clip">
            {nameTarget(letters ?? [], place, say)}
            {question.title ? <span className="question-title">{question.title}</span> : null}
          </h2>
          <StatusLine key={item?.itemId ?? question.questionId} question={question} item={item} />
        </div>
        <LinkButton aria-expanded={at.letterOpen} aria-controls="asked-text" onPress={() => go({ type: 'toggleLetter' })}>
          <span className="asked-toggle small">
            <Icon size={14} aria-hidden />
            {say('letter.asAsked', { letter: getLetterName(letter) })}
          </span>
        </LinkButton>
        {at.letterOpen ? <AskedText key={item?.itemId ?? 'all'} question={question} item={item} /> : null}
      </section>
      <div className="question-reply">{children}</div>
    </>
  );
}
