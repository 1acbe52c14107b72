import type { Letter } from '../../../../shared/domain/letter';
import { useWords } from '../../../ui/language';
import { AskDialog } from './AskDialog';
import { AssignDialog } from './AssignDialog';
import type { Desk } from './useDesk';
import { VerificationDialog } from './VerificationDialog';
import { WordsDialog } from './WordsDialog';

/** The dialog the desk has open, if any. */
export function DeskDialogs({ letter, desk }: { letter: Letter; desk: Desk }) {
  const { say } = useWords();
  const { dialog, closeDialog, correct, inHand } = desk;
  const { question, item } = inHand;
  if (!dialog) return null;
  if (dialog.name === 'assign') {
    const chosen = question ? { questionId: question.questionId, itemId: item?.itemId ?? null } : null;
    return <AssignDialog letter={letter} chosen={chosen} onSave={desk.assign} onClose={closeDialog} />;
  }
  if (!question) return null;
  const { questionId } = question;
  const itemId = item?.itemId ?? null;
  switch (dialog.name) {
    case 'renumber':
      return (
        <WordsDialog
          title={say('desk.renumber')}
          label={item ? say('matter.item', { no: question.no, item: item.no }) : say('matter.question', { no: question.no })}
          value={(item ?? question).no}
          accepts={(typed) => /^[1-9]\d{0,2}$/.test(typed)}
          onSave={(no) => correct({ type: 'renumber', questionId, itemId, no })}
          onClose={closeDialog}
        />
      );
    case 'setTitle':
      return (
        <WordsDialog
          title={say('desk.setTitle')}
          label={say('desk.title')}
          value={question.title ?? ''}
          accepts={() => true}
          onSave={(title) => correct({ type: 'setTitle', questionId, title: title || null })}
          onClose={closeDialog}
        />
      );
    case 'setPartHeading':
      return (
        <WordsDialog
          title={say('desk.setPartHeading')}
          label={say('desk.partHeading')}
          value={question.partHeading ?? ''}
          long
          accepts={() => true}
          onSave={(heading) => correct({ type: 'setPartHeading', questionId, partHeading: heading || null })}
          onClose={closeDialog}
        />
      );
    case 'setText':
      return (
        <WordsDialog
          title={say('desk.setText')}
          label={say('desk.words')}
          value={(item ?? question).text}
          long
          accepts={(typed) => typed !== ''}
          onSave={(text) => correct({ type: 'setText', questionId, itemId, text })}
          onClose={closeDialog}
        />
      );
    case 'verification': {
      const { verification } = dialog;
      return (
        <VerificationDialog
          question={question}
          verification={verification}
          itemId={itemId}
          onSave={(role, itemIds) =>
            correct({ type: 'setVerification', questionId, verificationId: verification?.verificationId ?? null, role, itemIds })
          }
          onRemove={() => verification && correct({ type: 'removeVerification', questionId, verificationId: verification.verificationId })}
          onClose={closeDialog}
        />
      );
    }
    case 'ask': {
      const { ask } = dialog;
      return (
        <AskDialog
          ask={ask}
          onSave={(verb, object) =>
            correct(
              ask ? { type: 'setAsk', questionId, askId: ask.askId, verb, object } : { type: 'addAsk', questionId, itemId, verb, object },
            )
          }
          onSplit={(at) => ask && correct({ type: 'splitAsk', questionId, askId: ask.askId, at })}
          onClose={closeDialog}
        />
      );
    }
  }
}
