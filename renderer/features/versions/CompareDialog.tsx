import { Fragment, useState } from 'react';
import type { QuestionId, VersionId } from '../../../shared/domain/ids';
import type { VersionSummary } from '../../../shared/domain/project';
import type { VersionDifference } from '../../../shared/domain/versionDifference';
import { flushReply } from '../../workspace/replyBridge';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { Changed } from '../../ui/Changed';
import { formatDayAndTime } from '../../ui/clock';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';

const NOW = 'now';

/** Two versions side by side, question by question; one question can be brought back by itself. */
export function CompareDialog({
  version,
  versions,
  onClose,
}: {
  version: VersionSummary;
  versions: readonly VersionSummary[];
  onClose: () => void;
}) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const nameTarget = useNameTarget();
  const [from, setFrom] = useState<VersionId>(version.versionId);
  const [to, setTo] = useState<VersionId | typeof NOW>(NOW);
  const { value: differences } = useQuery('version:compare', { from, to: to === NOW ? null : to });
  const name = versions.find(({ versionId }) => versionId === from)?.name ?? '';
  const choices = versions.map((one) => ({ value: one.versionId, label: `${one.name} · ${formatDayAndTime(one.at)}` }));
  const restore = (questionId: QuestionId) =>
    run(async () => {
      await flushReply();
      await call('version:restoreQuestion', { versionId: from, questionId });
      showUndoable(say('versions.questionRestored', { question: nameTarget({ questionId, itemId: null }), name }));
    });
  return (
    <AppDialog
      full
      title={say('versions.compareTitle')}
      onClose={onClose}
      foot={
        <Button kind="primary" autoFocus onPress={onClose}>
          {say('shell.close')}
        </Button>
      }
    >
      <div className="compare-choice">
        <ChoiceField label={say('versions.compareFrom')} value={from} choices={choices} onChange={setFrom} />
        <ChoiceField<VersionId | typeof NOW>
          label={say('versions.compareTo')}
          value={to}
          choices={[{ value: NOW, label: say('versions.present') }, ...choices]}
          onChange={setTo}
        />
        {differences ? <span className="faint">{say('versions.differences', { count: differences.length })}</span> : null}
      </div>
      {differences?.length === 0 ? <p className="text-done">{say('versions.same')}</p> : null}
      {groupByQuestion(differences ?? []).map(([questionId, all]) => (
        <section key={questionId} className="compare-question" aria-labelledby={`compare-${questionId}`}>
          <div className="compare-head">
            <h3 id={`compare-${questionId}`}>{nameTarget({ questionId, itemId: null })}</h3>
            {to === NOW ? (
              <Button kind="quiet" onPress={() => restore(questionId)}>
                {say('versions.restoreQuestion', { name })}
              </Button>
            ) : null}
          </div>
          <dl className="compare-sides">
            <dt className="small faint">{say('versions.before')}</dt>
            <dd className="small faint">{say('versions.after')}</dd>
            {all.map((one, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- A list that is read anew as a whole; equal differences may stand twice.
              <Fragment key={index}>
                <dt>
                  <Kind difference={one} />
                  <Changed text={one.ours} other={one.theirs} />
                </dt>
                <dd>
                  <Changed text={one.theirs} other={one.ours} isNew />
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
    </AppDialog>
  );
}

function Kind({ difference: { kind, label } }: { difference: VersionDifference }) {
  const { say } = useWords();
  return (
    <>
      <span className="chip">{say(`difference.${kind}`)}</span> {label ? <span className="small faint">{label} </span> : null}
    </>
  );
}

function groupByQuestion(differences: readonly VersionDifference[]): [QuestionId, VersionDifference[]][] {
  const groups = new Map<QuestionId, VersionDifference[]>();
  for (const one of differences) groups.set(one.questionId, [...(groups.get(one.questionId) ?? []), one]);
  return [...groups];
}
