import { useEffect, useState } from 'react';
import type { LetterPreview } from '../../../../shared/ipc/results';
import type { ErrorValue } from '../../../../shared/ipc/errors';
import type { ChosenFile } from '../../../../shared/ipc/host';
import { call, toErrorValue } from '../../../ipc/client';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { useWords } from '../../../ui/language';
import { Notice } from '../../../ui/Notice';
import { useNavigator } from '../../../workspace/navigation';
import { PasteLetterDialog } from '../../../workspace/PasteLetterDialog';
import { ScanDesk, type ScannedText } from '../../../workspace/scan/ScanDesk';
import { useRun, useShowUndoable } from '../../../workspace/useRun';
import { getLetterName } from '../../../../shared/letter/getLetterName';

type LetterInHand = { file: string | null; pages?: ScannedText };

/** Adds a letter of a further round from a file (null: from the clipboard), after showing what was read of it. */
export function AddLetterDialog({ file, onClose }: { file: ChosenFile | null; onClose: () => void }) {
  const { say, sayError, sayMessage } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const { go } = useNavigator();
  const [letter, setLetter] = useState<LetterInHand | null>(file ? { file: file.token } : null);
  const { preview, error } = usePreview(letter);
  if (!letter)
    return <PasteLetterDialog onClose={onClose} onRead={(text) => setLetter({ file: null, pages: [{ text, confirmed: true }] })} />;
  if (preview && preview.scanPages > 0 && file) {
    return (
      <AppDialog title={say('scan.title', { name: file.name })} onClose={onClose} full>
        <ScanDesk file={file} pages={preview.scanPages} onRead={(pages) => setLetter({ file: file.token, pages })} />
      </AppDialog>
    );
  }
  const items = preview?.questions.reduce((sum, question) => sum + question.items.length, 0) ?? 0;
  const verifications = preview?.questions.reduce((sum, question) => sum + question.verifications.length, 0) ?? 0;
  const add = () =>
    run(async () => {
      const added = await call('letter:add', { letter });
      onClose();
      go({ type: 'openLetter', letterId: added.letterId });
      showUndoable(say('rounds.added', { letter: getLetterName(added), questions: added.questions.length }));
    });
  return (
    <AppDialog
      title={preview ? getLetterName(preview) : (file?.name ?? say('start.pasteTitle'))}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={!preview || preview.questions.length === 0} onPress={add}>
            {say('rounds.add')}
          </Button>
        </>
      }
    >
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {preview?.problems.map((problem) => (
        <Notice key={problem.code} kind="doubt">
          {sayMessage(problem.message)}
        </Notice>
      ))}
      {preview ? <p>{say('start.counts', { questions: preview.questions.length, items, verifications })}</p> : null}
      <ul>
        {preview?.questions.map((question) => (
          <li key={question.no} className="clip" title={question.text}>
            {say('matter.question', { no: question.no })} <span className="faint">{question.title ?? question.text}</span>
          </li>
        ))}
      </ul>
    </AppDialog>
  );
}

function usePreview(letter: LetterInHand | null): { preview: LetterPreview | null; error: ErrorValue | null } {
  const [state, setState] = useState<{ preview: LetterPreview | null; error: ErrorValue | null }>({ preview: null, error: null });
  const asked = letter === null ? null : JSON.stringify(letter);
  useEffect(() => {
    if (asked === null) return;
    let gone = false;
    const read = async () => {
      try {
        const preview = await call('letter:preview', JSON.parse(asked) as LetterInHand);
        if (!gone) setState({ preview, error: null });
      } catch (error) {
        if (!gone) setState({ preview: null, error: toErrorValue(error) });
      }
    };
    void read();
    return () => {
      gone = true;
    };
  }, [asked]);
  return state;
}
