import { useState } from 'react';
import type { LetterId, QuestionId } from '../../../../shared/domain/ids';
import { getLetterName } from '../../../../shared/letter/getLetterName';
import type { ChosenFile } from '../../../../shared/ipc/host';
import { call, getHost } from '../../../ipc/client';
import { useQuery } from '../../../ipc/useQuery';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { todayInShanghai } from '../../../ui/clock';
import { TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';
import { showDone } from '../../../ui/toasts';
import { PartField } from '../../../workspace/PartField';
import { flushReply } from '../../../workspace/replyBridge';
import { useRun } from '../../../workspace/useRun';

/** Notes what was filed in answer to a letter: the day, the questions, the files. It is frozen with a version and the files' hashes. */
export function RecordFilingDialog({ letterId, onClose }: { letterId: LetterId; onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const { value: letters } = useQuery('letter:list', {});
  const letter = letters?.find((one) => one.letterId === letterId);
  const [filedOn, setFiledOn] = useState(() => todayInShanghai(new Date()));
  const [questionIds, setQuestionIds] = useState<QuestionId[]>([]);
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const pick = () =>
    run(async () => {
      const chosen = await getHost().pickFiles('paper');
      setFiles((before) => [...before, ...chosen]);
    });
  const save = () =>
    run(async () => {
      await flushReply();
      const filing = await call('filing:record', { letterId, questionIds, filedOn, note, files: files.map(({ token }) => token) });
      onClose();
      showDone(say('rounds.filed', { round: filing.round, date: filing.filedOn }));
    });
  return (
    <AppDialog
      title={`${say('rounds.record')} ${letter ? getLetterName(letter) : ''}`}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button kind="primary" isDisabled={filedOn === ''} onPress={save}>
            {say('desk.save')}
          </Button>
        </>
      }
    >
      <div className="desk-form">
        <p className="faint">{say('rounds.recordNote')}</p>
        <TextInput label={say('rounds.filedOn')} value={filedOn} onChange={setFiledOn} type="date" />
        <PartField questions={letter?.questions ?? []} value={questionIds} onChange={setQuestionIds} />
        <div>
          <Button onPress={pick}>{say('rounds.files')}</Button>
          <ul className="small">
            {files.map(({ token, name }) => (
              <li key={token}>{name}</li>
            ))}
          </ul>
        </div>
        <TextInput label={say('rounds.note')} value={note} onChange={setNote} />
      </div>
    </AppDialog>
  );
}
