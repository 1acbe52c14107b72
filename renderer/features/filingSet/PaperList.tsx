import { useState } from 'react';
import { type FilingPaper, PAPER_KINDS, type PaperKind } from '../../../shared/domain/filingSet';
import type { VerifierRole } from '../../../shared/domain/letter';
import { useRun } from '../../workspace/useRun';
import { useQuestions } from '../../workspace/useLinkTable';
import { call, getHost } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button, LinkButton } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

/** Sealed scans and papers that go with the filing; each is kept in the project as it was added. */
export function PaperList() {
  const { say } = useWords();
  const { value: set } = useQuery('filingSet:get', {});
  const papers = set?.papers ?? [];
  return (
    <fieldset className="filing-papers">
      <legend className="field-label">{say('filingSet.papers')}</legend>
      {papers.length === 0 ? <p className="faint">{say('filingSet.noPapers')}</p> : null}
      <ul>
        {papers.map((paper) => (
          <PaperRow key={paper.paperId} paper={paper} />
        ))}
      </ul>
      <AddPaper />
    </fieldset>
  );
}

function PaperRow({ paper: { paperId, kind, verifier, title, fileName } }: { paper: FilingPaper }) {
  const { say } = useWords();
  const run = useRun();
  const what = verifier === null ? say(`filingSet.kind.${kind}`) : `${say(`role.${verifier}`)} · ${say(`filingSet.kind.${kind}`)}`;
  return (
    <li>
      <span className="clip">{title || fileName}</span>
      <span className="faint small">{what}</span>
      <LinkButton onPress={() => run(async () => void (await call('filingSet:removePaper', { paperId })))}>
        {say('filingSet.remove')}
      </LinkButton>
    </li>
  );
}

function AddPaper() {
  const { say } = useWords();
  const run = useRun();
  const verifiers = [...new Set(useQuestions().flatMap(({ verifications }) => verifications.map(({ role }) => role)))];
  const [kind, setKind] = useState<PaperKind>('writtenReply');
  const [verifier, setVerifier] = useState<VerifierRole | null>(null);
  const [title, setTitle] = useState('');
  const kinds = PAPER_KINDS.filter((one) => one !== 'opinion' || verifiers.length > 0);
  const owner = kind === 'opinion' ? (verifier ?? verifiers[0] ?? null) : null;
  const add = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('paper');
      if (!file) return;
      await call('filingSet:addPaper', {
        file: file.token,
        kind,
        verifier: owner,
        title: title.trim() || (kind === 'undisclosed' ? file.name : ''),
      });
      setTitle('');
    });
  return (
    <div className="add-paper">
      <ChoiceField
        label={say('filingSet.kind')}
        value={kind}
        choices={kinds.map((value) => ({ value, label: say(`filingSet.kind.${value}`) }))}
        onChange={setKind}
      />
      {kind === 'opinion' ? (
        <ChoiceField
          label={say('filingSet.verifier')}
          value={owner}
          choices={verifiers.map((value) => ({ value, label: say(`role.${value}`) }))}
          onChange={setVerifier}
        />
      ) : null}
      {kind === 'undisclosed' ? <TextInput label={say('filingSet.paperTitle')} value={title} onChange={setTitle} /> : null}
      <Button onPress={add}>{say('filingSet.add')}</Button>
    </div>
  );
}
