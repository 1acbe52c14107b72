import { useState } from 'react';
import type { StyleMapping } from '../../../shared/document/template/documentTemplate';
import { PARAGRAPH_STYLES } from '../../../shared/document/filingBlock';
import type { Result } from '../../../shared/ipc/contract';
import { call, getHost } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import { useRun } from '../../workspace/useRun';
import { StyleMap } from './StyleMap';
import './template.css';

/** A document that may become the template: the file's token, and what was read of it. */
type Candidate = Result<'template:read'> & { token: string };

/** The company's own template: which document it is, and which of its styles stands for each of ours. */
export function TemplateDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const { value: present } = useQuery('template:get', {});
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const [mapping, setMapping] = useState<StyleMapping>({});

  const choose = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('template');
      if (!file) return;
      const read = await call('template:read', { file: file.token });
      setCandidate({ ...read, token: file.token });
      setMapping(read.guesses);
    });
  const save = ({ token, fileName }: Candidate) =>
    run(async () => {
      await call('template:set', { file: token, mapping });
      showDone(say('template.saved', { file: fileName }));
      onClose();
    });
  const clear = () =>
    run(async () => {
      await call('template:clear', {});
      showDone(say('template.cleared'));
      onClose();
    });
  return (
    <AppDialog
      title={say('template.title')}
      onClose={onClose}
      wide
      foot={
        <>
          {present && !candidate ? <Button onPress={clear}>{say('template.clear')}</Button> : null}
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          {candidate ? (
            <Button kind="primary" onPress={() => save(candidate)}>
              {say('template.save')}
            </Button>
          ) : (
            <Button kind="primary" autoFocus onPress={choose}>
              {say('template.choose')}
            </Button>
          )}
        </>
      }
    >
      <p>{present ? say('template.present', { file: present.fileName }) : say('template.house')}</p>
      <p className="faint small">{say('template.note')}</p>
      {candidate ? (
        <>
          <p>
            <strong>{candidate.fileName}</strong>
            <span className="faint small"> {say('template.found', { styles: candidate.styles.length, edges: candidate.edges })}</span>
          </p>
          <StyleMap
            styles={candidate.styles}
            mapping={mapping}
            onChange={(style, styleId) => setMapping((old) => ({ ...old, [style]: styleId }))}
          />
          <p className="faint small">
            {say('template.mapped', { count: PARAGRAPH_STYLES.filter((style) => mapping[style]).length, all: PARAGRAPH_STYLES.length })}
          </p>
        </>
      ) : null}
    </AppDialog>
  );
}
