import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ParsedQuestion, ParsedVerification } from '../../../shared/domain/letter';
import { sayPlace } from '../../../shared/catalogue/sayPlace';
import type { Params, Result } from '../../../shared/ipc/contract';
import type { ErrorValue } from '../../../shared/ipc/errors';
import type { ChosenFile } from '../../../shared/ipc/host';
import { useFrame } from '../../workspace/frame';
import { ScanDesk, type ScannedText } from '../../workspace/scan/ScanDesk';
import { useRun } from '../../workspace/useRun';
import { call, getHost, toErrorValue } from '../../ipc/client';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

type Preview = Result<'letter:preview'>;

/** A letter about to become a project: a file, or the words of its pages (pasted, recognised, typed). */
export type LetterInHand = { file: ChosenFile | null; pages?: ScannedText };

type LetterPreviewProps = { letter: LetterInHand; onLetter: (letter: LetterInHand) => void; onBack: () => void; onAnother: () => void };

/** What was understood of a letter, each thing beside the words it was read from, before a project is made of it. */
export function LetterPreview({ letter, onLetter, onBack, onAnother }: LetterPreviewProps) {
  const { say, sayError } = useWords();
  const run = useRun();
  const frame = useFrame();
  const { file, pages } = letter;
  const input = { file: file?.token ?? null, ...(pages ? { pages } : {}) };
  const { preview, error } = usePreview(input);
  const shown = preview?.fileName ?? file?.name ?? '';
  const [creating, setCreating] = useState(false);

  const isScan = (preview?.scanPages ?? 0) > 0;

  const create = (elsewhere: boolean) =>
    run(async () => {
      const name = `${shown.replace(/\.[^.]+$/, '')}.huihan`;
      const target = elsewhere ? await getHost().pickSaveTarget('project', name) : null;
      if (elsewhere && !target) return;
      setCreating(true);
      try {
        frame.onOpened(await call('project:new', { letter: input, target: target?.token ?? null }));
      } finally {
        setCreating(false);
      }
    });

  return (
    <main className="preview" data-pane="start">
      <header className="preview-head">
        <Button kind="quiet" icon={ArrowLeft} onPress={onBack}>
          {say('shell.back')}
        </Button>
        <h1 className="clip">{isScan ? say('scan.title', { name: shown }) : shown}</h1>
        <div className="preview-actions">
          <Button onPress={onAnother}>{say('start.another')}</Button>
          <Button isDisabled={!preview || creating} onPress={() => create(true)}>
            {say('start.elsewhere')}
          </Button>
          <Button kind="primary" isDisabled={!preview || preview.questions.length === 0 || creating} onPress={() => create(false)}>
            {creating ? say('start.creating') : say('start.create')}
          </Button>
        </div>
      </header>
      <div className={isScan ? 'preview-body preview-scan scroll' : 'preview-body scroll'}>
        {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
        {!preview && !error ? <p className="faint">{say('start.reading', { name: shown })}</p> : null}
        {preview && isScan && file ? (
          <ScanDesk file={file} pages={preview.scanPages} onRead={(read) => onLetter({ file, pages: read })} />
        ) : null}
        {preview && !isScan ? <Understood preview={preview} /> : null}
      </div>
    </main>
  );
}

function Understood({ preview }: { preview: Preview }) {
  const { say } = useWords();
  const items = preview.questions.reduce((sum, question) => sum + question.items.length, 0);
  const verifications = preview.questions.reduce((sum, question) => sum + question.verifications.length, 0);
  return (
    <>
      <HeaderFacts preview={preview} />
      {preview.problems.length + preview.warnings.length > 0 ? <Problems preview={preview} /> : null}
      <section aria-labelledby="preview-questions">
        <h2 id="preview-questions">{say('start.questions')}</h2>
        <p className="faint">{say('start.counts', { questions: preview.questions.length, items, verifications })}</p>
        <p className="faint small">{say('start.correctLater')}</p>
        <table className="preview-table">
          <thead>
            <tr>
              <th scope="col">{say('start.understood')}</th>
              <th scope="col">{say('start.asPrinted')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.questions.map((question) => (
              <QuestionRow key={question.no} question={question} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function QuestionRow({ question }: { question: ParsedQuestion }) {
  const { say } = useWords();
  return (
    <tr>
      <th scope="row">
        <p className="preview-question">
          {say('matter.question', { no: question.no })}
          {question.title ? ` ${question.title}` : ''}
        </p>
        <ol className="preview-items">
          {question.items.map((item) => (
            <li key={item.no} className="clip" title={item.text}>
              <span className="faint">{item.label}</span>
              {item.asks.length > 0 ? item.asks.map((ask) => `${ask.verb}${ask.object}`).join('；') : item.text}
            </li>
          ))}
        </ol>
        <ul className="preview-verifiers">
          {question.verifications.map((verification) => (
            <li key={verification.role + verification.text}>
              <Verifier verification={verification} />
            </li>
          ))}
        </ul>
      </th>
      <td>
        {question.partHeading === null ? null : <p className="preview-part">{question.partHeading}</p>}
        {question.text.split('\n').map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </td>
    </tr>
  );
}

function Verifier({ verification }: { verification: ParsedVerification }) {
  const { say } = useWords();
  const where = verification.items.length > 0 ? say('start.verifyItems', { items: verification.items.join('、') }) : say('start.verifyAll');
  const reach = verification.reach?.length ? say('start.verifyReach', { questions: verification.reach.join('、') }) : null;
  return (
    <span className="chip">
      {say('start.verify')} · {say(`role.${verification.role}`)} · {reach ?? where}
    </span>
  );
}

function HeaderFacts({ preview }: { preview: Preview }) {
  const { say } = useWords();
  const { header } = preview;
  const unknown = say('matter.unknown');
  const disclose = header.disclose === null ? unknown : say(header.disclose ? 'start.disclose.yes' : 'start.disclose.no');
  const facts: [string, string, string | null][] = [
    [say('start.kind'), header.kind ?? unknown, null],
    [say('start.regulator'), [header.regulator, header.department].filter(Boolean).join(' ') || unknown, null],
    [say('start.company'), [header.company, header.code].filter(Boolean).join(' ') || unknown, header.shortName],
    [say('start.letterNo'), header.letterNo ?? unknown, header.letterNoRaw],
    [say('start.due'), header.dueOn ?? unknown, header.dueText],
    [say('start.disclose'), disclose, null],
    [say('start.copyTo'), header.copyTo.join('、') || unknown, null],
  ];
  return (
    <section aria-labelledby="preview-header">
      <h2 id="preview-header">{say('start.header')}</h2>
      <dl className="preview-facts">
        {facts.map(([name, value, printed]) => (
          <div key={name}>
            <dt className="faint">{name}</dt>
            <dd>
              {value}
              {printed && printed !== value ? <span className="preview-printed">{printed}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Problems({ preview }: { preview: Preview }) {
  const { language, say, sayMessage } = useWords();
  return (
    <Notice kind="doubt">
      <h2>{say('start.problems')}</h2>
      <ul>
        {preview.problems.map((problem) => (
          <li key={`${problem.code}${problem.line}`}>
            {sayMessage(problem.message)}
            {problem.line === null ? null : <span className="faint"> {say('start.line', { line: problem.line })}</span>}
          </li>
        ))}
        {preview.warnings.map((warning, index) => (
          <li key={index}>
            {sayMessage(warning.message)} <span className="faint">{sayPlace(language, warning.place)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function usePreview(letter: Params<'letter:preview'>): { preview: Preview | null; error: ErrorValue | null } {
  const [state, setState] = useState<{ preview: Preview | null; error: ErrorValue | null }>({ preview: null, error: null });
  const asked = JSON.stringify(letter);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      try {
        const preview = await call('letter:preview', JSON.parse(asked) as Params<'letter:preview'>);
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
