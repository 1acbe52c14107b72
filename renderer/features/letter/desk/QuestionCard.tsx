import type { Ask, Question, Verification } from '../../../../shared/domain/letter';
import { LinkButton } from '../../../ui/Button';
import { useWords } from '../../../ui/language';
import type { DeskCommand } from '../../../workspace/deskKeys';
import { type AskAction, AskList } from './AskList';
import { CaretText } from './CaretText';

type QuestionCardProps = {
  question: Question;
  /** Where the caret stands in this question; null when it is in another. */
  at: number | null;
  /** Asks of the item in hand, or of the question itself. */
  asks: readonly Ask[];
  /** Some of its words stand on pages nobody has read against their pictures. */
  toConfirm: boolean;
  onCaret: (at: number) => void;
  onCommand: (command: DeskCommand) => void;
  onVerification: (verification: Verification) => void;
  onAsk: (action: AskAction, ask: Ask | null) => void;
};

/** A question as read: the heading of the part it begins, number, title, who verifies, its words with the items in them, and the asks of the one in hand. */
export function QuestionCard({ question, at, asks, toConfirm, onCaret, onCommand, onVerification, onAsk }: QuestionCardProps) {
  const { say } = useWords();
  const scope = (verification: Verification) =>
    question.items
      .filter(({ itemId }) => verification.itemIds.includes(itemId))
      .map(({ no }) => no)
      .join('、');
  return (
    <section className={at === null ? 'desk-card' : 'desk-card in-hand'} data-question={question.questionId}>
      {question.partHeading === null ? null : <p className="desk-part">{question.partHeading}</p>}
      <header className="desk-card-head">
        <h3>
          {say('matter.question', { no: question.no })}
          {question.label ? <span className="faint small"> {question.label}</span> : null}
        </h3>
        <span className="clip desk-card-title">{question.title ?? <span className="faint">{say('desk.noTitle')}</span>}</span>
        {toConfirm ? <span className="chip text-doubt">{say('desk.toConfirm')}</span> : null}
        {question.verifications.map((verification) => (
          <LinkButton key={verification.verificationId} onPress={() => onVerification(verification)}>
            <span className="chip" title={verification.text}>
              {say(`role.${verification.role}`)}
              {verification.itemIds.length > 0 ? `（${scope(verification)}）` : ''}
            </span>
          </LinkButton>
        ))}
      </header>
      <CaretText label={say('desk.text', { no: question.no })} question={question} at={at} onCaret={onCaret} onCommand={onCommand} />
      {at === null ? null : <AskList asks={asks} onAction={onAsk} />}
    </section>
  );
}
