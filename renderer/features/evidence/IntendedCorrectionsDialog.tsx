import { useState } from 'react';
import { DISCLOSURE_DECISIONS, type DisclosureDecision, type IntendedCorrection } from '../../../shared/domain/sourceUpdate';
import { useRun } from '../../workspace/useRun';
import { useNavigator } from '../../workspace/navigation';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button, LinkButton } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { BeforeAfterHeads } from './BeforeAfterHeads';

/** 拟更正事项: changed numbers of disclosed sources, and for each whether the disclosed file is corrected as well. */
export function IntendedCorrectionsDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: corrections } = useQuery('correction:list', {});
  return (
    <AppDialog
      title={say('correction.title')}
      onClose={onClose}
      full
      foot={<Button onPress={() => go({ type: 'openDialog', dialog: { name: 'register' } })}>{say('evidence.register')}</Button>}
    >
      <div className="corrections">
        <p className="faint">{corrections?.length === 0 ? say('correction.none') : say('correction.note')}</p>
        {corrections && corrections.length > 0 ? (
          <table className="changes">
            <thead>
              <tr>
                <th scope="col">{say('update.place')}</th>
                <BeforeAfterHeads />
                <th scope="col">{say('correct.why')}</th>
                <th scope="col">{say('correction.decision')}</th>
                <th scope="col">{say('correction.remark')}</th>
              </tr>
            </thead>
            <tbody>
              {corrections.map((correction) => (
                <CorrectionRow key={correction.correctionId} correction={correction} />
              ))}
            </tbody>
          </table>
        ) : null}
      </div>
    </AppDialog>
  );
}

function CorrectionRow({ correction }: { correction: IntendedCorrection }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const [note, setNote] = useState(correction.note);
  const { correctionId, cell, fileName, caption, row, column, before, after, unit, why, actor, decision } = correction;
  const decide = (next: { decision: DisclosureDecision; note: string }) =>
    run(async () => void (await call('correction:decide', { correctionId, ...next })));
  return (
    <tr>
      <th scope="row">
        <LinkButton onPress={() => go({ type: 'openTable', tableId: cell.tableId, cell })}>
          {[row, column].filter(Boolean).join(' · ')}
        </LinkButton>
        <p className="small faint">{[fileName, caption].filter(Boolean).join(' · ')}</p>
      </th>
      <td className="number">
        <s>{before}</s>
      </td>
      <td className="number">
        {after} {unit ?? ''}
      </td>
      <td>
        {why}
        <p className="small faint">{actor}</p>
      </td>
      <td>
        <ChoiceField
          label={say('correction.decision')}
          hideLabel
          value={decision}
          choices={DISCLOSURE_DECISIONS.map((value) => ({ value, label: say(`correction.${value}`) }))}
          onChange={(value) => decide({ decision: value, note })}
        />
      </td>
      <td>
        <TextInput
          label={say('correction.remark')}
          hideLabel
          value={note}
          onChange={setNote}
          onBlur={() => note !== correction.note && decide({ decision, note })}
        />
      </td>
    </tr>
  );
}
