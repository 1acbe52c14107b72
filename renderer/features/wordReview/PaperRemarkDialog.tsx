import { useState } from 'react';
import type { NumberedParagraph } from '../../../shared/document/listNumberedParagraphs';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { flushReply } from '../../workspace/replyBridge';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import './wordReview.css';

const KINDS = ['comment', 'replace', 'delete'] as const;
type Kind = (typeof KINDS)[number];

/** Enters what was written on the signing copy, paragraph by paragraph; the name stays for the next one. */
export function PaperRemarkDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const { value: paragraphs } = useQuery('wordReview:listParagraphs', {});
  const [number, setNumber] = useState('');
  const [author, setAuthor] = useState('');
  const [kind, setKind] = useState<Kind>('comment');
  const [text, setText] = useState('');
  const paragraph = paragraphs?.find((one) => one.number === Number(number)) ?? null;
  const isOutside = paragraph !== null && paragraph.blockId === null;
  const isReady =
    paragraph !== null && author.trim() !== '' && !(isOutside && kind !== 'comment') && (kind === 'delete' || text.trim() !== '');

  function chooseKind(chosen: Kind) {
    setKind(chosen);
    if (chosen === 'replace' && text === '' && paragraph) setText(paragraph.text);
  }
  const save = () =>
    run(async () => {
      await flushReply();
      await call('wordReview:addPaperRemark', {
        number: Number(number),
        author: author.trim(),
        kind,
        text: kind === 'delete' ? '' : text.trim(),
      });
      showUndoable(say('paper.saved', { number }));
      setNumber('');
      setText('');
    });

  return (
    <AppDialog
      title={say('paper.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say('shell.close')}</Button>
          <Button kind="primary" isDisabled={!isReady} onPress={save}>
            {say('paper.save')}
          </Button>
        </>
      }
    >
      <p className="faint small">{say('paper.explain')}</p>
      <div className="paper-remark-head">
        <TextInput label={say('paper.number')} value={number} onChange={(typed) => setNumber(typed.replace(/\D/g, ''))} autoFocus />
        <TextInput label={say('paper.author')} value={author} onChange={setAuthor} />
        <ChoiceField
          label={say('paper.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: say(`paper.kind.${value}`) }))}
          onChange={chooseKind}
        />
      </div>
      <ParagraphShown number={number} paragraph={paragraph} isKnown={paragraphs !== null} />
      {isOutside && kind !== 'comment' ? <Notice kind="doubt">{say('paper.outside', { number })}</Notice> : null}
      {kind === 'delete' ? null : (
        <TextInput label={say(kind === 'comment' ? 'paper.text' : 'paper.replacement')} value={text} onChange={setText} long />
      )}
    </AppDialog>
  );
}

/** The words of the paragraph the number stands for. */
function ParagraphShown({ number, paragraph, isKnown }: { number: string; paragraph: NumberedParagraph | null; isKnown: boolean }) {
  const { say } = useWords();
  if (paragraph) return <blockquote className="paper-remark-paragraph">{paragraph.text}</blockquote>;
  return number !== '' && isKnown ? <Notice kind="doubt">{say('paper.noParagraph', { number })}</Notice> : null;
}
