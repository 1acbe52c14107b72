import { useState } from 'react';
import type { Question, VerifierRole } from '../../../shared/domain/letter';
import type { OpinionComparison, OpinionDifference, OpinionSuggestion, OpinionTable } from '../../../shared/domain/opinion';
import type { Warning } from '../../../shared/domain/place';
import { findFaultBlock } from '../../workspace/findFault';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { WarningList } from '../../workspace/WarningList';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button, LinkButton } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

/** What came of setting a document beside ours: every difference with both sides, then what can be taken into the reply. */
export function OpinionResult({ comparison }: { comparison: OpinionComparison & { warnings: Warning[] } }) {
  const { say } = useWords();
  const { verifier, warnings, suggestions } = comparison;
  const [differences, setDifferences] = useState(comparison.differences);
  const open = differences.filter(({ reason }) => reason === null).length;
  const decide = (index: number, reason: string | null) => setDifferences(differences.with(index, { ...differences[index]!, reason }));
  return (
    <>
      <p className={open === 0 ? 'text-done' : undefined}>
        {differences.length === 0 ? say('opinion.none') : say('opinion.count', { open, accepted: differences.length - open })}
      </p>
      {differences.length > 0 ? (
        <ul className="differences">
          {differences.map((difference, index) => (
            <DifferenceRow key={index} verifier={verifier} difference={difference} onDecided={(reason) => decide(index, reason)} />
          ))}
        </ul>
      ) : null}
      <h3 className="field-label">{say('opinion.suggestions')}</h3>
      {suggestions.length === 0 ? <p className="faint">{say('opinion.noSuggestions')}</p> : null}
      <ul className="suggestions">
        {suggestions.map((suggestion, index) => (
          <SuggestionRow key={index} verifier={verifier} suggestion={suggestion} />
        ))}
      </ul>
      {warnings.length > 0 ? <WarningList warnings={warnings} title={say('import.warnings', { count: warnings.length })} /> : null}
    </>
  );
}

type DifferenceRowProps = { verifier: VerifierRole; difference: OpinionDifference; onDecided: (reason: string | null) => void };

function DifferenceRow({ verifier, difference, onDecided }: DifferenceRowProps) {
  const { say } = useWords();
  const run = useRun();
  const [reason, setReason] = useState<string | null>(null);
  const { kind, question, ours, theirs } = difference;
  const { go } = useNavigator();
  const asked = useNewest(question);
  const nameTarget = useNameTarget();
  const name = asked ? nameTarget({ questionId: asked.questionId, itemId: null }) : say('matter.question', { no: question });
  const openOurs = (own: Question) =>
    run(async () => {
      const { questionId } = own;
      const { sections } = await call('reply:get', { questionId });
      go({
        type: 'openQuestion',
        questionId,
        blockId: findFaultBlock({ kind: 'question', question: own, words: ours, table: null }, sections),
      });
    });
  const decide = (decided: string | null) =>
    run(async () => {
      await call('opinion:accept', { verifier, difference: { kind, question, ours, theirs }, reason: decided });
      onDecided(decided);
      setReason(null);
    });
  return (
    <li>
      <p className="small faint">
        {name} · {say(`opinion.${kind}`)}
      </p>
      <div className="two-sides">
        <Side label={say('opinion.ours')} text={ours} />
        <Side label={say('opinion.theirs')} text={theirs} />
      </div>
      {difference.reason === null ? null : (
        <p className="small text-done">
          {say('opinion.accepted', { reason: difference.reason })}{' '}
          <LinkButton onPress={() => decide(null)}>{say('opinion.reopen')}</LinkButton>
        </p>
      )}
      {difference.reason === null && reason === null ? (
        <LinkButton onPress={() => setReason('')}>{say('opinion.accept')}</LinkButton>
      ) : null}{' '}
      {asked && ours !== '' && kind !== 'question' ? (
        <LinkButton onPress={() => openOurs(asked)}>{say('findings.goReply')}</LinkButton>
      ) : null}
      {reason === null ? null : (
        <div className="accept-line">
          <TextInput autoFocus label={say('opinion.reason')} value={reason} onChange={setReason} />
          <Button isDisabled={reason.trim() === ''} onPress={() => decide(reason.trim())}>
            {say('ask.save')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** A question, by its number, of the letter that is answered now, the newest. */
function useNewest(no: string): Question | undefined {
  const { value: letters } = useQuery('letter:list', {});
  return letters?.at(-1)?.questions.find((one) => one.no === no);
}

function Side({ label, text }: { label: string; text: string }) {
  const { say } = useWords();
  return (
    <div>
      <span className="small faint">{label}</span>
      <p className={text === '' ? 'faint' : undefined}>{text || say('opinion.absent')}</p>
    </div>
  );
}

function SuggestionRow({ verifier, suggestion }: { verifier: VerifierRole; suggestion: OpinionSuggestion }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const [adopted, setAdopted] = useState(suggestion.adopted);
  const { questionId, role, blocks, pictures } = suggestion;
  const nameTarget = useNameTarget();
  const adopt = () =>
    run(async () => {
      await call('opinion:adopt', { questionId, verifier, role, blocks });
      setAdopted(true);
      showUndoable(say('opinion.adopted'));
    });
  return (
    <li>
      <div className="suggestion-head">
        <strong>
          {nameTarget({ questionId, itemId: null })} · {say(`opinion.${role}`)}
        </strong>
        {adopted ? <span className="text-done">{say('opinion.adopted')}</span> : <Button onPress={adopt}>{say('opinion.adopt')}</Button>}
      </div>
      {blocks.map((block, index) =>
        block.type === 'table' ? (
          <SuggestedTable key={index} table={block.table} />
        ) : (
          <p key={index} className={block.type === 'heading' ? 'suggestion-heading' : undefined}>
            {block.text}
          </p>
        ),
      )}
      {pictures > 0 ? <p className="small text-doubt">{say('opinion.picturesLeft', { count: pictures })}</p> : null}
    </li>
  );
}

function SuggestedTable({ table }: { table: OpinionTable }) {
  const { say } = useWords();
  const { cells, headerRows, unit, notes } = table;
  return (
    <div className="suggested-table">
      {unit === null ? null : <p className="small faint">{say('opinion.unit', { unit })}</p>}
      <table>
        <tbody>
          {cells.map((row, at) => (
            <tr key={at}>
              {row.map((cell, col) => {
                if (cell.covered) return null;
                const Cell = at < headerRows ? 'th' : 'td';
                return (
                  <Cell key={col} rowSpan={cell.rowSpan} colSpan={cell.colSpan}>
                    {cell.text}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
    </div>
  );
}
